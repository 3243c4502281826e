import type { Moment } from './instruments';

export type MemberFacts = { removed: boolean; protected: boolean; noSms: boolean; channel: string; hasPhone: boolean; language: string };
export type ConferenceFacts = { state: string; version: number; startsLocal: string | null; endsLocal: string | null };
export type InvitationFacts = { member: string; conference: string; revoked: boolean; rotation: number };
type FactsOf = { network_member: MemberFacts; conference: ConferenceFacts; invitation: InvitationFacts; consent: { member: string; withdrawn: boolean } };

/** What was true when, by the order of commits. */
export class History {
  private readonly byRow = new Map<string, Moment[]>();
  /** Of a message, oldest first: each is one gate that let it through. */
  private readonly gates = new Map<string, Moment[]>();

  constructor(readonly moments: readonly Moment[]) {
    for (const moment of moments) {
      const [list, key] = moment.what === 'message_attempt' ? [this.gates, moment.facts['message'] as string] : [this.byRow, moment.id];
      list.set(key, [...(list.get(key) ?? []), moment]);
    }
  }

  gatesOf(messageId: string): readonly Moment[] {
    return this.gates.get(messageId) ?? [];
  }

  /** As it was when everything before `seq` had been committed. */
  before<K extends keyof FactsOf>(what: K, id: string, seq: number): FactsOf[K] | undefined {
    return this.byRow.get(id)?.findLast((moment) => moment.what === what && moment.seq < seq)?.facts as FactsOf[K] | undefined;
  }

  lastAnswerBefore(invitationId: string, seq: number): string | undefined {
    return this.moments.findLast((moment) => moment.what === 'answer' && moment.seq < seq && moment.facts['invitation'] === invitationId)?.facts['coming'] as string | undefined;
  }

  /** Everything that was ever committed about a kind of row. */
  all<K extends keyof FactsOf>(what: K): (Moment & { facts: FactsOf[K] })[] {
    return this.moments.filter((moment) => moment.what === what) as unknown as (Moment & { facts: FactsOf[K] })[];
  }
}
