import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { SendingText } from '@radslag/contracts';
import { Database, MessageTemplate } from '@radslag/db';
import { MOST_SEGMENTS, sampleOf, textFaults } from '@radslag/domain';
import { RuleBroken } from '@radslag/platform';
import { sampleFacts, sampleValues } from './text-sample';
import { lockPlace, textView, type TextPlace } from './text-view';

/**
 * Writes a text, which changes nothing that is sent until somebody else approves it. There is one draft at a time; whoever
 * saves it last has written it, and cannot approve it.
 */
@Injectable()
export class DraftText {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, { kind, language, text }: TextPlace & { text: string }): Promise<SendingText> {
    return asStaff(this.db, staff, async (tx) => {
      const [fault] = textFaults(kind, text);
      if (fault !== undefined) throw new RuleBroken('text-faulty', { fault });
      const { segments } = sampleOf(kind, language, text, sampleValues(await sampleFacts(tx), language)).sms;
      if (segments > MOST_SEGMENTS) throw new RuleBroken('text-too-long', { segments, most: MOST_SEGMENTS });
      const versions = await lockPlace(tx, { kind, language });
      const draft = versions.find((one) => one.state === 'draft');
      const written = { body: text, createdBy: staff.userId, createdAt: tx.now };
      let id = draft?.id;
      if (id === undefined) {
        const none = { overrideReason: null, approvedBy: null, approvedAt: null, withdrawnBy: null, withdrawnAt: null };
        ({ id } = await tx.insert(MessageTemplate, { kind, language, version: (versions[0]?.version ?? 0) + 1, state: 'draft', ...written, ...none }));
      } else await tx.update(MessageTemplate, id, written);
      tx.audit('text.draft', { entity: 'message_template', entityId: id });
      return textView(tx, { kind, language }, staff.userId);
    });
  }
}
