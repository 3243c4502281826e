/**
 * The moments at which a worker's death would hurt, in the order a message meets them. Nobody stops at them but the
 * chaos run (apps/local/src/chaos), which kills a worker at each.
 */
export const CRASH_POINTS = [
  'claimed',
  'rung',
  /** Written, not committed. */
  'gateJudged',
  'gateCommitted',
  /** The operator has answered, and only this process knows. */
  'callAnswered',
  /** Written, not committed. */
  'markWritten',
  'marked',
  'receiptStored',
  /** Written, not committed. */
  'receiptApplied',
  'resolverAsked',
  /** Written, not committed. */
  'sweepExpired',
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];
export type AtPoint = (point: CrashPoint) => Promise<void> | void;

export const passBy: AtPoint = () => undefined;
