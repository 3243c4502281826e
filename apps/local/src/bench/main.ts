/**
 * The bench's helpers, each a process of its own: `main.mjs <helper>`. Tasks come in as lines of JSON, answers go out the
 * same way. A helper whose bench is gone has nobody to answer and ends.
 */
import { createInterface } from 'node:readline';

export type Helper = (task: never) => Promise<unknown>;

const helpers: Record<string, () => Promise<Record<string, Helper>>> = {
  plant: async () => ({ ...(await import('./plant')).plant, ...(await import('./moving')).moving }),
  farAhead: async () => (await import('./far-ahead')).farAhead,
  replay: async () => (await import('./replay')).replay,
  load: async () => (await import('./load')).load,
  jobs: async () => (await import('./no-op-jobs')).noOpJobs,
  operator: async () => (await import('./stub-operator')).stubOperator,
};

const name = process.argv[2] ?? '';
const load = Object.hasOwn(helpers, name) ? helpers[name] : undefined;
if (!load) {
  process.stderr.write(`Say which helper: ${Object.keys(helpers).join(', ')}.\n`);
  process.exit(2);
}
const able = await load();
const answer = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const lines = createInterface({ input: process.stdin });
lines.on('close', () => process.exit(0));
lines.on('line', async (line) => {
  const { id, verb, task } = JSON.parse(line) as { id: number; verb: string; task: never };
  try {
    answer({ id, result: (await able[verb]!(task)) ?? null });
  } catch (error) {
    answer({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
