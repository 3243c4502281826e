import type { Env } from '@radslag/platform';

export const SETTINGS = Symbol('Settings');

/** How often the worker looks by itself. Local and test mode look more often, since somebody is watching the clock. */
export const PACE: Readonly<Record<Env['mode'], { planMs: number; sweepMs: number }>> = {
  production: { planMs: 5_000, sweepMs: 15_000 },
  local: { planMs: 1_000, sweepMs: 2_000 },
  test: { planMs: 1_000, sweepMs: 2_000 },
};

/** Redis away this long: Postgres sends without it. */
export const PATIENCE_WITH_REDIS_MS = 60_000;
/** Batches at a time: a few, each with up to 50 calls under way, so that gate and mark of one overlap the calls of another. */
export const CONCURRENCY = 8;
