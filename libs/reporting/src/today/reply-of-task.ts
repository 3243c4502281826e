import type { StaffAccess } from '@radslag/access';
import type { Task, Tx } from '@radslag/db';

/** Done in the list of tasks is done in the inbox too, once no other case waits for the same reply. */
export async function settleReply(tx: Tx, staff: StaffAccess, task: Task): Promise<void> {
  if (task.kind !== 'inboundMessage' || task.inboundMessageId === null) return;
  await tx.query(
    `UPDATE inbound_message SET handled_at = $3, handled_by = $4, handled_how = 'read' WHERE municipality_id = $1 AND id = $2 AND handled_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM task o WHERE o.municipality_id = $1 AND o.inbound_message_id = $2 AND o.done_at IS NULL)`,
    [tx.municipalityId, task.inboundMessageId, tx.now, staff.userId],
  );
  tellInbox(tx, task);
}

export async function reopenReply(tx: Tx, task: Task): Promise<void> {
  if (task.kind !== 'inboundMessage' || task.inboundMessageId === null) return;
  await tx.query('UPDATE inbound_message SET handled_at = NULL, handled_by = NULL, handled_how = NULL WHERE municipality_id = $1 AND id = $2 AND handled_by IS NOT NULL', [tx.municipalityId, task.inboundMessageId]);
  tellInbox(tx, task);
}

function tellInbox(tx: Tx, { referralId }: Task): void {
  tx.announce({ what: 'inbox', ...(referralId === null ? {} : { referralId }) });
}
