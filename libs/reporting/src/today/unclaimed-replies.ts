import type { StaffAccess } from '@radslag/access';
import type { TodayTask } from '@radslag/contracts';
import type { Tx } from '@radslag/db';

/** Texts from numbers that nobody knows are everybody's until somebody takes them: one row for all of them. */
export async function unclaimedReplies(tx: Tx, staff: StaffAccess): Promise<TodayTask | null> {
  if (staff.role !== 'coordinator' && staff.role !== 'manager') return null;
  const [row] = await tx.query<{ n: number; urgent: boolean | null }>(
    `SELECT count(*)::integer AS n, bool_or(urgent) AS urgent FROM inbound_message WHERE municipality_id = $1 AND kind = 'unknownNumber' AND handled_at IS NULL`,
    [tx.municipalityId],
  );
  if (row!.n === 0) return null;
  return {
    key: 'derived:inbox:unclaimed', taskId: null, referralId: null, conferenceId: null, memberId: null, messageId: null, initials: '', reference: '', code: 'unclaimedReplies', params: { count: row!.n },
    severity: row!.urgent ? 'urgent' : 'normal', dueOn: null, dueAt: null, target: 'inbox', doneAt: null,
  };
}
