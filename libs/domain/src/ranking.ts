import type { Instant } from './time';
import { meetingPairs, type Pair } from './pairs';
import type { TimeAnswer } from './vocabulary';

/** Which of the proposed times is best, and why: the order is a chain of named criteria, never a weighted sum. */
export type TimeToRank = { id: string; starts: Instant | string };
export type PersonToRank = { id: string; mustAttend: boolean; name?: string };
/** person → time → answer. A missing entry has not answered. */
export type TimeAnswers = Readonly<Record<string, Readonly<Record<string, TimeAnswer | undefined>> | undefined>>;

/** Whose silence is a missing answer: those asked, and those without whom it cannot be held. Rows, sums and names all go by this. */
export const isExpected = (person: { mustAttend: boolean; invited: boolean }): boolean => person.mustAttend || person.invited;

export const RANKING_CRITERIA = [
  'pairsMeetFewest', 'mustCannotFewest', 'mustCanMost', 'canMost', 'cannotFewest', 'maybeFewest', 'earliest',
] as const;
export type RankingCriterion = (typeof RANKING_CRITERIA)[number];

export type RankingReasonCode =
  | 'pairMeets' | 'pairSplit' | 'allMustCan' | 'mustMissing' | 'mustUnsure' | 'mustUnanswered' | 'mostCan' | 'fewestMaybe' | 'earliest' | 'someCannot' | 'allAnswered';
export type RankingReason = { code: RankingReasonCode; count: number; of: number; personIds: string[] };

export type RankedTime = {
  timeId: string;
  /** 1 is best. */
  rank: number;
  can: number;
  maybe: number;
  cannot: number;
  unanswered: number;
  /** Pairs that are kept from each other, could both come, and about whom nobody has decided: such a time is not proposed. */
  pairsMeet: number;
  mustCan: number;
  mustMaybe: number;
  mustCannot: number;
  mustUnanswered: number;
  mustTotal: number;
  canIds: string[];
  maybeIds: string[];
  cannotIds: string[];
  unansweredIds: string[];
  /** Must-haves who said no. */
  missingMustIds: string[];
  reasons: RankingReason[];
  /** What puts it before the next one; null for the last. */
  decidedBy: RankingCriterion | null;
};

type Tally = Omit<RankedTime, 'rank' | 'reasons' | 'decidedBy'> & { key: string; meetIds: string[]; splitIds: string[]; mustMaybeIds: string[]; mustUnansweredIds: string[] };

/** Best first. The same people and answers give the same order, whatever order they come in. */
export function rankTimes(input: { times: readonly TimeToRank[]; people: readonly PersonToRank[]; answers: TimeAnswers; pairs?: readonly Pair[] }): RankedTime[] {
  const people = [...input.people].sort((a, b) => compareText(a.id, b.id));
  const tallies = input.times.map((time) => tally(time, people, input.answers, input.pairs ?? [])).sort(compareTallies);
  return tallies.map((current, index) => {
    const next = tallies[index + 1];
    const { key: _key, meetIds: _meet, splitIds: _split, mustMaybeIds: _maybe, mustUnansweredIds: _unanswered, ...counts } = current;
    return {
      ...counts,
      rank: index + 1,
      reasons: reasonsFor(current, tallies),
      decidedBy: next === undefined ? null : decider(current, next),
    };
  });
}

function tally(time: TimeToRank, people: readonly PersonToRank[], answers: TimeAnswers, pairs: readonly Pair[]): Tally {
  const idsWith = (wanted: TimeAnswer | undefined, from: readonly PersonToRank[]) =>
    from.filter((person) => answers[person.id]?.[time.id] === wanted).map((person) => person.id);
  const musts = people.filter((person) => person.mustAttend);
  const canIds = idsWith('yes', people);
  const maybeIds = idsWith('ifNeedBe', people);
  const cannotIds = idsWith('no', people);
  const unansweredIds = idsWith(undefined, people);
  const missingMustIds = idsWith('no', musts);
  const mustMaybeIds = idsWith('ifNeedBe', musts);
  const mustUnansweredIds = idsWith(undefined, musts);
  const meeting = meetingPairs(pairs, (id) => canIds.includes(id) || maybeIds.includes(id));
  const undecided = meeting.filter((pair) => pair.measure === null);
  const idsOf = (some: readonly Pair[]) => [...new Set(some.flatMap((pair) => pair.ends.filter((id) => id !== null)))];
  return {
    timeId: time.id,
    key: typeof time.starts === 'string' ? time.starts : time.starts.toISOString(),
    pairsMeet: undecided.length,
    meetIds: idsOf(undecided),
    splitIds: idsOf(meeting.filter((pair) => pair.measure !== null)),
    can: canIds.length,
    maybe: maybeIds.length,
    cannot: cannotIds.length,
    unanswered: unansweredIds.length,
    mustCan: idsWith('yes', musts).length,
    mustMaybe: mustMaybeIds.length,
    mustCannot: missingMustIds.length,
    mustUnanswered: mustUnansweredIds.length,
    mustTotal: musts.length,
    canIds,
    maybeIds,
    cannotIds,
    unansweredIds,
    missingMustIds,
    mustMaybeIds,
    mustUnansweredIds,
  };
}

