import type { AtPoint } from '@radslag/outreach';
import type { Env } from '@radslag/platform';

export const SETTINGS = Symbol('Settings');

export type Pace = Readonly<{
  planMs: number;
  sweepMs: number;
  /** Redis away this long: Postgres sends without it. */
  patienceWithRedisMs: number;
}>;

const PATIENCE_WITH_REDIS_MS = 60_000;
/** How often the worker looks by itself. Local and test mode look more often, since somebody is watching the clock. */
export const PACE: Readonly<Record<Env['mode'], Pace>> = {
  production: { planMs: 5_000, sweepMs: 15_000, patienceWithRedisMs: PATIENCE_WITH_REDIS_MS },
  local: { planMs: 1_000, sweepMs: 2_000, patienceWithRedisMs: PATIENCE_WITH_REDIS_MS },
  test: { planMs: 1_000, sweepMs: 2_000, patienceWithRedisMs: PATIENCE_WITH_REDIS_MS },
};

/** What the chaos run sets and nobody else: another pace, less patience with a call and with a gate, and a word at each named point. */
export type Trial = Readonly<{ pace?: Pace; callTimeoutMs?: number; gateHoldsMs?: number; at?: AtPoint }>;
export const PACE_OF_THIS_WORKER = Symbol('Pace');

/** Batches at a time: a few, each with up to 50 calls under way, so that gate and mark of one overlap the calls of another. */
export const CONCURRENCY = 8;
