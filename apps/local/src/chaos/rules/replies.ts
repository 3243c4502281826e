import type { Evidence } from '../evidence';
import type { History } from '../history';
import type { Violation } from '../judge';

/** I7 for what people write: kept once, and taken for an answer only where it can be nobody else's. */
export function repliesOf(evidence: Evidence, history: History): Violation[] {
  const kept = history.all('inbound_message');
  const found: Violation[] = [];
  for (const [id, { word }] of evidence.said) {
    const rows = new Set(kept.filter((moment) => moment.facts.operatorId === id).map((moment) => moment.id));
    if (rows.size !== 1) found.push({ rule: 'I7', what: `"${word}" was written on a phone and is kept ${rows.size} times` });
  }
  for (const moment of kept) {
    if (moment.facts.kind !== 'answer') continue;
    const people = evidence.world.flatMap((one) => one.people).map((person) => person.memberId);
    const behind = people.filter((id) => {
      const member = history.before('network_member', id, moment.seq)!;
      const other = member.goBetween === null ? undefined : history.before('network_member', member.goBetween, moment.seq);
      return !member.removed && (member.number === moment.facts.number || (other !== undefined && !other.removed && other.number === moment.facts.number)) && isInvited(history, id, moment.seq);
    });
    if (behind.length !== 1 || behind[0] !== moment.facts.member) found.push({ rule: 'I3', what: `a reply was taken for an answer of ${moment.facts.member?.slice(-4) ?? 'nobody'}, and the number stood for ${behind.length} people` });
  }
  return found;
}

function isInvited(history: History, memberId: string, seq: number): boolean {
  const ids = new Set(history.all('invitation').filter((moment) => moment.facts.member === memberId && moment.seq < seq).map((moment) => moment.id));
  return [...ids].some((id) => history.before('invitation', id, seq)?.revoked === false);
}
