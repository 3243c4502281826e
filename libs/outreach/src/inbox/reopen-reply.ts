import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { InboxItem } from '@radslag/contracts';
import { Database, InboundMessage } from '@radslag/db';
import { announceReply, openReply, viewOfReply } from './open-reply';

/** Not handled after all; what a person has noted stays. An answer that was taken by itself has nothing to take back here. */
@Injectable()
export class ReopenReply {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, inboundId: string): Promise<InboxItem> {
    return asStaff(this.db, staff, async (tx) => {
      const row = await openReply(tx, staff, inboundId, 'reply.reopen');
      if (row.waits || row.handled_by === null) return viewOfReply(tx, staff, inboundId);
      const cases = row.mine.map((one) => one.referralId);
      await tx.query(`UPDATE task SET done_at = NULL, done_by = NULL WHERE municipality_id = $1 AND inbound_message_id = $2 AND referral_id = ANY($3)`, [tx.municipalityId, inboundId, cases]);
      await tx.update(InboundMessage, inboundId, { handledAt: null, handledBy: null, handledHow: null });
      for (const referralId of cases) tx.announce({ referralId, what: 'tasks' });
      announceReply(tx, row);
      return viewOfReply(tx, staff, inboundId);
    });
  }
}
