import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import { Database, MemberTie } from '@radslag/db';
import { NotFound } from '@radslag/platform';
import { networkChanged, openNetwork } from './open-network';
import { tellOfPairs } from './tell-of-pairs';

/** Off the map. The row stays, with who erased it: that a ban was known of is history. */
@Injectable()
export class RemoveTie {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, tieId: string): Promise<void> {
    return asStaff(this.db, staff, async (tx) => {
      const tie = await tx.get(MemberTie, tieId);
      await openNetwork(tx, staff, tie.referralId, { action: 'tie.remove', entity: 'member_tie', entityId: tieId });
      if (tie.removedAt !== null) throw new NotFound('member_tie');
      await tx.update(MemberTie, tieId, { removedAt: tx.now, removedBy: staff.userId });
      if (tie.kind === 'contactBan') await tellOfPairs(tx, tie.referralId);
      await networkChanged(tx, tie.referralId);
    });
  }
}
