import { Injectable } from '@nestjs/common';
import { asStaff, banOf, familyLanguage, openConference, pairsOfCase, type StaffAccess } from '@radslag/access';
import { conferenceRoutes, type ResponseOf } from '@radslag/contracts';
import { Database, NetworkMember } from '@radslag/db';
import { previewQuestion } from '@radslag/outreach';
import { NotFound } from '@radslag/platform';
import { In } from 'typeorm';
import { contactOf } from './contact';

/** What inviting these people would send, before the button: in the words that are used, and by the way each is reached. */
@Injectable()
export class PreviewInvitations {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string, memberIds: readonly string[]): Promise<ResponseOf<typeof conferenceRoutes.previewInvitations>> {
    return asStaff(this.db, staff, async (tx) => {
      const { referral } = await openConference(tx, staff, conferenceId, { action: 'conference.preview' });
      const found = new Map((await tx.find(NetworkMember, { id: In([...memberIds]), referralId: referral.id })).map((member) => [member.id, member]));
      const members = [...new Set(memberIds)].map((id) => found.get(id) ?? missing());
      const contacts = await contactOf(tx, members);
      const pairs = await pairsOfCase(tx, referral.id);
      return previewQuestion(tx, referral.id, members.map((member) => ({ memberId: member.id, language: familyLanguage(member.language), refusal: banOf(pairs, conferenceId, member.id)?.reason ?? contacts.get(member.id)!.refusal })));
    });
  }
}

function missing(): never {
  throw new NotFound('network_member');
}
