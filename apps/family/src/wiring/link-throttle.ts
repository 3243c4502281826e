import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, type IRateLimiterStoreOptions } from 'rate-limiter-flexible';
import { FamilySecrets } from '@radslag/access';

/** Links that did not open, per address and in all. 131 random bits need no help; whoever tries anyway is not to burden the others. */
export type ThrottleLimits = { perAddress: number; inAll: number; seconds: number };
export const LINK_LIMITS: ThrottleLimits = { perAddress: 30, inAll: 3000, seconds: 600 };

/**
 * Counted in Redis, and in this process while Redis is away: without it the limit holds here, it does not fall. A counter knows an
 * address only by a keyed hash.
 */
@Injectable()
export class LinkThrottle implements OnApplicationShutdown {
  private readonly redis: Redis;
  private readonly perAddress: RateLimiterRedis;
  private readonly inAll: RateLimiterRedis;

  constructor(
    redisUrl: string,
    prefix: string,
    private readonly secrets: FamilySecrets,
    limits: ThrottleLimits = LINK_LIMITS,
  ) {
    this.redis = new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 2000, retryStrategy: (times) => Math.min(times * 200, 5000) });
    // Each command falls back on its own; the client keeps trying to come back.
    this.redis.on('error', () => undefined);
    const limiter = (keyPrefix: string, points: number) => {
      const rule = { keyPrefix: `${prefix}:${keyPrefix}`, points, duration: limits.seconds };
      const options: IRateLimiterStoreOptions = { ...rule, storeClient: this.redis, insuranceLimiter: new RateLimiterMemory(rule) };
      return new RateLimiterRedis(options);
    };
    this.perAddress = limiter('link-misses', limits.perAddress);
    this.inAll = limiter('all-link-misses', limits.inAll);
  }

  async isOpenFor(address: string): Promise<boolean> {
    const [own, all] = await Promise.all([this.perAddress.get(this.tag(address)), this.inAll.get('all')]);
    return (own === null || own.consumedPoints < this.perAddress.points) && (all === null || all.consumedPoints < this.inAll.points);
  }

  async missed(address: string): Promise<void> {
    // A full counter answers by rejecting; that it is full is seen at the next look.
    await Promise.allSettled([this.perAddress.consume(this.tag(address)), this.inAll.consume('all')]);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.redis.quit().catch(() => this.redis.disconnect());
  }

  /** An IPv6 subscriber has a whole /64. */
  private tag(address: string): string {
    return this.secrets.addressTag(address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address);
  }
}
