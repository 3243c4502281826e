import type { Instant } from './time';

/**
 * What can be wrong with a chain of the audit log. `altered`: a row is not what its hash was made of. `unlinked`: a row does not
 * follow on the one before. `missing`: numbers are gone. `oldForm`: a row claims the form of hash from before, after one of the new.
 * `headBehind`: there are rows after the last. `shorter`, `other`: held against what was written outside the database, the end is
 * gone, or the chain is another one. `anchorLost`: what was written outside is itself gone or changed.
 */
export const AUDIT_BREAKS = ['altered', 'unlinked', 'missing', 'oldForm', 'headBehind', 'shorter', 'other', 'anchorLost'] as const;
export type AuditBreak = (typeof AUDIT_BREAKS)[number];

/** Those that say that the head which was written outside the database does not hold any more. */
export const ANCHOR_BREAKS = ['shorter', 'other'] as const satisfies readonly AuditBreak[];

/** Why a log reviewer leaves a break at that. */
export const BREAK_REASONS = ['restored', 'repaired', 'investigated'] as const;
export type BreakReason = (typeof BREAK_REASONS)[number];

/** Where the head was written after a check. */
export const ANCHORED_IN = ['file', 'log'] as const;
export type AnchoredIn = (typeof ANCHORED_IN)[number];

export const AUDIT_STANDINGS = ['never', 'broken', 'late', 'wholeButKnown', 'whole'] as const;
export type AuditStanding = (typeof AUDIT_STANDINGS)[number];

/** A night that was missed is not yet a word; two are. */
const LATE_AFTER_MS = 48 * 3_600_000;

/** What may be said of a chain: from its last whole check, and from what nobody has answered for yet. Never from some of its rows. */
export function auditStanding({ last, unanswered }: { last: { finishedAt: Instant; found: number } | null; unanswered: number }, now: Instant): AuditStanding {
  if (unanswered > 0) return 'broken';
  if (last === null) return 'never';
  if (now.getTime() - last.finishedAt.getTime() > LATE_AFTER_MS) return 'late';
  return last.found > 0 ? 'wholeButKnown' : 'whole';
}
