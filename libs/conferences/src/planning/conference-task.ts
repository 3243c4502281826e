import { Task, type Conference, type Tx } from '@radslag/db';
import { IsNull } from 'typeorm';

type Errand = { kind: 'callMember' | 'worried'; reason: string; memberId: string; assignedTo: string | null; urgent?: boolean };

/** Something for the coordinator to do about a person; the same thing is not asked for twice. */
export async function raiseTask(tx: Tx, conference: Conference, errand: Errand): Promise<void> {
  const { kind, reason, memberId } = errand;
  const open = await tx.findOne(Task, { conferenceId: conference.id, memberId, kind, reason, doneAt: IsNull() });
  if (open) return;
  await tx.insert(Task, {
    referralId: conference.referralId,
    conferenceId: conference.id,
    memberId,
    messageId: null,
    assignedTo: errand.assignedTo,
    kind,
    reason,
    urgent: errand.urgent ?? false,
    createdAt: tx.now,
    dueAt: null,
    doneAt: null,
    doneBy: null,
  });
}

/** What a later answer has made needless. */
export async function settleTasks(tx: Tx, conference: Conference, memberId: string, reasons: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE task SET done_at = app_now() WHERE municipality_id = $1 AND conference_id = $2 AND member_id = $3 AND kind = 'callMember' AND reason = ANY($4) AND done_at IS NULL`,
    [tx.municipalityId, conference.id, memberId, reasons],
  );
}
