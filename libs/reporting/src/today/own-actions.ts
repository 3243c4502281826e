import type { StaffAccess } from '@radslag/access';
import type { Tx } from '@radslag/db';
import type { TaskRow } from '@radslag/domain';

type Row = { referral_id: string; due: string; count: number };

const AHEAD_DAYS = 7;

/** What one has promised oneself in a plan, due within a week or late already: one row for a case, whosever the case is. */
export async function ownActions(tx: Tx, staff: StaffAccess, today: string): Promise<TaskRow[]> {
  const rows = await tx.query<Row>(
    `SELECT p.referral_id, min(a.due_on)::text AS due, count(*)::integer AS count
     FROM network_member m
     JOIN plan_action a ON a.municipality_id = m.municipality_id AND a.owner_id = m.id AND a.struck_at IS NULL AND a.state IN ('open', 'partly') AND a.due_on <= $3::date + ${AHEAD_DAYS}
     JOIN family_plan p ON p.municipality_id = m.municipality_id AND p.id = a.plan_id AND p.state IN ('accepted', 'acceptedWithConditions')
     JOIN referral r ON r.municipality_id = m.municipality_id AND r.id = p.referral_id AND r.state <> 'closed'
     WHERE m.municipality_id = $1 AND m.staff_user_id = $2 AND m.removed_at IS NULL GROUP BY p.referral_id ORDER BY p.referral_id`,
    [tx.municipalityId, staff.userId, today],
  );
  return rows.map(({ referral_id, due, count }) => ({
    id: `derived:${referral_id}:ownAction`, caseId: referral_id, role: staff.role, verbCode: 'ownAction', reasonCode: 'ownAction', params: { count }, due, target: 'followUp',
  }));
}
