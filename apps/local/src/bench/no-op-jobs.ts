import { Queue, Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import type { Helper } from './main';

const CHUNK = 500;
let asking: Redis | undefined;

/** BullMQ with nothing to do: one job for each message that the pipeline sends, added in bulk, and taken as fast as it can. */
export const noOpJobs: Record<string, Helper> = {
  drain: async ({ redisUrl, prefix, jobs, concurrency }: { redisUrl: string; prefix: string; jobs: number; concurrency: number }) => {
    const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
    const taking = connection.duplicate();
    const queue = new Queue('floor', { connection, prefix });
    let left = jobs;
    let done: () => void = () => undefined;
    const drained = new Promise<void>((resolve) => (done = resolve));
    const worker = new Worker('floor', async () => void (--left === 0 && done()), { connection: taking, prefix, concurrency, autorun: false });
    worker.on('error', () => undefined);
    await worker.waitUntilReady();

    const begun = performance.now();
    for (let at = 0; at < jobs; at += CHUNK) {
      const chunk = Array.from({ length: Math.min(CHUNK, jobs - at) }, (_, n) => ({ name: 'nothing', data: { id: at + n }, opts: { removeOnComplete: true } }));
      await queue.addBulk(chunk);
    }
    const added = performance.now();
    void worker.run();
    await drained;
    const ended = performance.now();
    await worker.close();
    await queue.obliterate({ force: true });
    await queue.close();
    taking.disconnect();
    connection.disconnect();
    return { takenPerSecond: (jobs / (ended - added)) * 1000, addedAndTakenPerSecond: (jobs / (ended - begun)) * 1000 };
  },

  /** The same number of jobs, delayed, one for each message: added in bulk to an empty Redis. Milliseconds. */
  addDelayed: async ({ redisUrl, prefix, jobs }: { redisUrl: string; prefix: string; jobs: number }) => {
    const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
    const queue = new Queue('floor', { connection, prefix });
    await queue.waitUntilReady();
    const begun = performance.now();
    for (let at = 0; at < jobs; at += CHUNK) await queue.addBulk(delayed(Math.min(CHUNK, jobs - at), at));
    const took = performance.now() - begun;
    await queue.close();
    await connection.flushall();
    connection.disconnect();
    return took;
  },

  /** Jobs of one conference given another delay, all at once, conference after conference. Jobs in a second. */
  changeDelays: async ({ redisUrl, prefix, conferences, jobs }: { redisUrl: string; prefix: string; conferences: number; jobs: number }) => {
    const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
    const queue = new Queue('moves', { connection, prefix });
    await queue.waitUntilReady();
    const meetings: Job[][] = [];
    for (let n = 0; n < conferences; n += 1) meetings.push(await queue.addBulk(delayed(jobs, n * jobs)));
    const begun = performance.now();
    for (const meeting of meetings) await Promise.all(meeting.map((job, n) => job.changeDelay(7_200_000 + n)));
    const took = performance.now() - begun;
    await queue.obliterate({ force: true });
    await queue.close();
    connection.disconnect();
    return (conferences * jobs * 1000) / took;
  },

  /** How many commands Redis has taken since it started, beside this question. */
  commands: async ({ redisUrl }: { redisUrl: string }) => {
    asking ??= new Redis(redisUrl, { maxRetriesPerRequest: null });
    const told = await asking.info('commandstats');
    return [...told.matchAll(/^cmdstat_(?!info)[^:]+:calls=(\d+)/gm)].reduce((sum, [, calls]) => sum + Number(calls), 0);
  },
};

const delayed = (count: number, from: number) => Array.from({ length: count }, (_, n) => ({ name: 'nothing', data: { id: from + n }, opts: { delay: 3_600_000 + n, removeOnComplete: true } }));
