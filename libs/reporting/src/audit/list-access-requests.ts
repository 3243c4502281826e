import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { AccessRequest } from '@radslag/contracts';
import { Database, type Tx } from '@radslag/db';

/** Those in a network who wait to hear who has opened their data, the one who has waited longest first. By case, not by name. */
@Injectable()
export class ListAccessRequests {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess): Promise<AccessRequest[]> {
    return asStaff(this.db, staff, async (tx) => {
      const rows = await accessRequests(tx, null);
      tx.audit('audit.read');
      return rows.map(toAccessRequest);
    });
  }
}

export type RequestRow = { id: string; reference: string; created_at: Date; handled_by: string | null; referral_id: string; member_id: string; since: Date };

/** What waits, or the one asked for, whether or not it has been dealt with. */
export function accessRequests(tx: Tx, taskId: string | null): Promise<RequestRow[]> {
  return tx.query<RequestRow>(
    `SELECT t.id, r.reference, t.created_at, u.name AS handled_by, t.referral_id, t.member_id, m.created_at AS since
     FROM task t
     JOIN referral r ON r.municipality_id = t.municipality_id AND r.id = t.referral_id
     JOIN network_member m ON m.municipality_id = t.municipality_id AND m.id = t.member_id
     LEFT JOIN staff_user u ON u.municipality_id = t.municipality_id AND u.id = coalesce(t.assigned_to, r.coordinator_id)
     WHERE t.municipality_id = $1 AND t.kind = 'whoHasOpened' AND CASE WHEN $2::uuid IS NULL THEN t.done_at IS NULL ELSE t.id = $2 END
     ORDER BY t.created_at, t.id`,
    [tx.municipalityId, taskId],
  );
}

export const toAccessRequest = (row: RequestRow): AccessRequest => ({ taskId: row.id, reference: row.reference, askedAt: row.created_at.toISOString(), handledBy: row.handled_by });
