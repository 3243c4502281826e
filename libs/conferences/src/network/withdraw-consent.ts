import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { Member as MemberView } from '@radslag/contracts';
import { Consent, Database } from '@radslag/db';
import { endTasks } from '@radslag/outreach';
import { closeWay } from './close-way';
import { withThoseServed } from './follow-go-between';
import { viewOfMember } from './member-view';
import { networkChanged, openMemberToWrite } from './open-network';

/**
 * A no is a no: every consent the person has given for the same purpose ends with it. When it was about being contacted,
 * nothing unsent reaches them, nor those who are written to on their phone.
 */
@Injectable()
export class WithdrawConsent {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, consentId: string): Promise<MemberView> {
    return asStaff(this.db, staff, async (tx) => {
      const { memberId, purpose } = await tx.get(Consent, consentId);
      const { member, referral } = await openMemberToWrite(tx, staff, memberId, 'consent.withdraw');
      const withdraw = async () => {
        const standing = await tx.find(Consent, { memberId, purpose, withdrawnAt: IsNull() }, { order: { id: 'ASC' }, lock: true });
        for (const consent of standing) await tx.update(Consent, consent.id, { withdrawnAt: tx.now });
      };
      await (purpose === 'contact' ? withThoseServed(tx, staff, memberId, () => closeWay(tx, memberId, 'consentWithdrawn', withdraw)) : withdraw());
      await endTasks(tx, { memberIds: [memberId] });
      await networkChanged(tx, referral.id);
      return viewOfMember(tx, staff, referral, member);
    });
  }
}
