import { AsyncLocalStorage } from 'node:async_hooks';
import { QueryFailedError } from 'typeorm';
import type { Tx } from '@radslag/db';
import { AppError } from '@radslag/platform';

/** Since when a family is by itself, and until when it has the room ('YYYY-MM-DDTHH:MM' where it is held). */
export type PrivateTime = { conferenceId: string; since: string | null; untilLocal: string | null };

/** Promise 6: the private time that runs in each of these cases, where one does. */
export async function privateTimesOf(tx: Tx, referralIds: readonly string[]): Promise<Map<string, PrivateTime>> {
  const rows = await tx.query<{ referral_id: string; id: string; ends_local: string | null; since: Date | null }>(
    `SELECT c.referral_id, c.id, c.ends_local, (SELECT max(e.at) FROM phase_event e WHERE e.municipality_id = c.municipality_id AND e.conference_id = c.id AND e.kind = 'startPrivateTime') AS since
     FROM conference c WHERE c.municipality_id = $1 AND c.referral_id = ANY($2) AND c.phase = 'privateTime'`,
    [tx.municipalityId, referralIds],
  );
  return new Map(rows.map((row) => [row.referral_id, { conferenceId: row.id, since: row.since?.toISOString() ?? null, untilLocal: row.ends_local }]));
}

export const privateTimeOf = async (tx: Tx, referralId: string): Promise<PrivateTime | null> => (await privateTimesOf(tx, [referralId])).get(referralId) ?? null;

const writing = new AsyncLocalStorage<true>();

/** Whatever is done in `work` is meant to write content: the doors to a case refuse it while its family is by itself. */
export const inContentWrite = <T>(work: () => T): T => writing.run(true, work);

/** Asked by every door to a case, after the right to it: whoever may not know of the case learns nothing of its day. */
export async function refuseContentInPrivateTime(tx: Tx, referralId: string): Promise<void> {
  if (writing.getStore() !== true) return;
  const running = await privateTimeOf(tx, referralId);
  if (running !== null) throw privateFamilyTime(running);
}

const privateFamilyTime = (running: Partial<PrivateTime> = {}) => new AppError('private-family-time', 423, Object.fromEntries(Object.entries(running).filter(([, value]) => value !== null)));

/** The database has said it: the same refusal as the doors', wherever the write came from. */
export function asRefusal(error: unknown): unknown {
  const constraint = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }).constraint : undefined;
  return constraint === 'private_family_time' ? privateFamilyTime() : error;
}
