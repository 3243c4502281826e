import { Injectable } from '@nestjs/common';
import { asStaff, entranceToken, hashToken, type StaffAccess } from '@radslag/access';
import { Database, FamilySession } from '@radslag/db';
import { env, MoveRefused } from '@radslag/platform';
import { openInvitation } from './open-invitation';

/** Long enough to press a button twice, too short to be found lying about. */
const ENTRANCE_MINUTES = 2;

/**
 * Somebody calls and wants to answer: the coordinator opens the very pages that the person would have seen, and reads them
 * aloud. The address works once; what is sent from there is marked as told by phone, with the coordinator's name.
 */
@Injectable()
export class FillInTogether {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, invitationId: string): Promise<{ url: string }> {
    return asStaff(this.db, staff, async (tx) => {
      const { invitation } = await openInvitation(tx, staff, invitationId, 'answer.together');
      if (invitation.state === 'revoked') throw new MoveRefused('invitation', invitation.state, 'fillIn');
      const token = entranceToken(tx.municipalityId);
      await tx.insert(FamilySession, {
        invitationId, tokenHash: hashToken(token), rotation: invitation.rotation, stepPassedAt: null, createdAt: tx.now, endedAt: null,
        recordedBy: staff.userId, enteredAt: null, expiresAt: new Date(tx.now.getTime() + ENTRANCE_MINUTES * 60_000),
      });
      return { url: `${env().family.url}/s/${token}` };
    });
  }
}
