import { OperatorAccount, unreadableOf, type Database } from '@radslag/db';
import { operatorStandings, type OperatorName } from '@radslag/domain';
import { operatorFor, type Carrier, type httpCaller, type OperatorSettings } from '@radslag/sms';
import { versionsInUse } from './callbacks';
import { operatorMinutes } from './operator-minutes';
import { MunicipalWays, type WayOut, type Ways } from './ways';

const SYSTEM = { kind: 'system' } as const;
/** The municipality's accounts and how they stand are read again this often, and at once when somebody changes them. */
const FRESH_MS = 10_000;

export type OperatorWaysParts = {
  db: Database;
  /** The service's own account, for municipalities that have none. */
  fallback: Carrier;
  /** Each operator's own address, where an account does not say another. */
  urls: Readonly<Record<OperatorName, string>>;
  caller: ReturnType<typeof httpCaller>;
  email?: readonly WayOut[];
  /** The patience with a call; the operator's own when nobody says. */
  timeoutMs?: number;
  /** Specs put fakes here. */
  adapter?: (name: OperatorName, settings: OperatorSettings) => Carrier;
};

/** The ways out of a municipality: its own operator accounts, each given the part of the traffic that its standing allows. */
export class OperatorWays implements Ways {
  private readonly read = new Map<string, { at: number; ways: Promise<MunicipalWays> }>();

  constructor(private readonly parts: OperatorWaysParts) {}

  of(municipalityId: string): Promise<MunicipalWays> {
    const known = this.read.get(municipalityId);
    if (known && performance.now() - known.at < FRESH_MS) return known.ways;
    const ways = this.load(municipalityId);
    this.read.set(municipalityId, { at: performance.now(), ways });
    ways.catch(() => this.read.delete(municipalityId));
    return ways;
  }

  /** Somebody has changed them. */
  reread(municipalityId: string): void {
    this.read.delete(municipalityId);
  }

  close(): void {
    this.parts.caller.close();
  }

  private load(municipalityId: string): Promise<MunicipalWays> {
    const { db, fallback, email = [] } = this.parts;
    return db.inMunicipality(municipalityId, SYSTEM, async (tx) => {
      const accounts = await tx.find(OperatorAccount, {}, { order: { operator: 'ASC' } });
      const addressAt = await versionsInUse(tx);
      if (accounts.length === 0) return new MunicipalWays({ sms: [{ carrier: fallback, weight: 1 }], email }, [], addressAt);
      // Without its name and password an account is no way out; what waits for it is told to people when it becomes too late.
      const usable = accounts.filter((account) => unreadableOf(account).length === 0);
      const open = usable.filter((account) => account.enabled);
      const standings = open.length < 2 ? [] : operatorStandings(open, await operatorMinutes(tx), tx.now);
      const ways = usable.map((account): WayOut => ({
        carrier: this.adapter(account),
        weight: standings.find(({ operator }) => operator === account.operator)?.share ?? account.weight,
        since: account.changedAt,
      }));
      const out = ways.filter((_, i) => usable[i]!.enabled);
      // What was sent before an account was turned off, or before there was one, is asked about where it went.
      const before = [...ways.filter((way) => !out.includes(way)), { carrier: fallback, weight: 0 }];
      return new MunicipalWays({ sms: out, email }, before, addressAt);
    });
  }

  private adapter(account: OperatorAccount): Carrier {
    const { caller, urls, timeoutMs, adapter = (name, settings) => operatorFor(name, settings, caller) } = this.parts;
    return adapter(account.operator, { url: account.url ?? urls[account.operator], user: account.user, password: account.password, timeoutMs });
  }
}
