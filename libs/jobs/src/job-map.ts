/** Every job, typed. Data is ids: BullMQ keeps it in clear text. */
export type JobMap = {
  /**
   * One bell for up to BELL_SIZE messages of one municipality. Not one per message: a gate, a mark and a Redis round trip
   * are then shared by the batch, which is most of the pipeline's cost. It is as safe: what a bell says is only "look at
   * these rows"; each row is claimed, and can be refused, by itself, and a lost bell is rung again when the lease ends.
   */
  'messages.send': { municipalityId: string; messages: readonly { id: string; epoch: number }[] };
};
export type JobName = keyof JobMap;
export const JOB_NAMES = ['messages.send'] as const satisfies readonly JobName[];
export const BELL_SIZE = 50;

export type JobResult = 'sent' | `skipped:${string}`;
export type JobHandlers = { [N in JobName]: (data: JobMap[N]) => Promise<JobResult> };

export const QUEUE_NAME = 'outreach';

/** No ':' and not all digits: BullMQ refuses both. The epoch, since it ignores an id that it still remembers. */
export const bellId = (message: { id: string; epoch: number }): string => `m-${message.id}-${message.epoch}`;

/** Startup fails on a name with no handler, or a handler with no name. */
export function requireHandlers(handlers: Partial<Record<string, unknown>>): asserts handlers is JobHandlers {
  const missing = JOB_NAMES.filter((name) => typeof handlers[name] !== 'function');
  const unknown = Object.keys(handlers).filter((name) => !(JOB_NAMES as readonly string[]).includes(name));
  if (missing.length > 0) throw new Error(`no handler for the job ${missing.join(', ')}`);
  if (unknown.length > 0) throw new Error(`a handler for a job that does not exist: ${unknown.join(', ')}`);
}
