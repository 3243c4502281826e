import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Helper } from './main';

const CHUNK = 500;

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
};
