import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { SendingText } from '@radslag/contracts';
import { Database, MessageTemplate } from '@radslag/db';
import { revealingWords } from '@radslag/domain';
import { RuleBroken } from '@radslag/platform';
import { lockPlace, textView } from './text-view';

/**
 * Takes a text into use: what is sent from now on says this. Two pairs of eyes, one of them a manager's; words that the
 * neutral filter knows pass only with that manager's reason in writing, and only those words.
 */
@Injectable()
export class ApproveText {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, textId: string, { overrideReason }: { overrideReason: string | null }): Promise<SendingText> {
    return asStaff(this.db, staff, async (tx) => {
      const place = await tx.get(MessageTemplate, textId);
      const versions = await lockPlace(tx, place);
      const draft = versions.find((one) => one.id === textId);
      if (draft?.state !== 'draft') throw new RuleBroken('text-not-draft');
      if (draft.createdBy === staff.userId) throw new RuleBroken('own-text');
      const revealing = revealingWords(draft.body);
      const reason = overrideReason === null || overrideReason === '' ? null : overrideReason;
      if (revealing.length > 0 && reason === null) throw new RuleBroken('text-not-neutral', { words: revealing });
      for (const before of versions.filter((one) => one.state === 'approved')) await tx.update(MessageTemplate, before.id, { state: 'retired' });
      await tx.update(MessageTemplate, textId, { state: 'approved', approvedBy: staff.userId, approvedAt: tx.now, overrideReason: revealing.length > 0 ? reason : null });
      tx.audit(revealing.length > 0 ? 'text.override' : 'text.approve', { entity: 'message_template', entityId: textId });
      return textView(tx, { kind: draft.kind, language: draft.language }, staff.userId);
    });
  }
}
