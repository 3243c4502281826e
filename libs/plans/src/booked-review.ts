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

/** For one reader: only what is set, lies ahead, and to which they are asked. A date in a plan is nobody's appointment. */
export async function bookedFor(tx: Tx, referralId: string, memberId: string): Promise<CalendarDate | null> {
  const [row] = await tx.query<{ on: CalendarDate }>(
    `SELECT left(c.starts_local, 10) AS on FROM conference c JOIN invitation i ON i.municipality_id = c.municipality_id AND i.conference_id = c.id AND i.member_id = $3 AND i.revoked_at IS NULL
     WHERE c.municipality_id = $1 AND c.referral_id = $2 AND c.state = 'confirmed' AND c.starts_local::timestamp > $4::timestamptz AT TIME ZONE c.zone ORDER BY c.starts_local LIMIT 1`,
    [tx.municipalityId, referralId, memberId, tx.now],
  );
  return row?.on ?? null;
}
