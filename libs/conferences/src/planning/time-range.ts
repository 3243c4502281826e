import { AppError, RuleBroken } from '@radslag/platform';
import { instantOf, isCalendarDate, type Instant } from '@radslag/domain';

export type TimeRange = { startsLocal: string; endsLocal: string };

/** A range that can be met in: a real date, the end after the start, the start still ahead. */
export function requireUsableRange(range: TimeRange, zone: string, now: Instant): void {
  for (const [field, local] of Object.entries(range)) {
    if (!isCalendarDate(local.slice(0, 10))) throw new AppError('invalid-input', 400, { field });
  }
  const starts = instantOf({ local: range.startsLocal, zone });
  if (instantOf({ local: range.endsLocal, zone }) <= starts) throw new RuleBroken('ends-before-start', { startsLocal: range.startsLocal });
  if (starts <= now) throw new RuleBroken('date-in-past', { startsLocal: range.startsLocal });
}

export const rangeKey = (range: TimeRange): string => `${range.startsLocal}/${range.endsLocal}`;
