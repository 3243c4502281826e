import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { QUEUE_NAME, requireHandlers, type JobHandlers, type JobResult } from './job-map';

export type Listening = { close: () => Promise<void> };

/** Consumes the queue. Importing this starts nothing: an app calls it. */
export function listenForBells(redis: Redis, prefix: string, handlers: JobHandlers, options: { concurrency: number; onError: (error: Error) => void; /** No bell is left waiting. */ onDrained?: () => void }): Listening {
  requireHandlers(handlers);
  const known: Record<string, unknown> = handlers;
  const worker = new Worker<never, JobResult>(
    QUEUE_NAME,
    async (job) => {
      const handle = known[job.name] as ((data: unknown) => Promise<JobResult>) | undefined;
      // A newer version's job during a rolling upgrade: its row is rung again for somebody who knows it.
      return handle ? handle(job.data) : 'skipped:unknown-job';
    },
    // A stalled bell may be rung as often as it likes: the gate lets each row through once.
    { connection: redis, prefix, concurrency: options.concurrency, maxStalledCount: 10, removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } },
  );
  worker.on('error', options.onError);
  if (options.onDrained) worker.on('drained', options.onDrained);
  worker.on('failed', (_job, error) => options.onError(error));
  return {
    /** Finishes what it is doing; takes nothing new. */
    close: async () => {
      await worker.close();
      redis.disconnect();
    },
  };
}
