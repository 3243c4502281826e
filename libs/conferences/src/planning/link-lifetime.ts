import type { Tx } from '@radslag/db';
import { addDays, instantOf } from '@radslag/domain';
import type { TimeRange } from './time-range';

/** A link outlives the conference, so that the plan can be read behind it. */
const DAYS_AFTER_CONFERENCE = 60;

/** The end of the day that many days after the last of the times. */
export function linkExpiry(ranges: readonly TimeRange[], zone: string): Date {
  const last = ranges.map((range) => range.endsLocal.slice(0, 10)).sort().at(-1)!;
  return instantOf({ local: `${addDays(last, DAYS_AFTER_CONFERENCE + 1)}T00:00`, zone });
}

/** Times that moved later take the links with them; a link's life is never shortened behind someone's back. */
export async function extendLinks(tx: Tx, conferenceId: string, until: Date): Promise<void> {
  await tx.query(
    `UPDATE invitation SET expires_at = GREATEST(expires_at, $3) WHERE municipality_id = $1 AND conference_id = $2 AND revoked_at IS NULL`,
    [tx.municipalityId, conferenceId, until],
  );
}
