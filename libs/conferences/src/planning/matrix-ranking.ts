import type { MatrixView } from '@radslag/contracts';
import type { ProposedTime } from '@radslag/db';
import { rankTimes, type Pair } from '@radslag/domain';
import type { SaidOfTime } from './latest-answers';

/** `counts`: the person's silence is a missing answer, not nothing. */
export type PersonAnswering = { memberId: string; mustAttend: boolean; counts: boolean };

export function rankMatrix(times: readonly ProposedTime[], people: readonly PersonAnswering[], said: ReadonlyMap<string, readonly SaidOfTime[]>, pairs: readonly Pair[]): MatrixView['ranking'] {
  const ranked = rankTimes({
    pairs,
    times: times.map((time) => ({ id: time.id, starts: time.startsLocal })),
    people: people.filter((person) => person.counts).map((person) => ({ id: person.memberId, mustAttend: person.mustAttend })),
    answers: Object.fromEntries([...said].map(([memberId, list]) => [memberId, Object.fromEntries(list.map((one) => [one.timeId, one.value]))])),
  });
  return ranked.map((time) => ({
    timeId: time.timeId,
    rank: time.rank,
    can: time.can,
    maybe: time.maybe,
    cannot: time.cannot,
    unanswered: time.unanswered,
    pairsMeet: time.pairsMeet,
    mustCan: time.mustCan,
    mustTotal: time.mustTotal,
    missingMustIds: time.missingMustIds,
    cannotIds: time.cannotIds,
    maybeIds: time.maybeIds,
    reasons: time.reasons.map((reason) => ({ code: reason.code, memberIds: reason.personIds })),
  }));
}
