import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { InboxItem } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { openReply } from './open-reply';
import { toInboxItems } from './replies';

@Injectable()
export class ReadReply {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, inboundId: string): Promise<InboxItem> {
    return asStaff(this.db, staff, async (tx) => {
      const row = await openReply(tx, staff, inboundId, 'reply.read');
      const [item] = await toInboxItems(tx, staff, [row]);
      return item!;
    });
  }
}
