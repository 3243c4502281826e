import { Injectable } from '@nestjs/common';
import { asStaff, hashToken, linkToken, type StaffAccess } from '@radslag/access';
import { Database, Invitation, NetworkMember, type Tx } from '@radslag/db';
import { addDays, dateOf, instantOf } from '@radslag/domain';
import { newLinkMessage } from '@radslag/outreach';
import { env } from '@radslag/platform';
import { toInvitationView, type InvitationShape } from './invitation-view';
import { invitationAfter } from './move-state';
import { endFamilySessions, openInvitation } from './open-invitation';

/** A fresh link that is worth asking for lives at least this long, also when the old one had run out. */
const FEWEST_DAYS = 30;

/** A new link, the old one dead at once, the new one sent. */
@Injectable()
export class RotateLink {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, invitationId: string): Promise<InvitationShape> {
    return asStaff(this.db, staff, (tx) => this.within(tx, staff, invitationId));
  }

  /** The same in a transaction that is open: a preview rehearses it. */
  async within(tx: Tx, staff: StaffAccess, invitationId: string): Promise<InvitationShape> {
    const { invitation, conference } = await openInvitation(tx, staff, invitationId, 'link.rotate');
    const { protected: isProtected } = await tx.get(NetworkMember, invitation.memberId);
    const rotation = invitation.rotation + 1;
    const soonest = instantOf({ local: `${addDays(dateOf(tx.now, conference.zone), FEWEST_DAYS + 1)}T00:00`, zone: conference.zone });
    const change = {
      state: invitationAfter(invitation.state, 'rotate'),
      rotation,
      tokenHash: hashToken(linkToken(env().keys.link, invitationId, rotation)),
      expiresAt: invitation.expiresAt > soonest ? invitation.expiresAt : soonest,
      // It was closed when they became protected; a new link for somebody who is so no longer opens.
      revokedAt: isProtected ? invitation.revokedAt : null,
      // Whoever guessed at the old link does not have this one, nor a code that was told for it.
      failedSteps: 0,
      wrongYears: 0,
      codeHash: null,
      wrongCodes: 0,
      lockedUntil: null,
    };
    await tx.update(Invitation, invitationId, change);
    await endFamilySessions(tx, invitationId);
    // To the number on file; somebody who gets no SMS becomes a call to make. The old link is dead either way.
    await newLinkMessage(tx, invitationId);
    tx.announce({ referralId: conference.referralId, conferenceId: conference.id, what: 'invitations' });
    return toInvitationView(staff, { ...invitation, ...change });
  }
}
