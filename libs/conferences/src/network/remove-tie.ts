import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import { Database, MemberTie } from '@radslag/db';
import { networkChanged, openNetwork } from './open-network';

@Injectable()
export class RemoveTie {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, tieId: string): Promise<void> {
    return asStaff(this.db, staff, async (tx) => {
      const tie = await tx.get(MemberTie, tieId);
      await openNetwork(tx, staff, tie.referralId, { action: 'tie.remove', entity: 'member_tie', entityId: tieId });
      await tx.remove(MemberTie, tieId);
      await networkChanged(tx, tie.referralId);
    });
  }
}
