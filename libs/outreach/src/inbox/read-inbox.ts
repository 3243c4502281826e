import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { InboxView } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { repliesTo, toInboxItems, waitingFor } from './replies';

/** What people have written back, the urgent first. Each case that something is shown of is marked as read. */
@Injectable()
export class ReadInbox {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, scope: 'mine' | 'unclaimed'): Promise<InboxView> {
    return asStaff(this.db, staff, async (tx) => {
      const rows = await repliesTo(tx, staff, scope);
      const cases = new Set(rows.flatMap((row) => row.mine.map((one) => one.referralId)));
      if (cases.size === 0) tx.audit('inbox.read');
      for (const referralId of cases) tx.audit('inbox.read', { entity: 'referral', entityId: referralId, referralId });
      return { now: tx.now.toISOString(), items: await toInboxItems(tx, staff, rows), waiting: await waitingFor(tx, staff) };
    });
  }
}
