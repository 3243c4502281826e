import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { OperatorsView, OperatorView } from '@radslag/contracts';
import { CallbackAddress, Database, OperatorAccount, type Tx } from '@radslag/db';
import { addressStanding, OPERATORS, operatorStandings, type OperatorMinute, type OperatorName, versionInUse } from '@radslag/domain';
import { operatorMinutes } from './operator-minutes';

/** For the administrator: whom the municipality sends through. What was sent, and to whom, is no business of this page. */
@Injectable()
export class ReadOperators {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess): Promise<OperatorsView> {
    return asStaff(this.db, staff, (tx) => operatorsView(tx));
  }
}

export async function operatorsView(tx: Tx): Promise<OperatorsView> {
  const accounts = await tx.find(OperatorAccount);
  const addresses = await tx.find(CallbackAddress, {}, { order: { version: 'DESC' } });
  const minutes = await operatorMinutes(tx);
  const open = accounts.filter((account) => account.enabled);
  const standings = operatorStandings(open, minutes, tx.now);
  const shared = accounts.length === 0;
  const view = (operator: OperatorName): OperatorView => {
    const account = accounts.find((one) => one.operator === operator);
    const standing = standings.find((one) => one.operator === operator);
    return {
      operator, own: account !== undefined, enabled: account?.enabled ?? false, weight: account?.weight ?? 0, credentialsSetAt: account?.changedAt.toISOString() ?? null,
      share: standing?.share ?? (shared && operator === SERVICE_OPERATOR ? 1 : 0), state: standing?.state ?? (shared && operator === SERVICE_OPERATOR ? 'well' : 'off'), why: standing?.why ?? null,
      ...lately(minutes.filter((one) => one.operator === operator)),
      ...posts(addresses.filter((one) => one.operator === operator), tx.now),
      formerUntil: account?.formerUntil != null && account.formerUntil > tx.now ? account.formerUntil.toISOString() : null,
    };
  };
  return { operators: OPERATORS.map(view), shared, now: tx.now.toISOString() };
}

/** Where the service's own account is (settings). */
export const SERVICE_OPERATOR: OperatorName = '46elks';

/** An address from before is told of while it is heard, and afterwards while somebody still posts to it. */
function posts(known: readonly CallbackAddress[], now: Date): Pick<OperatorView, 'address' | 'before'> {
  const version = versionInUse(known);
  const inUse = known.find((one) => one.version === version);
  const heard = (one: CallbackAddress | undefined) => ({ heardAt: one?.heardAt?.toISOString() ?? null, refused: one?.refused ?? 0, refusedAt: one?.refusedAt?.toISOString() ?? null });
  const before = known.filter((one) => one.heardUntil !== null).map((one) => ({ version: one.version, until: one.heardUntil!.toISOString(), heard: addressStanding(known, one.version, now) === 'changing', ...heard(one) }));
  return { address: { version, madeAt: inUse?.madeAt.toISOString() ?? null, ...heard(inUse) }, before: before.filter((one) => one.heard || refusedSince(one.until, one.refusedAt)) };
}

const refusedSince = (until: string, refusedAt: string | null): boolean => refusedAt !== null && refusedAt >= until;

function lately(minutes: readonly OperatorMinute[]): { calls: number; errors: number; medianMs: number | null } {
  const known = minutes.filter((one) => one.medianMs !== null).sort((a, b) => a.medianMs! - b.medianMs!);
  return {
    calls: minutes.reduce((sum, one) => sum + one.calls, 0),
    errors: minutes.reduce((sum, one) => sum + one.errors, 0),
    medianMs: known[Math.floor(known.length / 2)]?.medianMs ?? null,
  };
}
