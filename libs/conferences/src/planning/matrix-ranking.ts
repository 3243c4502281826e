import type { MatrixView } from '@radslag/contracts';
import type { ProposedTime } from '@radslag/db';
import { rankTimes, type Pair, type TimeAnswer, type TimeAnswers } from '@radslag/domain';
import type { StoredAnswer } from './latest-answers';

/** `counts`: the person's silence is a missing answer, not nothing. */
export type PersonAnswering = { memberId: string; mustAttend: boolean; counts: boolean };

export function rankMatrix(times: readonly ProposedTime[], people: readonly PersonAnswering[], answers: ReadonlyMap<string, StoredAnswer>, pairs: readonly Pair[]): MatrixView['ranking'] {
  const ranked = rankTimes({
    pairs,
    times: times.map((time) => ({ id: time.id, starts: time.startsLocal })),
    people: people.filter((person) => person.counts).map((person) => ({ id: person.memberId, mustAttend: person.mustAttend })),
    answers: Object.fromEntries([...answers].map(([memberId, stored]) => [memberId, answersByTime(stored, times)])),
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

/** "I am not coming" and "no time fits" are a no to every time, also to those that were added later. */
function answersByTime({ answer, times }: StoredAnswer, standing: readonly ProposedTime[]): NonNullable<TimeAnswers[string]> {
  if (answer.coming === 'no' || answer.noTimeFits) return Object.fromEntries(standing.map((time) => [time.id, 'no' satisfies TimeAnswer]));
  return Object.fromEntries(times.map((time) => [time.proposedTimeId, time.value]));
}
