/** What one operator did in one minute of one municipality's traffic. `minute`: whole minutes since 1970. */
export type OperatorMinute = { operator: string; minute: number; calls: number; errors: number; medianMs: number | null };
/** `weight`: the part of the traffic that the municipality wants it to have when all is well. */
export type OperatorWish = { operator: string; weight: number };
export type OperatorStanding = {
  operator: string;
  /** Of the next hundred messages, how many as a fraction: 0 to 1, together 1. */
  share: number;
  state: 'well' | 'resting' | 'recovering';
  /** Why it rests or has rested. */
  why: 'errors' | 'slow' | null;
};

/** The part of the traffic that finds out whether a resting operator is well again. */
export const PROBE_SHARE = 0.05;
/** How far back the minutes must reach: whoever was in trouble before that has had time to recover. */
export const STANDING_MINUTES = 30;

const WINDOW_MINUTES = 5;
/** One failed call is chance, and one that failed while it was on trial is not. */
const ERRORS_TO_REST = 3;
const ERROR_RATE = 0.25;
const CALLS_TO_COMPARE = 3;
const SLOW_MS = 3_000;
const TIMES_SLOWER = 4;
/** After this long without trouble it is given a fifth more each minute. */
const QUIET_MINUTES = 5;
const STEP = 0.2;

type Course = { trust: number; lastBad: number; why: 'errors' | 'slow' | null };
type Seen = { calls: number; errors: number; rate: number; medianMs: number | null };

/**
 * How the traffic is shared now, from what the last minutes have shown and from nothing else, so that every worker comes to
 * the same answer and none has to remember anything. An operator rests when it fails or is slow *and another is better*:
 * where all are in trouble, moving the traffic helps nobody and only makes them swap.
 */
export function operatorStandings(wishes: readonly OperatorWish[], minutes: readonly OperatorMinute[], now: Date): OperatorStanding[] {
  const last = Math.floor(now.getTime() / 60_000);
  const courses = new Map(wishes.map(({ operator }): [string, Course] => [operator, { trust: 1, lastBad: -Infinity, why: null }]));
  for (let minute = last - STANDING_MINUTES; minute <= last; minute++) {
    const seen = new Map(wishes.map(({ operator }): [string, Seen] => [operator, inWindow(minutes, operator, minute)]));
    for (const { operator } of wishes) {
      const others = wishes.filter((other) => other.operator !== operator).map((other) => seen.get(other.operator)!);
      courses.set(operator, nextMinute(courses.get(operator)!, minute, troubleOf(seen.get(operator)!, others, courses.get(operator)!.trust < 1)));
    }
  }
  return shared(wishes, courses);
}

function inWindow(minutes: readonly OperatorMinute[], operator: string, end: number): Seen {
  const own = minutes.filter((one) => one.operator === operator && one.minute > end - WINDOW_MINUTES && one.minute <= end);
  const calls = own.reduce((sum, one) => sum + one.calls, 0);
  const errors = own.reduce((sum, one) => sum + one.errors, 0);
  return { calls, errors, rate: calls === 0 ? 0 : errors / calls, medianMs: calls < CALLS_TO_COMPARE ? null : weightedMedian(own) };
}

/** The median of the minutes' medians, each counted as often as it had calls. */
function weightedMedian(minutes: readonly OperatorMinute[]): number | null {
  const known = minutes.filter((one): one is OperatorMinute & { medianMs: number } => one.medianMs !== null).sort((a, b) => a.medianMs - b.medianMs);
  let left = known.reduce((sum, one) => sum + one.calls, 0) / 2;
  for (const one of known) {
    left -= one.calls;
    if (left <= 0) return one.medianMs;
  }
  return null;
}

function troubleOf(own: Seen, others: readonly Seen[], onTrial: boolean): 'errors' | 'slow' | null {
  const failing = own.errors >= (onTrial ? 1 : ERRORS_TO_REST) && own.rate >= ERROR_RATE;
  if (failing && others.some((other) => other.rate < own.rate / 2)) return 'errors';
  const slow = own.medianMs !== null && own.medianMs >= SLOW_MS;
  if (slow && others.some((other) => other.medianMs !== null && own.medianMs! >= TIMES_SLOWER * other.medianMs)) return 'slow';
  return null;
}

function nextMinute(course: Course, minute: number, trouble: 'errors' | 'slow' | null): Course {
  if (trouble !== null) return { trust: 0, lastBad: minute, why: trouble };
  if (course.trust >= 1 || minute - course.lastBad < QUIET_MINUTES) return course;
  const trust = Math.min(1, course.trust + STEP);
  return { ...course, trust: trust > 0.99 ? 1 : trust, why: trust > 0.99 ? null : course.why };
}

/** What was wished, less what is not trusted, and never less than the probe for whoever is wanted at all. */
function shared(wishes: readonly OperatorWish[], courses: ReadonlyMap<string, Course>): OperatorStanding[] {
  const wanted = wishes.filter(({ weight }) => weight > 0);
  const trusted = wanted.reduce((sum, { operator, weight }) => sum + weight * courses.get(operator)!.trust, 0);
  // Nobody is trusted: then what was wished is as good as anything.
  const raw = new Map(wanted.map(({ operator, weight }) => [operator, trusted === 0 ? weight : weight * courses.get(operator)!.trust]));
  const probing = new Set<string>();
  const total = () => wanted.reduce((sum, { operator }) => sum + (probing.has(operator) ? 0 : raw.get(operator)!), 0);
  const room = () => 1 - probing.size * PROBE_SHARE;
  // Lifting one to the probe takes a little from the others, so that another may need lifting too.
  for (let lifted = true; lifted; ) {
    lifted = false;
    const [sum, rest] = [total(), room()];
    for (const { operator } of wanted) {
      if (probing.has(operator) || courses.get(operator)!.trust === 1 || sum === 0 || (raw.get(operator)! / sum) * rest >= PROBE_SHARE) continue;
      probing.add(operator);
      lifted = true;
      break;
    }
  }
  const [sum, rest] = [total(), room()];
  return wishes.map(({ operator, weight }) => {
    const { trust, why } = courses.get(operator)!;
    const share = weight === 0 ? 0 : probing.has(operator) ? PROBE_SHARE : (raw.get(operator)! / sum) * rest;
    return { operator, share, state: trust === 1 ? 'well' : trust === 0 ? 'resting' : 'recovering', why };
  });
}
