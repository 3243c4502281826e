import { Injectable } from '@nestjs/common';
import { Database, InboundMessage, Referral, Task } from '@radslag/db';
import type { AboutWhom } from './family-task';
import { asFamily, type FamilyAccess } from './family-access';

const MOST_A_DAY = 10;

/** What somebody says of how the pages work. It comes to the coordinator's inbox as that person's: only a person can ask back and mend it. */
@Injectable()
export class WriteFeedback {
  constructor(private readonly db: Database) {}

  /** False: so much has come from this link today that nobody could read it. */
  execute(access: FamilyAccess, about: AboutWhom, text: string): Promise<boolean> {
    return asFamily(this.db, access, async (tx) => {
      const [today] = await tx.query<{ n: number }>(`SELECT count(*)::integer AS n FROM inbound_message WHERE municipality_id = $1 AND kind = 'siteFeedback' AND member_id = $2 AND received_at > $3`, [tx.municipalityId, about.memberId, new Date(tx.now.getTime() - 86_400_000)]);
      if (today!.n >= MOST_A_DAY) return false;
      const { coordinatorId } = await tx.get(Referral, about.referralId);
      const id = tx.newId();
      const none = { said: null, unclear: null, sentAt: null, handledAt: null, handledBy: null, handledHow: null, note: null };
      // Not from a number: there is nobody to look up by one.
      const row = await tx.insert(InboundMessage, {
        kind: 'siteFeedback', urgent: false, ...about, operator: 'site', operatorMessageId: id, sender: '', senderIndex: Buffer.alloc(0), text, receivedAt: tx.now, ...none,
      });
      await tx.insert(Task, { ...about, messageId: null, inboundMessageId: row.id, kind: 'siteFeedback', reason: null, urgent: false, assignedTo: coordinatorId, createdAt: tx.now, dueAt: tx.now, doneAt: null, doneBy: null });
      tx.audit('inbound.feedback', { entity: 'inbound_message', entityId: row.id, referralId: about.referralId });
      tx.announce({ referralId: about.referralId, conferenceId: about.conferenceId, what: 'tasks' });
      return true;
    });
  }
}
