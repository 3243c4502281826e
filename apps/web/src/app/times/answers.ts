import type { MatrixView } from '@radslag/contracts';
import { isExpected as counts } from '@radslag/domain';
import type { TimeAnswer } from '@radslag/domain';

/** What the matrix shows, out of what the server sent. */
export type MatrixPerson = MatrixView['people'][number];
export type Ranked = MatrixView['ranking'][number];
export type Cell = TimeAnswer | 'none';

/** What was said of this time, whatever has been said of others since: an answer belongs to the time it was asked about. */
export function cellOf(person: Pick<MatrixPerson, 'said'>, timeId: string): Cell {
  return person.said.find((one) => one.timeId === timeId)?.value ?? 'none';
}
/** An answer there is, but to times that are not asked about any more. */
export const answeredBefore = (person: Pick<MatrixPerson, 'answer' | 'coming'>): boolean => person.answer !== null && person.coming === null;

export function isInvited(person: MatrixPerson): boolean {
  return person.invitation !== null && person.invitation.state !== 'revoked';
}
/** The same rule as the server's sums. */
export function isExpected(person: MatrixPerson): boolean {
  return counts({ mustAttend: person.mustAttend, invited: isInvited(person) });
}

export function totalOf(time: Ranked): number {
  return time.can + time.maybe + time.cannot + time.unanswered;
}

type Range = { startsLocal: string; endsLocal: string };
/** The time that is looked at. Once a day is set it is that one, or none when it was moved to a time nobody was asked about. */
export function chosenTime(times: readonly (Range & { id: string })[], booked: Range | null, wanted: { picked: string | null; best: string | null }): string | null {
  if (booked !== null) return times.find((time) => time.startsLocal === booked.startsLocal && time.endsLocal === booked.endsLocal)?.id ?? null;
  const known = (id: string | null) => times.some((time) => time.id === id);
  return known(wanted.picked) ? wanted.picked : known(wanted.best) ? wanted.best : (times[0]?.id ?? null);
}

/** Shade of a sum: five steps up to the best time there is, so that the best is always the darkest. */
export function heatOf(can: number, best: number): number {
  return best === 0 ? 0 : Math.floor((can / best) * 5);
}

export type LeftReason = 'failed' | 'refused' | 'notInvited' | 'unanswered' | 'worry' | 'letter' | 'cannot' | 'maybe';

/** What still has to be arranged with a person before this time can be booked with an easy mind; null: nothing. */
export function leftToArrange(person: MatrixPerson, timeId: string): LeftReason | null {
  if (person.answer === null) {
    if (['failed', 'unknown', 'willNotBeSent', 'suppressed', 'expired'].includes(person.lastMessage?.state ?? '')) return 'failed';
    if (!isInvited(person)) return 'notInvited';
    return person.contactRefusal === null ? 'unanswered' : 'refused';
  }
  if (person.answer.worry === 'callMe') return 'worry';
  const cell = cellOf(person, timeId);
  if (cell === 'no') return person.answer.mode === 'letter' ? 'letter' : 'cannot';
  if (cell === 'none') return 'unanswered';
  return cell === 'ifNeedBe' && person.mustAttend ? 'maybe' : null;
}
