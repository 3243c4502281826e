import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '@radslag/platform';

export const REDIS = Symbol('Redis');

const WINDOW_SECONDS = 15 * 60;
const PER_ACCOUNT = 8;
const PER_ADDRESS = 60;

/**
 * Wrong passwords only. Per account against guessing one, per address against trying many. Without Redis each process
 * counts for itself: the door stays guarded, never open.
 */
@Injectable()
export class SignInThrottle {
  private readonly account: RateLimiterRedis;
  private readonly address: RateLimiterRedis;

  constructor(@Inject(REDIS) redis: Redis) {
    const limiter = (keyPrefix: string, points: number) =>
      new RateLimiterRedis({ storeClient: redis, keyPrefix, points, duration: WINDOW_SECONDS, insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration: WINDOW_SECONDS }) });
    this.account = limiter('signin-account', PER_ACCOUNT);
    this.address = limiter('signin-address', PER_ADDRESS);
  }

  async refuseIfSpent(email: string, ip: string): Promise<void> {
    for (const [limiter, key] of this.keys(email, ip)) {
      const state = await limiter.get(key);
      if (state && state.consumedPoints >= limiter.points) throw tooMany(state.msBeforeNext);
    }
  }

  async countWrong(email: string, ip: string): Promise<void> {
    for (const [limiter, key] of this.keys(email, ip)) {
      await limiter.consume(key).catch((spent: unknown) => {
        if (!(spent instanceof RateLimiterRes)) throw spent;
      });
    }
  }

  async forget(email: string): Promise<void> {
    await this.account.delete(hashed(email));
  }

  private keys(email: string, ip: string): [RateLimiterRedis, string][] {
    return [
      [this.account, hashed(email)],
      [this.address, hashed(ip)],
    ];
  }
}

/** No address of a person in Redis. */
const hashed = (value: string) => createHash('sha256').update(value).digest('base64url').slice(0, 22);
const tooMany = (ms: number) => new AppError('too-many-requests', 429, { retryAfterSeconds: Math.ceil(ms / 1000) });
