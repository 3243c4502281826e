import { hashToken, linkToken } from '@radslag/access';
import { Invitation, type Tx } from '@radslag/db';
import { env } from '@radslag/platform';
import { invitationAfter } from './move-state';

/**
 * A person who has consented anew is invited on the row they had, since answers hang on it. The old link stays dead: the
 * next rotation is another one.
 */
export async function reopenInvitation(tx: Tx, invitation: Invitation, fresh: Pick<Invitation, 'consentId' | 'expiresAt' | 'language'>): Promise<Invitation> {
  const rotation = invitation.rotation + 1;
  const change = {
    ...fresh,
    state: invitationAfter(invitation.state, 'reopen'),
    rotation,
    tokenHash: hashToken(linkToken(env().keys.link, invitation.id, rotation)),
    revokedAt: null,
    draft: null,
    sentAt: null,
    answeredAt: null,
    // Whoever guessed at the old link does not have this one, nor a code that was told for it.
    failedSteps: 0,
    wrongYears: 0,
    codeHash: null,
    wrongCodes: 0,
    lockedUntil: null,
  };
  await tx.update(Invitation, invitation.id, change);
  return { ...invitation, ...change };
}
