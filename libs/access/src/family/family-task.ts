import { Referral, Task, type Tx } from '@radslag/db';

export type AboutWhom = { referralId: string; conferenceId: string; memberId: string };

/** Pressing twice makes one task: a thumb that taps again has nothing new to say. */
export async function addFamilyTask(tx: Tx, about: AboutWhom, task: { kind: string; reason: string | null; urgent: boolean }): Promise<void> {
  const open = await tx.query(
    `SELECT 1 FROM task WHERE municipality_id = $1 AND member_id = $2 AND conference_id = $3 AND kind = $4 AND reason IS NOT DISTINCT FROM $5 AND done_at IS NULL`,
    [tx.municipalityId, about.memberId, about.conferenceId, task.kind, task.reason],
  );
  if (open.length > 0) return;
  const referral = await tx.get(Referral, about.referralId);
  const row = await tx.insert(Task, { ...about, ...task, messageId: null, assignedTo: referral.coordinatorId, createdAt: tx.now, dueAt: tx.now, doneAt: null, doneBy: null });
  tx.audit('task.add', { entity: 'task', entityId: row.id, referralId: about.referralId });
  tx.announce({ referralId: about.referralId, conferenceId: about.conferenceId, what: 'tasks' });
}
