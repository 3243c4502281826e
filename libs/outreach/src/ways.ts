import type { SentChannel } from '@radslag/domain';
import type { Carrier } from '@radslag/sms';

/**
 * One way out: who carries it, and how large a part of the traffic it is given now (0: none but when nothing else is left).
 * `since`: when its credentials were last set; what was sent earlier may have gone through another account.
 */
export type WayOut = { carrier: Carrier; weight: number; since?: Date };
export type WaysByChannel = Readonly<Record<SentChannel, readonly WayOut[]>>;

/** Where a municipality's messages can leave. Asked before every batch, outside any transaction. */
export interface Ways {
  of(municipalityId: string): Promise<MunicipalWays>;
}

export class MunicipalWays {
  /** `before`: nothing more leaves through these, and they are asked about what did. */
  constructor(
    private readonly ways: WaysByChannel,
    private readonly before: readonly WayOut[] = [],
    /** The number of the address that each is given for its receipts. */
    readonly addressAt: (operator: string) => number = () => 1,
  ) {}

  /** How many could take a message of this channel: what one refuses for now another may take. */
  count(channel: SentChannel): number {
    return this.ways[channel].length;
  }

  carrier(name: string): Carrier | undefined {
    return this.way(name)?.carrier;
  }

  /** Every one that keeps a record of texts, also those that nothing more leaves through. */
  askable(): Carrier[] {
    return [...this.ways.sms, ...this.before].map(({ carrier }) => carrier).filter((carrier) => carrier.history !== undefined);
  }

  /** Whether what this one has on record is the record of the account that a call at this moment was made through. */
  sameAccountSince(name: string, moment: Date): boolean {
    const since = this.way(name)?.since;
    return since === undefined || since <= moment;
  }

  /**
   * The operator for one attempt: by weight, spread by the message's own random bits, so that the same attempt is given to
   * the same one. After a definite no it is another's turn, where there is another. Null: there is none.
   */
  pick(channel: SentChannel, message: { id: string; attempts: number; lastOperator: string | null }): string | null {
    const all = this.ways[channel];
    const others = message.attempts === 0 ? all : all.filter(({ carrier }) => carrier.name !== message.lastOperator);
    const open = others.length > 0 ? others : all;
    const total = open.reduce((sum, way) => sum + way.weight, 0);
    if (total === 0) return open[0]?.carrier.name ?? null;
    let at = ((parseInt(message.id.slice(-8), 16) + message.attempts * 0x9e3779b1) % 0x100000000) * (total / 0x100000000);
    for (const way of open) {
      at -= way.weight;
      if (at < 0) return way.carrier.name;
    }
    return open.at(-1)!.carrier.name;
  }

  private way(name: string): WayOut | undefined {
    return [...this.ways.sms, ...this.ways.email, ...this.before].find(({ carrier }) => carrier.name === name);
  }
}

/** Everything through one operator, and no e-mail. */
export const onlyWay = (carrier: Carrier): Ways => {
  const ways = new MunicipalWays({ sms: [{ carrier, weight: 1 }], email: [] });
  return { of: () => Promise.resolve(ways) };
};
