import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { ResponseOf, routes } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { dateOf, OPENS_A_NETWORK, SWEDISH_ZONE, type CalendarDate } from '@radslag/domain';
import { NotFound } from '@radslag/platform';
import { accessRequests, toAccessRequest } from './list-access-requests';

type Line = { on: CalendarDate; by: string | null; role: string | null; kind: string; action: string; times: number };

const MOST = 1000;

/**
 * Who has opened what is kept about the person who asked: what was done with them, their invitation, messages and replies, and
 * every opening of a page on which all of the case stand, since they came into it. What was done with others is left out.
 */
@Injectable()
export class ReadAccessExtract {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, taskId: string): Promise<ResponseOf<typeof routes.readAccessExtract>> {
    return asStaff(this.db, staff, async (tx) => {
      const [asked] = await accessRequests(tx, taskId);
      if (asked === undefined) throw new NotFound('task');
      const lines = await tx.query<Line>(
        `SELECT to_char(e.at AT TIME ZONE $6, 'YYYY-MM-DD') AS on, u.name AS by, u.role, e.actor_kind AS kind, e.action, count(*)::integer AS times
         FROM audit_entry e
         LEFT JOIN staff_user u ON u.municipality_id = e.municipality_id AND u.id = e.actor_id AND e.actor_kind = 'staff'
         WHERE e.municipality_id = $1 AND e.at >= $4 AND (
           e.entity_id = $3
           OR (e.entity = 'invitation' AND e.entity_id IN (SELECT id FROM invitation WHERE municipality_id = $1 AND member_id = $3))
           OR (e.entity = 'message' AND e.entity_id IN (SELECT id FROM message WHERE municipality_id = $1 AND member_id = $3))
           OR (e.entity = 'inbound_message' AND e.entity_id IN (SELECT id FROM inbound_message WHERE municipality_id = $1 AND member_id = $3))
           OR (e.referral_id = $2 AND e.action = ANY($5)))
         GROUP BY 1, 2, 3, 4, 5 ORDER BY 1 DESC, max(e.seq) DESC LIMIT ${MOST + 1}`,
        [tx.municipalityId, asked.referral_id, asked.member_id, asked.since, OPENS_A_NETWORK, SWEDISH_ZONE],
      );
      tx.audit('audit.extract', { entity: 'network_member', entityId: asked.member_id, referralId: asked.referral_id });
      return { ...toAccessRequest(asked), since: dateOf(asked.since, SWEDISH_ZONE), lines: lines.slice(0, MOST), cut: lines.length > MOST };
    });
  }
}
