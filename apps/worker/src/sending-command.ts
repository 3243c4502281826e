import { createDataSource, Database } from '@radslag/db';
import { heldSince, holdSending, releaseSending } from '@radslag/outreach';
import type { Env } from '@radslag/platform';

const USAGE = `What to do with sending:
  status                     is it held, since when, and why
  hold                       nothing is sent from now on
  release [--after=INSTANT]  sends again; what was due before INSTANT (ISO 8601, default: now) is not sent, and a person is asked to call`;

/** For whoever runs the service, beside the worker's own start: `main.mjs status | hold | release`. */
export async function sendingCommand(command: string, args: readonly string[], settings: Env, say: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Promise<void> {
  const source = createDataSource(settings.database.url, 1, 'radslag-sending');
  await source.initialize();
  try {
    const db = new Database(source, settings.keys.master);
    if (command === 'hold') await holdSending(db, 'by hand');
    else if (command === 'release') {
      const { expired } = await releaseSending(db, afterOf(args) ?? (await db.now()));
      say(`Sending is released. ${expired} messages were too old and are left to people.`);
    } else if (command !== 'status') throw new Error(USAGE);
    const hold = await heldSince(db);
    say(hold === null ? 'Sending is open.' : `Sending is held since ${hold.since.toISOString()}: ${hold.because}.`);
  } finally {
    await source.destroy();
  }
}

function afterOf(args: readonly string[]): Date | null {
  const given = args.find((arg) => arg.startsWith('--after='))?.slice('--after='.length);
  if (given === undefined) return null;
  const after = new Date(given);
  if (Number.isNaN(after.getTime())) throw new Error(`--after: not an instant (for instance 2026-12-10T09:00:00Z): ${given}`);
  return after;
}