/** Below zero when `a` is better. */
export const compareBy: Readonly<Record<RankingCriterion, (a: RankingKey, b: RankingKey) => number>> = {
  pairsMeetFewest: (a, b) => a.pairsMeet - b.pairsMeet,
  mustCannotFewest: (a, b) => a.mustCannot - b.mustCannot,
  mustCanMost: (a, b) => b.mustCan - a.mustCan,
  canMost: (a, b) => b.can - a.can,
  cannotFewest: (a, b) => a.cannot - b.cannot,
  maybeFewest: (a, b) => a.maybe - b.maybe,
  earliest: (a, b) => compareText(a.key, b.key),
};
export type RankingKey = Pick<RankedTime, 'pairsMeet' | 'mustCannot' | 'mustCan' | 'can' | 'cannot' | 'maybe'> & { key: string };

function compareTallies(a: Tally, b: Tally): number {
  for (const criterion of RANKING_CRITERIA) {
    const order = compareBy[criterion](a, b);
    if (order !== 0) return order;
  }
  return compareText(a.timeId, b.timeId);
}

function decider(better: Tally, worse: Tally): RankingCriterion {
  return RANKING_CRITERIA.find((criterion) => compareBy[criterion](better, worse) < 0) ?? 'earliest';
}

function reasonsFor(time: Tally, all: readonly Tally[]): RankingReason[] {
  const everyone = time.can + time.maybe + time.cannot + time.unanswered;
  const reasons: RankingReason[] = [];
  const say = (code: RankingReasonCode, count: number, of: number, personIds: string[] = []) => reasons.push({ code, count, of, personIds });
  if (time.pairsMeet > 0) say('pairMeets', time.pairsMeet, time.pairsMeet, time.meetIds);
  if (time.splitIds.length > 0) say('pairSplit', time.splitIds.length, time.splitIds.length, time.splitIds);
  if (time.mustTotal > 0 && time.mustCan === time.mustTotal) say('allMustCan', time.mustCan, time.mustTotal);
  if (time.missingMustIds.length > 0) say('mustMissing', time.mustCannot, time.mustTotal, time.missingMustIds);
  if (time.mustMaybe > 0) say('mustUnsure', time.mustMaybe, time.mustTotal, time.mustMaybeIds);
  if (time.mustUnanswered > 0) say('mustUnanswered', time.mustUnanswered, time.mustTotal, time.mustUnansweredIds);
  if (time.can > 0 && all.every((other) => other.can <= time.can)) say('mostCan', time.can, everyone);
  const others = time.cannotIds.filter((id) => !time.missingMustIds.includes(id));
  if (others.length > 0) say('someCannot', others.length, everyone, others);
  // Said only where it decided between two that were otherwise alike.
  const near = (criterion: RankingCriterion) => all.some((other) => other !== time && goesBeforeBy(time, other) === criterion);
  if (near('maybeFewest')) say('fewestMaybe', time.maybe, everyone, time.maybeIds);
  if (near('earliest')) say('earliest', 0, everyone);
  if (everyone > 0 && time.unanswered === 0) say('allAnswered', everyone, everyone);
  return reasons;
}

/** The criterion by which `a` goes before `b`, or null when it does not. */
function goesBeforeBy(a: Tally, b: Tally): RankingCriterion | null {
  return compareTallies(a, b) < 0 ? decider(a, b) : null;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
