import { addDays, addWorkingDays } from './time';
import type { CalendarDate } from './time';

/** How long each step may take. Data, since a municipality decides; Sweden has no limit in law for the conference itself. */
export type Clock = { days: number; workingDays: boolean };
export const CLOCK_KEYS = ['acknowledge', 'coordinator', 'firstContact', 'conference', 'planDecision', 'check', 'review'] as const;
export type ClockKey = (typeof CLOCK_KEYS)[number];
export type Clocks = Readonly<Record<ClockKey, Clock>>;

/** The proposed default: acknowledge in 2 working days, coordinator 5, first contact 7 days, conference 42, plan 5 working days, check 35, review 90. */
export const DEFAULT_CLOCKS: Clocks = {
  acknowledge: { days: 2, workingDays: true },
  coordinator: { days: 5, workingDays: true },
  firstContact: { days: 7, workingDays: false },
  conference: { days: 42, workingDays: false },
  planDecision: { days: 5, workingDays: true },
  check: { days: 35, workingDays: false },
  review: { days: 90, workingDays: false },
};
/** An acute referral: a coordinator within one working day, a conference within four days. */
export const ACUTE_CLOCKS: Clocks = {
  acknowledge: { days: 1, workingDays: true },
  coordinator: { days: 1, workingDays: true },
  firstContact: { days: 2, workingDays: false },
  conference: { days: 4, workingDays: false },
  planDecision: { days: 5, workingDays: true },
  check: { days: 35, workingDays: false },
  review: { days: 90, workingDays: false },
};

export type ReferralDates = {
  submittedOn: CalendarDate | null;
  heldOn: CalendarDate | null;
  /** Whole days that the case has been paused with a reason since it was submitted. */
  pausedDays?: number;
};
/** Last day for each step; null while the day it counts from is not known. */
export type Deadlines = Readonly<Record<ClockKey, CalendarDate | null>>;

/** The first four steps count from the day of the referral, the last three from the day the family met. */
export function deadlinesFor(dates: ReferralDates, clocks: Clocks = DEFAULT_CLOCKS): Deadlines {
  const paused = dates.pausedDays ?? 0;
  const before = (key: ClockKey) => due(dates.submittedOn, clocks[key], paused);
  const after = (key: ClockKey) => due(dates.heldOn, clocks[key], 0);
  return {
    acknowledge: before('acknowledge'),
    coordinator: before('coordinator'),
    firstContact: before('firstContact'),
    conference: before('conference'),
    planDecision: after('planDecision'),
    check: after('check'),
    review: after('review'),
  };
}

function due(from: CalendarDate | null, clock: Clock, pausedDays: number): CalendarDate | null {
  if (from === null) return null;
  const on = clock.workingDays ? addWorkingDays(from, clock.days) : addDays(from, clock.days);
  return addDays(on, pausedDays);
}
