import { Injectable } from '@nestjs/common';
import { asStaff, openMember, type StaffAccess } from '@radslag/access';
import { Database, Invitation } from '@radslag/db';
import { allowedEvents, INVITATION } from '@radslag/domain';
import { toInvitationView, type InvitationShape } from '../planning/invitation-view';
import { invitationAfter } from '../planning/move-state';
import { currentInvitation } from './current-invitation';
import { requireWillingReader } from './require-contactable';

/** The letter is in the post: the person counts as asked, and nobody need send it again. */
@Injectable()
export class MarkLetterSent {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, memberId: string): Promise<InvitationShape> {
    return asStaff(this.db, staff, async (tx) => {
      const { member, referral } = await openMember(tx, staff, memberId, { action: 'letter.sent' });
      await requireWillingReader(tx, member);
      const { invitation, conference } = await currentInvitation(tx, memberId, { lock: true });
      const sends = allowedEvents(INVITATION, invitation.state).includes('send');
      const change = sends ? { state: invitationAfter(invitation.state, 'send'), sentAt: invitation.sentAt ?? tx.now } : {};
      if (sends) await tx.update(Invitation, invitation.id, change);
      await tx.query(`UPDATE task SET done_at = $4, done_by = $5 WHERE municipality_id = $1 AND member_id = $2 AND conference_id = $3 AND kind = 'sendLetter' AND done_at IS NULL`, [
        tx.municipalityId, memberId, conference.id, tx.now, staff.userId,
      ]);
      tx.announce({ referralId: referral.id, conferenceId: conference.id, what: 'invitations' });
      return toInvitationView(staff, { ...invitation, ...change });
    });
  }
}
