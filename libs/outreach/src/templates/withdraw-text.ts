import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { SendingText } from '@radslag/contracts';
import { Database, MessageTemplate } from '@radslag/db';
import { textInUse } from '@radslag/domain';
import { RuleBroken } from '@radslag/platform';
import { lockPlace, textView } from './text-view';

/** Takes a text out of use, at once: the approved one before it is used again, or the built-in one. A draft is thrown away. */
@Injectable()
export class WithdrawText {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, textId: string): Promise<SendingText> {
    return asStaff(this.db, staff, async (tx) => {
      const { kind, language } = await tx.get(MessageTemplate, textId);
      const versions = await lockPlace(tx, { kind, language });
      const text = versions.find((one) => one.id === textId);
      if (text === undefined || text.state === 'retired') throw new RuleBroken('text-not-in-use');
      await tx.update(MessageTemplate, textId, { state: 'retired', withdrawnBy: staff.userId, withdrawnAt: tx.now });
      const before = text.state === 'approved' ? textInUse.after(versions, text) : null;
      if (before !== null) await tx.update(MessageTemplate, before.id, { state: 'approved' });
      tx.audit('text.withdraw', { entity: 'message_template', entityId: textId });
      return textView(tx, { kind, language }, staff.userId);
    });
  }
}
