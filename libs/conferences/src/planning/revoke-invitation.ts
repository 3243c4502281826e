import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import { Database, Invitation } from '@radslag/db';
import { askAboutThoseWhoExpectToCome, endTasks, supersede } from '@radslag/outreach';
import { tellOfPairs } from '../network/tell-of-pairs';
import { toInvitationView, type InvitationShape } from './invitation-view';
import { invitationAfter } from './move-state';
import { endFamilySessions, openInvitation } from './open-invitation';

/** The link is dead, and nothing unsent goes out. */
@Injectable()
export class RevokeInvitation {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, invitationId: string): Promise<InvitationShape> {
    return asStaff(this.db, staff, async (tx) => {
      const { invitation, conference } = await openInvitation(tx, staff, invitationId, 'invitation.revoke');
      const change = { state: invitationAfter(invitation.state, 'revoke'), revokedAt: tx.now, draft: null };
      await tx.update(Invitation, invitationId, change);
      await endFamilySessions(tx, invitationId);
      await supersede(tx, { invitationId }, 'invitationRevoked');
      await endTasks(tx, { memberIds: [invitation.memberId] });
      await askAboutThoseWhoExpectToCome(tx, invitation.memberId);
      // The other of a pair may be written to now.
      await tellOfPairs(tx, conference.referralId);
      tx.announce({ referralId: conference.referralId, conferenceId: conference.id, what: 'invitations' });
      return toInvitationView(staff, { ...invitation, ...change });
    });
  }
}
