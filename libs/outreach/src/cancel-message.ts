import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import type { MessageView } from '@radslag/contracts';
import { Database, Message } from '@radslag/db';
import { MESSAGE, transition } from '@radslag/domain';
import { MoveRefused } from '@radslag/platform';
import { viewOf } from './read-outreach';

/** Do not send this one. Waits for a gate that holds it, and is then refused: it is on its way. */
@Injectable()
export class CancelMessage {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, messageId: string): Promise<MessageView> {
    return asStaff(this.db, staff, async (tx) => {
      const message = await tx.get(Message, messageId, { lock: true });
      await openConference(tx, staff, message.conferenceId, { action: 'message.cancel', entity: 'message', entityId: messageId });
      const moved = transition(MESSAGE, message.state, 'cancel');
      if (!moved.ok) throw new MoveRefused('message', moved.from, moved.event);
      // No reason code: a person decided, and the audit says who.
      const change = { state: moved.state, reason: null, endedAt: tx.now, leaseUntil: null };
      await tx.update(Message, messageId, change);
      tx.announce({ referralId: message.referralId, conferenceId: message.conferenceId, what: 'messages' });
      return viewOf(tx, Object.assign(message, change));
    });
  }
}
