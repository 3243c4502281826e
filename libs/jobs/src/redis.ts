import { Redis, type RedisOptions } from 'ioredis';

export class UnsafeRedis extends Error {}

/** One that hangs answers neither yes nor no. After this it is taken for dead, and what is done without Redis is done. */
export const ANSWER_WITHIN_MS = 300;
/** BullMQ waits for a bell five seconds at a time: a line that has been silent for longer is cut, and drawn anew. */
const SILENT_LINE_MS = 15_000;
const TIMED_OUT = 'Command timed out';

/**
 * For whoever may not wait: a command fails at once when Redis is away, and after 300 ms when it hangs. The line that hung is cut, so
 * that the next command fails at once too, and the client says `ready` again only when Redis has answered.
 */
export function promptConnection(url: string, onError: (error: Error) => void, options: Pick<RedisOptions, 'keyPrefix'> = {}): Redis {
  const redis = new Redis(url, {
    ...options, enableOfflineQueue: false, maxRetriesPerRequest: 0, connectTimeout: 2_000, commandTimeout: ANSWER_WITHIN_MS, retryStrategy: (times) => Math.min(times * 200, 2_000),
  });
  redis.on('error', onError);
  const send = redis.sendCommand.bind(redis);
  redis.sendCommand = (command, stream) => {
    const answer = send(command, stream);
    void Promise.resolve(answer).catch((error: Error) => {
      if (error.message === TIMED_OUT && redis.status === 'ready') redis.disconnect(true);
    });
    return answer;
  };
  return redis;
}

/** For ringing. Nothing waits for a doorbell; the rows are in Postgres. */
export const ringingConnection = (url: string, onError: (error: Error) => void): Redis => promptConnection(url, onError);

/** Whether it answers, now: the state of a line says only that nobody has found out otherwise. */
export async function answers(redis: Pick<Redis, 'ping'>): Promise<boolean> {
  try {
    return (await redis.ping()) === 'PONG';
  } catch {
    return false;
  }
}

/** For listening: waits for Redis as long as it takes, as BullMQ demands of a worker, but on no line that has gone silent. */
export function listeningConnection(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null, connectTimeout: 3_000, socketTimeout: SILENT_LINE_MS, retryStrategy: (times) => Math.min(times * 200, 2_000) });
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
