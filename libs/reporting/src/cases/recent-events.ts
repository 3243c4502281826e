import type { CaseView } from '@radslag/contracts';
import type { Tx } from '@radslag/db';

const SHOWN = 20;

/** What has happened in the case, newest first: writes only, since who has read is for the log reviewer. */
export async function recentEvents(tx: Tx, referralId: string): Promise<CaseView['recentEvents']> {
  const rows = await tx.query<{ at: Date; action: string; name: string | null }>(
    `SELECT e.at, e.action, u.name
     FROM audit_entry e LEFT JOIN staff_user u ON u.municipality_id = e.municipality_id AND u.id = e.actor_id AND e.actor_kind = 'staff'
     WHERE e.municipality_id = $1 AND e.referral_id = $2 AND e.action !~ '\\.(read|list|preview)'
     ORDER BY e.seq DESC LIMIT $3`,
    [tx.municipalityId, referralId, SHOWN],
  );
  return rows.map((row) => ({ at: row.at.toISOString(), code: row.action, by: row.name }));
}
