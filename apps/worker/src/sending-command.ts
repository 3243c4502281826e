import { createDataSource, Database } from '@radslag/db';
import { heldSince, holdSending, releaseSending } from '@radslag/outreach';
import type { Env } from '@radslag/platform';
import { waysOut } from './ways-out';

const USAGE = `What to do with the log:
  audit                      walks through every chain of it now, and says what does not hold
What to do with sending:
  status                     is it held, since when, and why
  hold                       nothing is sent from now on
  release [--after=INSTANT]  sends again; what was due before INSTANT (ISO 8601, default: now) is not sent, and a person is asked to call;
                             so is whoever the operators say was texted after the backup`;

/** For whoever runs the service, beside the worker's own start: `main.mjs status | hold | release` (`audit`: see audit-command). */
export async function sendingCommand(command: string, args: readonly string[], settings: Env, say: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Promise<void> {
  const source = createDataSource(settings.database.url, 1, 'radslag-sending');
  await source.initialize();
  try {
    const db = new Database(source, settings.keys.master);
    if (command === 'hold') await holdSending(db, 'by hand');
    else if (command === 'release') {
      say(await release(db, settings, afterOf(args)));
    } else if (command !== 'status') throw new Error(USAGE);
    const hold = await heldSince(db);
    say(hold === null ? 'Sending is open.' : `Sending is held since ${hold.since.toISOString()}: ${hold.because}.`);
  } finally {
    await source.destroy();
  }
}

async function release(db: Database, settings: Env, after: Date | null): Promise<string> {
  const ways = waysOut(settings, db);
  try {
    const { expired, called } = await releaseSending(db, after ?? (await db.now()), ways);
    return `Sending is released. ${expired} messages were too old and are left to people; ${called} people had texts after the backup and are called.`;
  } finally {
    ways.close();
  }
}

function afterOf(args: readonly string[]): Date | null {
  const given = args.find((arg) => arg.startsWith('--after='))?.slice('--after='.length);
  if (given === undefined) return null;
  const after = new Date(given);
  if (Number.isNaN(after.getTime())) throw new Error(`--after: not an instant (for instance 2026-12-10T09:00:00Z): ${given}`);
  return after;
}
