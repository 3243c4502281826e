/**
 * Bugs to be caught, as patches on the source of the worker that a run builds: they stand nowhere else. Each names text that
 * must be there exactly once, so that a plant whose ground has changed fails to build and does not quietly plant nothing.
 * `knownSeeds` have what the bug needs to show (say, receipts of everybody that come in the wrong order): where a test begins to
 * look. Several of them, since what a seed meets also hangs on how fast the machine is.
 */
export const PLANTS = {
  /** The gate lets everything through that a bell names, also what was stopped or sent meanwhile. */
  gateSkipped: {
    caughtBy: ['I3', 'I4', 'I9'],
    knownSeeds: [1, 3, 4],
    patches: [
      { file: 'libs/outreach/src/gate-rows.ts', find: `AND m.state = 'queued'\n     ORDER BY`, put: `\n     ORDER BY` },
      { file: 'libs/outreach/src/gate-rules.ts', find: `  if (at.member.removed) return stop('personRemoved');`, put: `  if (now > new Date(0)) return { do: 'send' };\n  if (at.member.removed) return stop('personRemoved');` },
    ],
  },
  /** Two workers at once may claim one row: neither the claim nor the gate locks it or looks again. */
  claimNotLocked: {
    caughtBy: ['I2', 'I3', 'I4', 'I9', 'I11'],
    knownSeeds: [2, 9],
    patches: [
      { file: 'libs/outreach/src/gate-rows.ts', find: `ORDER BY m.id FOR UPDATE OF m SKIP LOCKED FOR SHARE OF nm, c, i, co SKIP LOCKED`, put: `ORDER BY m.id` },
      { file: 'libs/outreach/src/gate-rows.ts', find: `CASE WHEN m.channel = 'sms' THEN pg_try_advisory_xact_lock`, put: `CASE WHEN m.channel = 'sms' AND false THEN pg_try_advisory_xact_lock` },
      { sql: `SELECT pg_get_functiondef('claim_due_messages(integer, interval, interval)'::regprocedure) AS found`, find: `FOR UPDATE SKIP LOCKED`, put: `` },
    ],
  },
  /** What may have been sent is sent again. */
  retryOnUnknown: {
    caughtBy: ['I2', 'I11'],
    knownSeeds: [191, 996],
    patches: [
      { file: 'libs/outreach/src/mark.ts', find: `if (outcome.kind === 'unknown') {`, put: `if (outcome.kind === 'unknown' && row.attempts >= MOST_ATTEMPTS) {` },
      { file: 'libs/outreach/src/mark.ts', find: `if (outcome.kind === 'retryable' &&`, put: `if (outcome.kind !== 'refused' &&` },
    ],
  },
  /** What may have been sent by one operator is given to another, where there is one. */
  failoverOnUnknown: {
    caughtBy: ['I2', 'I11'],
    knownSeeds: [191, 996],
    patches: [
      { file: 'libs/outreach/src/mark.ts', find: `if (outcome.kind === 'unknown') {`, put: `if (outcome.kind === 'unknown' && row.attempts >= ways.count(row.channel)) {` },
      { file: 'libs/outreach/src/mark.ts', find: `if (outcome.kind === 'retryable' &&`, put: `if (outcome.kind !== 'refused' &&` },
    ],
  },
  /** The last receipt to come is believed, whatever was known before. */
  receiptsInOrder: {
    caughtBy: ['I8'],
    knownSeeds: [4392, 5749, 2948],
    patches: [{ file: 'libs/outreach/src/receipts.ts', find: `else state = applyReceipt(state, delivery);`, put: `else if (applyReceipt) state = delivery;` }],
  },
  /** Everything counts, and the one text too many is left out in silence: the cancellation of a busy week. */
  cancellationCapped: {
    caughtBy: ['I16'],
    knownSeeds: [8, 6],
    patches: [
      { file: 'libs/outreach/src/gate-rules.ts', find: `if (at.member.by === 'sms' && NAGGING_KINDS.includes(at.kind) && at.texts.sent >= at.texts.most) return stop('capReached', !LEFT_OUT.includes(at.kind));`, put: `if (at.member.by === 'sms' && NAGGING_KINDS.length > 0 && at.texts.sent >= at.texts.most) return stop('capReached', NAGGING_KINDS.includes(at.kind) && !LEFT_OUT.includes(at.kind));` },
      { file: 'libs/outreach/src/gate-rows.ts', find: "AND x.kind IN (${NAGGING_KINDS.map((kind) => `'${kind}'`).join(', ')})`", put: "AND ${NAGGING_KINDS.length} > 0`" },
      { file: 'libs/outreach/src/unaware.ts', find: `WHEN 'cancelled' THEN told.told IS NOT NULL`, put: `WHEN 'cancelled' THEN false` },
    ],
  },
};

/** A bug of each kind is found within this many seeds. */
export const CAUGHT_WITHIN = 20;

/** Seeds that crash Postgres are left out: several plants are looked for side by side, on one server. */
export function seedsFor(plant) {
  const { knownSeeds } = PLANTS[plant];
  const others = Array.from({ length: CAUGHT_WITHIN * 2 }, (_, i) => i + 1).filter((seed) => !knownSeeds.includes(seed) && seed % 5 !== 0);
  return [...knownSeeds, ...others].slice(0, CAUGHT_WITHIN);
}

export const catches = (plant, { violations }) => violations.some(({ rule }) => PLANTS[plant].caughtBy.includes(rule));
