import type { Conference, Tx } from '@radslag/db';
import type { CalendarDate } from '@radslag/domain';

/** The day of the meeting that follows up this conference's plan, once it is booked; null: there is only the last day for it. */
export async function bookedReview(tx: Tx, { id, referralId }: Pick<Conference, 'id' | 'referralId'>): Promise<CalendarDate | null> {
  const [row] = await tx.query<{ starts_local: string }>(
    `SELECT n.starts_local FROM conference n JOIN conference c ON c.municipality_id = n.municipality_id AND c.id = $3
     WHERE n.municipality_id = $1 AND n.referral_id = $2 AND n.id <> c.id AND n.state = 'confirmed' AND n.starts_local > c.starts_local ORDER BY n.starts_local LIMIT 1`,
    [tx.municipalityId, referralId, id],
  );
  return row?.starts_local.slice(0, 10) ?? null;
}
