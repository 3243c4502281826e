import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { BELL_SIZE, bellId, QUEUE_NAME, type JobMap } from './job-map';
import { takesWrites } from './redis';

export type DueMessage = { municipalityId: string; id: string; epoch: number; dueAt: Date };

/** Rings for rows that the planner has claimed. */
export class Bells {
  readonly queue: Queue;

  constructor(
    private readonly redis: Redis,
    private readonly prefix: string,
    onError: (error: Error) => void = () => undefined,
  ) {
    this.queue = new Queue(QUEUE_NAME, { connection: redis, prefix, skipWaitingForReady: true, skipVersionCheck: true });
    this.queue.on('error', onError);
  }

  /** One Redis round trip for all of them. */
  async ring(due: readonly DueMessage[], now: Date): Promise<number> {
    const bells = bellsFor(due, now);
    if (bells.length === 0) return 0;
    await this.queue.addBulk(
      bells.map(({ data, delay }) => ({
        name: 'messages.send' as const,
        data,
        opts: { jobId: bellId(data.messages[0]!), delay, removeOnComplete: true, removeOnFail: true, attempts: 1 },
      })),
    );
    return bells.length;
  }

  async waiting(): Promise<number> {
    const counts = await this.queue.getJobCounts('waiting', 'active');
    return (counts['waiting'] ?? 0) + (counts['active'] ?? 0);
  }

  /** False once, after Redis has been emptied or replaced: every bell that was rung before is gone. */
  async remembered(): Promise<boolean> {
    return (await this.redis.set(`${this.prefix}:bells`, '1', 'NX')) === null;
  }

  /** When sending was last seen alive, as far as Redis knows; null when it knows nothing. */
  async latestBeat(): Promise<Date | null> {
    const at = await this.redis.get(`${this.prefix}:beat`);
    return at === null ? null : new Date(at);
  }

  async rememberBeat(at: Date): Promise<void> {
    await this.redis.set(`${this.prefix}:beat`, at.toISOString());
  }

  async healthy(): Promise<boolean> {
    try {
      return await takesWrites(this.redis, this.prefix);
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await this.queue.close();
    this.redis.disconnect();
  }
}

/** In turns between municipalities, so that one with a thousand does not stand before one with a single message. */
export function bellsFor(due: readonly DueMessage[], now: Date): { data: JobMap['messages.send']; delay: number }[] {
  const byMunicipality = new Map<string, DueMessage[]>();
  for (const message of due) {
    const list = byMunicipality.get(message.municipalityId);
    if (list) list.push(message);
    else byMunicipality.set(message.municipalityId, [message]);
  }
  const lanes = [...byMunicipality].map(([municipalityId, list]) => chunks(list.sort(inTurn)).map((chunk) => ({
    data: { municipalityId, messages: chunk.map(({ id, epoch }) => ({ id, epoch })) },
    // The last of the chunk decides: a bell that rings early would only send its rows back.
    delay: Math.max(0, chunk.at(-1)!.dueAt.getTime() - now.getTime()),
  })));
  const longest = Math.max(0, ...lanes.map((lane) => lane.length));
  return Array.from({ length: longest }, (_, turn) => lanes.flatMap((lane) => lane[turn] ?? [])).flat();
}

/** By due time; those of one moment by id, so that what was planned together (a conference's) is looked at together. */
const inTurn = (a: DueMessage, b: DueMessage): number => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1);

function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / BELL_SIZE) }, (_, n) => list.slice(n * BELL_SIZE, (n + 1) * BELL_SIZE));
}
