import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { BodyOf, Member as MemberView, routes } from '@radslag/contracts';
import { Consent, Database } from '@radslag/db';
import { dateOf, SWEDISH_ZONE } from '@radslag/domain';
import { RuleBroken } from '@radslag/platform';
import { contactOf } from '../planning/contact';
import { withThoseServed } from './follow-go-between';
import { planAgain } from './plan-again';
import { viewOfMember } from './member-view';
import { networkChanged, openMemberToWrite } from './open-network';

/** A person × a purpose × a form × a day × how long: a new row each time, the earlier ones stay. */
@Injectable()
export class RecordConsent {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, memberId: string, consent: BodyOf<typeof routes.recordConsent>): Promise<MemberView> {
    return asStaff(this.db, staff, async (tx) => {
      const { member, referral } = await openMemberToWrite(tx, staff, memberId, 'consent.record');
      const today = dateOf(tx.now, SWEDISH_ZONE);
      if (consent.givenOn > today) throw new RuleBroken('date-in-future');
      if (consent.validUntil !== null && consent.validUntil < today) throw new RuleBroken('date-in-past');
      const contacts = consent.purpose === 'contact' ? await contactOf(tx, [member]) : null;
      const record = async () => void (await tx.insert(Consent, { ...consent, referralId: referral.id, memberId, recordedBy: staff.userId, recordedAt: tx.now }));
      await (consent.purpose === 'contact' ? withThoseServed(tx, staff, memberId, record) : record());
      if (contacts?.get(member.id)?.consentId === null) await planAgain(tx, memberId);
      await networkChanged(tx, referral.id);
      return viewOfMember(tx, staff, referral, member);
    });
  }
}
