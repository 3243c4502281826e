import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { spend } from '@radslag/jobs';
import { AppError } from '@radslag/platform';

export const REDIS = Symbol('Redis');

const WINDOW_SECONDS = 15 * 60;
/** Tries of one account from one address before the first pause. */
export const TRIES = 5;
const PER_ADDRESS = 60;
const DAY_SECONDS = 24 * 60 * 60;
/** A minute at first, then twice as long each time, an hour at most: who has forgotten waits a little, who guesses gets nowhere. */
const pauseSeconds = (pauses: number): number => Math.min(60 * 2 ** (pauses - 1), 60 * 60);

/**
 * A try is counted before the password is looked at, so that thirty at once are no more than thirty after each other, and given
 * back when it was right. Per account *and* address: whoever guesses at somebody's account from elsewhere pauses themselves and
 * never its owner. Per address against trying many accounts. Without Redis each process counts for itself: the door stays
 * guarded, never open.
 */
@Injectable()
export class SignInThrottle {
  private readonly pair: RateLimiterRedis;
  private readonly pauses: RateLimiterRedis;
  private readonly address: RateLimiterRedis;

  constructor(@Inject(REDIS) redis: Redis) {
    const limiter = (keyPrefix: string, points: number, duration = WINDOW_SECONDS) =>
      new RateLimiterRedis({ storeClient: redis, keyPrefix, points, duration, insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration }) });
    this.pair = limiter('signin-pair', TRIES);
    this.pauses = limiter('signin-pauses', 1_000, DAY_SECONDS);
    this.address = limiter('signin-from', PER_ADDRESS);
  }

  /** Takes one try, or refuses it. */
  async take(email: string, ip: string): Promise<void> {
    const spent = await spend(this.address, hashed(ip));
    if (spent !== null) throw tooMany(spent.msBeforeNext);
    const key = pairOf(email, ip);
    const over = await spend(this.pair, key);
    if (over === null) return;
    // The try was not made, so it is none of the address's either.
    await this.address.reward(hashed(ip));
    // The first one too many begins the pause; those beside it find it begun.
    if (over.consumedPoints !== TRIES + 1) throw tooMany(over.msBeforeNext);
    const { consumedPoints } = await this.pauses.consume(key);
    const seconds = pauseSeconds(consumedPoints);
    await this.pair.block(key, seconds);
    throw tooMany(seconds * 1_000);
  }

  /** It was right: none of it was guessing. */
  async giveBack(email: string, ip: string): Promise<void> {
    const key = pairOf(email, ip);
    await Promise.all([this.pair.delete(key), this.pauses.delete(key), this.address.reward(hashed(ip))]);
  }
}

/** No address of a person in Redis. */
const hashed = (value: string) => createHash('sha256').update(value).digest('base64url').slice(0, 22);
const pairOf = (email: string, ip: string) => hashed(`${email} ${ip}`);
const tooMany = (ms: number) => new AppError('too-many-requests', 429, { retryAfterSeconds: Math.max(1, Math.ceil(ms / 1000)) });
