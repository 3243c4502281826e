import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, type IRateLimiterStoreOptions } from 'rate-limiter-flexible';
import { FamilySecrets } from '@radslag/access';
import { promptConnection, spend } from '@radslag/jobs';
import type { Logger } from '@radslag/platform';

/** Secrets that opened nothing: per address, and in all. */
export type ThrottleLimits = { perAddress: number; inAll: number; seconds: number };
export const LINK_LIMITS: ThrottleLimits = { perAddress: 30, inAll: 3000, seconds: 600 };

/**
 * Counts secrets that opened nothing. It shuts nobody out: it is asked only once a secret has been looked up and found dead, so
 * whoever holds a living one never waits for it, whatever others do from the same address, which may be a whole operator's
 * customers, and whether or not Redis answers. Nor does a guess need a lock: 131 random bits, and the 49 of a code in a letter
 * would take centuries at the pace that sets off the alarm. Beyond the limit of an address its misses are answered with "too
 * many, wait"; beyond the limit in all somebody is told, once a window.
 * Counted in Redis, and in this process while Redis is away. A counter knows an address only by a keyed hash.
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
    private readonly logger: Logger,
    private readonly limits: ThrottleLimits = LINK_LIMITS,
  ) {
    // Each command falls back on its own; the client keeps trying to come back.
    this.redis = promptConnection(redisUrl, () => undefined);
    const limiter = (keyPrefix: string, points: number) => {
      const rule = { keyPrefix: `${prefix}:${keyPrefix}`, points, duration: limits.seconds };
      const options: IRateLimiterStoreOptions = { ...rule, storeClient: this.redis, insuranceLimiter: new RateLimiterMemory(rule) };
      return new RateLimiterRedis(options);
    };
    this.perAddress = limiter('link-misses', limits.perAddress);
    this.inAll = limiter('all-link-misses', limits.inAll);
  }

  /** One more. Seconds until the address may try again without being told to wait; null: it is within its limit. */
  async missed(address: string): Promise<number | null> {
    const [own, all] = await Promise.all([spend(this.perAddress, this.tag(address)), spend(this.inAll, 'all')]);
    // exactly one miss is the first beyond the limit: one line a window, however many processes count
    if (all?.consumedPoints === this.limits.inAll + 1) this.logger.error({ alarm: 'link-misses', limit: this.limits.inAll, seconds: this.limits.seconds }, 'many links and codes that open nothing: somebody may be guessing');
    return own === null ? null : Math.ceil(own.msBeforeNext / 1000);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.redis.quit().catch(() => this.redis.disconnect());
  }

  /** An IPv6 subscriber has a whole /64. */
  private tag(address: string): string {
    return this.secrets.addressTag(address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address);
  }
}
