import { Redis } from 'ioredis';

export class UnsafeRedis extends Error {}

/** For ringing: fails at once when Redis is away. Nothing waits for a doorbell; the rows are in Postgres. */
export function ringingConnection(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, connectTimeout: 3_000, commandTimeout: 5_000, retryStrategy: (times) => Math.min(times * 200, 2_000) });
  redis.on('error', onError);
  return redis;
}

/** For listening: waits for Redis as long as it takes, as BullMQ demands of a worker. */
export function listeningConnection(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: (times) => Math.min(times * 200, 2_000) });
  redis.on('error', onError);
  return redis;
}

/** Any other policy than `noeviction` lets Redis drop jobs in silence and answer "ok" (measured: 57 % gone). */
export async function requireNoEviction(redis: Redis): Promise<void> {
  const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1];
  if (policy !== 'noeviction') {
    throw new UnsafeRedis(`Redis runs with maxmemory-policy ${policy ?? 'unknown'}: Rådslag needs noeviction, since anything else drops jobs in silence.`);
  }
}

/** One that is full, or is a copy that may only be read, still answers a ping: bells would be refused for as long as it is. */
export async function takesWrites(redis: Pick<Redis, 'set'>, prefix: string): Promise<boolean> {
  return (await redis.set(`${prefix}:well`, '1', 'PX', 60_000)) === 'OK';
}
