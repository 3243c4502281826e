import { Injectable } from '@nestjs/common';
import { asStaff, openMember, type StaffAccess } from '@radslag/access';
import type { InboxItem } from '@radslag/contracts';
import { Database, InboundMessage } from '@radslag/db';
import { AppError } from '@radslag/platform';
import { askPeople } from '../human-tasks';
import { openReply, viewOfReply } from './open-reply';

/** 'It is from her': a text from a number that nobody knew goes to a person of one's own case, and leaves everybody else's sight. */
@Injectable()
export class ClaimReply {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, inboundId: string, memberId: string): Promise<InboxItem> {
    return asStaff(this.db, staff, async (tx) => {
      // The person first: without a right to the case nothing is said about the text either.
      const { member, referral } = await openMember(tx, staff, memberId, { action: 'reply.claim-for' });
      const row = await openReply(tx, staff, inboundId, 'reply.claim');
      if (row.kind !== 'unknownNumber' || row.handled_at !== null) throw new AppError('already-claimed', 409);
      await tx.update(InboundMessage, inboundId, { kind: 'text', memberId: member.id, referralId: referral.id });
      await askPeople(tx, [{ kind: 'inboundMessage', referralId: referral.id, memberId: member.id, inboundMessageId: inboundId, urgent: row.urgent }]);
      // To everybody: it has left the queue.
      tx.announce({ what: 'inbox' });
      return viewOfReply(tx, staff, inboundId);
    });
  }
}
