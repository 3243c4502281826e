import type { StaffAccess } from '@radslag/access';
import type { Tx } from '@radslag/db';
import type { HandledHow } from '@radslag/domain';
import { wakeHeld } from './wake-held';

/**
 * The tasks of a reply are done in the cases of whoever has dealt with it; the reply is, once no other case waits for it. One that is
 * tied to a case waits for nobody else. What a text of danger held there is looked at again. Returns whether the reply is dealt with.
 */
export async function settleReply(tx: Tx, staff: StaffAccess, inboundId: string, how: HandledHow): Promise<boolean> {
  const settled = await tx.query(
    `UPDATE inbound_message i SET handled_at = $3, handled_by = $4, handled_how = $5 WHERE i.municipality_id = $1 AND i.id = $2 AND i.handled_at IS NULL
       AND (i.referral_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM task o WHERE o.municipality_id = $1 AND o.inbound_message_id = $2 AND o.done_at IS NULL)) RETURNING i.id`,
    [tx.municipalityId, inboundId, tx.now, staff.userId, how],
  );
  await wakeHeld(tx, await casesOf(tx, inboundId));
  return settled.length > 0;
}

/** Every case that it may have held. */
async function casesOf(tx: Tx, inboundId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT i.referral_id AS id FROM inbound_message i WHERE i.municipality_id = $1 AND i.id = $2 AND i.urgent AND i.referral_id IS NOT NULL
     UNION SELECT t.referral_id FROM task t JOIN inbound_message i ON i.municipality_id = t.municipality_id AND i.id = t.inbound_message_id AND i.urgent
       WHERE t.municipality_id = $1 AND t.inbound_message_id = $2 AND t.referral_id IS NOT NULL
     UNION SELECT m.referral_id FROM network_member m JOIN inbound_message i ON i.municipality_id = m.municipality_id AND i.id = $2 AND i.urgent AND i.kind = 'unknownNumber'
       LEFT JOIN network_member d ON d.municipality_id = m.municipality_id AND d.id = m.delegate_id
       WHERE m.municipality_id = $1 AND (m.phone_index = i.sender_index OR d.phone_index = i.sender_index)`,
    [tx.municipalityId, inboundId],
  );
  return rows.map((row) => row.id);
}
