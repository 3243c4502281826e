import { refuseContentInPrivateTime, type StaffAccess } from '@radslag/access';
import type { InboxItem } from '@radslag/contracts';
import type { Tx } from '@radslag/db';
import type { Act } from '@radslag/domain';
import { NotFound } from '@radslag/platform';
import { replyFor, toInboxItems, type ReplyRow } from './replies';

/** The reply, if this person may know of it; marked as read in each of its cases. 404 otherwise. */
export async function openReply(tx: Tx, staff: StaffAccess, inboundId: string, action: Act): Promise<ReplyRow> {
  if (action !== 'reply.read') await tx.query('SELECT 1 FROM inbound_message WHERE municipality_id = $1 AND id = $2 FOR UPDATE', [tx.municipalityId, inboundId]);
  const row = await replyFor(tx, staff, inboundId);
  if (row === null) throw new NotFound('inbound_message');
  for (const { referralId } of row.mine) await refuseContentInPrivateTime(tx, referralId);
  const mark = { entity: 'inbound_message', entityId: inboundId };
  if (row.mine.length === 0) tx.audit(action, mark);
  for (const { referralId } of row.mine) tx.audit(action, { ...mark, referralId });
  return row;
}

/** As it is after a change. */
export async function viewOfReply(tx: Tx, staff: StaffAccess, inboundId: string): Promise<InboxItem> {
  const row = await replyFor(tx, staff, inboundId);
  if (row === null) throw new NotFound('inbound_message');
  const [item] = await toInboxItems(tx, staff, [row]);
  return item!;
}

export function announceReply(tx: Tx, row: ReplyRow): void {
  if (row.mine.length === 0) tx.announce({ what: 'inbox' });
  for (const { referralId } of row.mine) tx.announce({ referralId, what: 'inbox' });
}
