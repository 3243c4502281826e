import type { StaffAccess } from '@radslag/access';
import type { Task, Tx } from '@radslag/db';
import { settleReply } from '@radslag/outreach';
import { NotFound, RuleBroken } from '@radslag/platform';

/** Done in the list of tasks is done in the inbox too, once no other case waits for the same reply. */
export async function replyIsDone(tx: Tx, staff: StaffAccess, task: Task): Promise<void> {
  if (task.kind !== 'inboundMessage' || task.inboundMessageId === null) return;
  await settleReply(tx, staff, task.inboundMessageId, 'read');
  tellInbox(tx, task);
}

/** A text of danger is dealt with where it is read, not by a tick; one that has been tied to another case is that one's to deal with. */
export async function requireRead(tx: Tx, staff: StaffAccess, task: Task): Promise<void> {
  if (task.kind !== 'inboundMessage' || task.inboundMessageId === null) return;
  const [waits] = await tx.query(
    `SELECT 1 FROM inbound_message WHERE municipality_id = $1 AND id = $2 AND urgent AND handled_at IS NULL AND (referral_id IS NULL OR referral_id IS NOT DISTINCT FROM $3)`,
    [tx.municipalityId, task.inboundMessageId, task.referralId],
  );
  if (waits === undefined) return;
  // Who may not read what people write back is not told that somebody has.
  if (staff.role !== 'coordinator' && staff.role !== 'manager') throw new NotFound('task');
  throw new RuleBroken('danger-unread', { inboundIds: [task.inboundMessageId] });
}

export async function reopenReply(tx: Tx, task: Task): Promise<void> {
  if (task.kind !== 'inboundMessage' || task.inboundMessageId === null) return;
  await tx.query('UPDATE inbound_message SET handled_at = NULL, handled_by = NULL, handled_how = NULL WHERE municipality_id = $1 AND id = $2 AND handled_by IS NOT NULL', [tx.municipalityId, task.inboundMessageId]);
  tellInbox(tx, task);
}

function tellInbox(tx: Tx, { referralId }: Task): void {
  tx.announce({ what: 'inbox', ...(referralId === null ? {} : { referralId }) });
}
