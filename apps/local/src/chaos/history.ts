import type { Channel } from '@radslag/domain';
import type { Moment } from './instruments';

export type MemberFacts = {
  removed: boolean; protected: boolean; noSms: boolean; channel: Channel; others: Channel[]; lastReachedBy: Channel | null; language: string; hasPhone: boolean; hasEmail: boolean;
  /** The blind index of the number, as it is kept. */
  number: string | null;
  goBetween: string | null; hoursFrom: string | null; hoursTo: string | null;
};
export type ConferenceFacts = { state: string; version: number; startsLocal: string | null; endsLocal: string | null };
export type InvitationFacts = { member: string; conference: string; revoked: boolean; rotation: number };
export type InboundFacts = { operatorId: string; kind: string; number: string; member: string | null };
export type TaskFacts = { kind: string; member: string | null; conference: string | null; about: string | null; urgent: boolean; open: boolean };
type FactsOf = { task: TaskFacts; inbound_message: InboundFacts; network_member: MemberFacts; conference: ConferenceFacts; invitation: InvitationFacts; consent: { member: string; withdrawn: boolean } };

type SaidOfTime = { startsLocal: string; endsLocal: string; value: string | null };

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

  /** Whether this person had agreed to be written to, by any consent that then stood. */
  consented(memberId: string, seq: number): boolean {
    const latest = new Map(this.all('consent').filter((moment) => moment.seq < seq && moment.facts.member === memberId).map((moment) => [moment.id, moment.facts.withdrawn]));
    return [...latest.values()].includes(false);
  }

  /** Whose number their texts go to, when a machine may write to it: their own, or their go-between's and never their own. */
  numberOf(memberId: string, seq: number): { number: string | null; whyNot: string | null } {
    const member = this.before('network_member', memberId, seq)!;
    if (member.goBetween === null) return { number: member.number, whyNot: member.hasPhone ? null : 'without a number' };
    const other = this.before('network_member', member.goBetween, seq);
    if (!other || other.removed) return { number: null, whyNot: 'after their go-between was removed' };
    if (other.protected) return { number: null, whyNot: 'after their go-between was protected' };
    if (other.noSms) return { number: null, whyNot: 'after their go-between had said no to SMS' };
    if (!this.consented(member.goBetween, seq)) return { number: null, whyNot: 'after their go-between had taken back the consent' };
    return { number: other.number, whyNot: other.hasPhone ? null : 'without a number of their go-between' };
  }

  /** What the person had last said of the time that the conference then had; what they said of another is nothing. */
  saidOfTheTime(invitationId: string, { startsLocal, endsLocal }: Pick<FactsOf['conference'], 'startsLocal' | 'endsLocal'>, seq: number): string | null | undefined {
    const said = this.moments.filter((moment) => moment.what === 'answer' && moment.seq < seq && moment.facts['invitation'] === invitationId);
    const about = said.flatMap((moment) => ((moment.facts['about'] as SaidOfTime[] | null) ?? []).filter((one) => one.startsLocal === startsLocal && one.endsLocal === endsLocal));
    return about.at(-1)?.value;
  }

  /** Everything that was ever committed about a kind of row. */
  all<K extends keyof FactsOf>(what: K): (Moment & { facts: FactsOf[K] })[] {
    return this.moments.filter((moment) => moment.what === what) as unknown as (Moment & { facts: FactsOf[K] })[];
  }
}
