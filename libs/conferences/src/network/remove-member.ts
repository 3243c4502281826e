import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import { Database, NetworkMember } from '@radslag/db';
import { closeWay } from './close-way';
import { withThoseServed } from './follow-go-between';
import { networkChanged, openMemberToWrite } from './open-network';

/** Tasks that are about reaching the person; a worry they have told us of stays to be dealt with. */
const REACHING = ['callMember', 'sendLetter', 'findOtherWay', 'checkUnknown'];

/** Takes a person out: nothing unsent reaches them, their link is dead, and the calls to be made to them are not. */
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
      await tx.query(`UPDATE task SET done_at = $3, done_by = $4 WHERE municipality_id = $1 AND member_id = $2 AND done_at IS NULL AND kind = ANY($5)`, [
        tx.municipalityId,
        memberId,
        tx.now,
        staff.userId,
        REACHING,
      ]);
      await networkChanged(tx, referral.id);
    });
  }
}
