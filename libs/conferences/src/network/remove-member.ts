import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import { Database, NetworkMember } from '@radslag/db';
import { askAboutThoseWhoExpectToCome, endTasks } from '@radslag/outreach';
import { closeWay } from './close-way';
import { withThoseServed } from './follow-go-between';
import { tellOfPairs } from './tell-of-pairs';
import { networkChanged, openMemberToWrite } from './open-network';

/**
 * Takes a person out: nothing unsent reaches them, their link is dead, and the calls to be made to them are not. A worry that they have
 * told us of stays to be dealt with.
 */
@Injectable()
export class RemoveMember {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, memberId: string): Promise<void> {
    return asStaff(this.db, staff, async (tx) => {
      const { referral } = await openMemberToWrite(tx, staff, memberId, 'member.remove');
      await withThoseServed(tx, staff, memberId, () => closeWay(tx, memberId, 'personRemoved', () => tx.update(NetworkMember, memberId, { removedAt: tx.now })));
      await tx.query(`UPDATE invitation SET state = 'revoked', revoked_at = coalesce(revoked_at, $3) WHERE municipality_id = $1 AND member_id = $2 AND state <> 'revoked'`, [
        tx.municipalityId,
        memberId,
        tx.now,
      ]);
      await endTasks(tx, { memberIds: [memberId] });
      await askAboutThoseWhoExpectToCome(tx, memberId);
      await tellOfPairs(tx, referral.id);
      await networkChanged(tx, referral.id);
    });
  }
}
