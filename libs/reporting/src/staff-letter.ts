import type { Database } from '@radslag/db';
import type { Ways } from '@radslag/outreach';

/** A server that is busy is asked a few times; one that may have taken it is not asked again. */
const TRIES_MS = [2_000, 5_000];

export type StaffLetter = { id: string; from: string; to: string; subject: string; text: string };
export type Pause = (ms: number) => Promise<void>;
export const reallyPause: Pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export type WaysOut = Awaited<ReturnType<Ways['of']>>;

/** Each municipality with a way out for e-mail, one after the other; returns how many letters left. */
export async function whereStaffGetEmail(db: Database, ways: Ways, letters: (municipalityId: string, out: WaysOut) => Promise<number>): Promise<number> {
  let sent = 0;
  for (const { id } of await db.withoutTenant<{ id: string }>('SELECT municipality_ids() AS id')) {
    const out = await ways.of(id);
    if (out.count('email') > 0) sent += await letters(id, out);
  }
  return sent;
}

/** An e-mail to somebody at work, over the municipality's way out. Never inside a transaction: a slow server must cost no database connection. */
export async function sendStaffLetter(ways: WaysOut, letter: StaffLetter, pause: Pause): Promise<'accepted' | 'notSent' | 'unknown'> {
  const carrier = ways.carrier(ways.pick('email', { id: letter.id, attempts: 0, lastOperator: null }) ?? '');
  if (carrier === undefined) return 'notSent';
  let outcome = await carrier.send({ ...letter, callbackUrl: '' });
  for (const ms of TRIES_MS) {
    if (outcome.kind !== 'retryable') break;
    await pause(ms);
    outcome = await carrier.send({ ...letter, callbackUrl: '' });
  }
  return outcome.kind === 'accepted' ? 'accepted' : outcome.kind === 'unknown' ? 'unknown' : 'notSent';
}
