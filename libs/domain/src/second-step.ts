import type { Instant } from './time';

/**
 * What is asked before place or plan is shown: the birth year, or six digits told on the phone. A year has some ninety likely
 * values, so a pause alone only makes guessing slow; after ten wrong ones in all it opens nothing any more, until the link is
 * changed, and whoever wants in is told a code. A code is for once and for a day, and five wrong ones end it: one in two hundred
 * thousand.
 */
export const YEAR_TRIES = 5;
export const YEAR_PAUSE_MINUTES = 15;
export const YEAR_TRIES_IN_ALL = 10;
export const CODE_TRIES = 5;
export const CODE_HOURS = 24;

/** What a link remembers of its second step. */
export type StepMemory = {
  asks: 'none' | 'birthYear' | 'code';
  /** Wrong years since the last pause, and in all since the link was made. */
  failedSteps: number;
  wrongYears: number;
  lockedUntil: Instant | null;
  /** Null: none is out, or it has been used. */
  codeIssuedAt: Instant | null;
  wrongCodes: number;
};

export const yearMayOpen = (step: Pick<StepMemory, 'asks' | 'wrongYears'>): boolean => step.asks === 'birthYear' && step.wrongYears < YEAR_TRIES_IN_ALL;
export const isPaused = (step: Pick<StepMemory, 'lockedUntil'>, now: Instant): boolean => step.lockedUntil !== null && step.lockedUntil > now;

export const codeValidUntil = (issuedAt: Instant): Instant => new Date(issuedAt.getTime() + CODE_HOURS * 3_600_000);
export const codeMayOpen = (step: Pick<StepMemory, 'codeIssuedAt' | 'wrongCodes'>, now: Instant): boolean =>
  step.codeIssuedAt !== null && now < codeValidUntil(step.codeIssuedAt) && step.wrongCodes < CODE_TRIES;

export type AfterWrong<Change> = { change: Change; /** `closed`: nothing that is typed here opens it any more. */ outcome: 'wrong' | 'paused' | 'closed'; /** A code must be told by a person. */ askStaff: boolean };

export function afterWrongYear(step: StepMemory, now: Instant): AfterWrong<Pick<StepMemory, 'failedSteps' | 'wrongYears' | 'lockedUntil'>> {
  const wrongYears = step.wrongYears + 1;
  const failed = step.failedSteps + 1;
  if (wrongYears >= YEAR_TRIES_IN_ALL) return { change: { failedSteps: 0, wrongYears, lockedUntil: null }, outcome: 'closed', askStaff: true };
  if (failed >= YEAR_TRIES) return { change: { failedSteps: 0, wrongYears, lockedUntil: new Date(now.getTime() + YEAR_PAUSE_MINUTES * 60_000) }, outcome: 'paused', askStaff: false };
  return { change: { failedSteps: failed, wrongYears, lockedUntil: step.lockedUntil }, outcome: 'wrong', askStaff: false };
}

export function afterWrongCode(step: StepMemory): AfterWrong<Pick<StepMemory, 'wrongCodes'>> {
  const wrongCodes = step.wrongCodes + 1;
  const ended = wrongCodes >= CODE_TRIES;
  return { change: { wrongCodes }, outcome: ended ? 'closed' : 'wrong', askStaff: ended && !yearMayOpen(step) };
}
