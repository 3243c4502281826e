import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { InboxItem } from '@radslag/contracts';
import { Database, InboundMessage } from '@radslag/db';
import type { HandledHow } from '@radslag/domain';
import { settleReply } from '../settle-reply';
import { announceReply, openReply, viewOfReply } from './open-reply';
import { ofOneCase } from './replies';

/**
 * Read, or answered by phone. The tasks it made in one's own cases are done with it, and what a text of danger held goes on; in another coordinator's case, when the
 * number stands for people in both, it goes on waiting. Said twice it stays as it was first said.
 */
@Injectable()
export class HandleReply {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, inboundId: string, { how, note }: { how: HandledHow; note: string }): Promise<InboxItem> {
    return asStaff(this.db, staff, async (tx) => {
      const row = await openReply(tx, staff, inboundId, 'reply.handle');
      if (!row.waits) return viewOfReply(tx, staff, inboundId);
      const cases = row.mine.map((one) => one.referralId);
      await tx.query(`UPDATE task SET done_at = $3, done_by = $4 WHERE municipality_id = $1 AND inbound_message_id = $2 AND referral_id = ANY($5) AND done_at IS NULL`, [tx.municipalityId, inboundId, tx.now, staff.userId, cases]);
      const settled = await settleReply(tx, staff, inboundId, how);
      if (settled && ofOneCase(row)) await tx.update(InboundMessage, inboundId, { note: note || null });
      for (const referralId of cases) tx.announce({ referralId, what: 'tasks' });
      announceReply(tx, row);
      return viewOfReply(tx, staff, inboundId);
    });
  }
}
