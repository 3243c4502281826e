import { RateLimiterRes, type RateLimiterRedis } from 'rate-limiter-flexible';

/** Takes one point. What the limiter says once its points are spent; null before. */
export async function spend(limiter: RateLimiterRedis, key: string): Promise<RateLimiterRes | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (spent) {
    if (spent instanceof RateLimiterRes) return spent;
    throw spent;
  }
}
