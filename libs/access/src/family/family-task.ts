import { Referral, Task, type Tx } from '@radslag/db';
import { sameMatterKey } from '@radslag/domain';

export type AboutWhom = { referralId: string; conferenceId: string; memberId: string };
type Asked = { kind: string; reason: string | null; urgent: boolean };

/**
 * Pressing twice makes one task: a thumb that taps again has nothing new to say. Something else about the same matter ("late",
 * then "cannot come") takes the row over, whose urgency only rises.
 */
export async function addFamilyTask(tx: Tx, about: AboutWhom, task: Asked): Promise<void> {
  const standing = await standingFor(tx, about, task);
  if (standing !== undefined && standing.kind === task.kind && standing.reason === task.reason) return;
  if (standing !== undefined) {
    await tx.update(Task, standing.id, { kind: task.kind, reason: task.reason, about: null, messageId: null, inboundMessageId: null, urgent: standing.urgent || task.urgent });
  } else {
    const referral = await tx.get(Referral, about.referralId);
    const row = await tx.insert(Task, { ...about, ...task, messageId: null, inboundMessageId: null, assignedTo: referral.coordinatorId, createdAt: tx.now, dueAt: tx.now, doneAt: null, doneBy: null });
    tx.audit('task.add', { entity: 'task', entityId: row.id, referralId: about.referralId });
  }
  tx.announce({ referralId: about.referralId, conferenceId: about.conferenceId, what: 'tasks' });
}

async function standingFor(tx: Tx, { referralId, conferenceId, memberId }: AboutWhom, task: Asked) {
  const open = await tx.query<Asked & { id: string; about: string | null }>(
    'SELECT id, kind, reason, about, urgent FROM task WHERE municipality_id = $1 AND member_id = $2 AND conference_id = $3 AND done_at IS NULL ORDER BY id FOR UPDATE',
    [tx.municipalityId, memberId, conferenceId],
  );
  const matter = (one: Asked & { about: string | null }) => sameMatterKey({ ...one, caseId: referralId, conferenceId, personId: memberId });
  const wanted = matter({ ...task, about: null });
  return wanted === null ? undefined : open.find((one) => matter(one) === wanted);
}
