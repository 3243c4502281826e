import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { asStaff, stepCodeHash, type StaffAccess } from '@radslag/access';
import { Database, Invitation } from '@radslag/db';
import { codeValidUntil } from '@radslag/domain';
import { endTasks } from '@radslag/outreach';
import { env, MoveRefused } from '@radslag/platform';
import { openInvitation } from './open-invitation';

/**
 * Six digits to say on the phone. Shown once: only a keyed hash is kept. They open once, within a day, and a new code ends the old
 * one. The birth year goes on to open where it did; where none is known the code is what is asked for.
 */
@Injectable()
export class IssueCode {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, invitationId: string): Promise<{ code: string; validUntil: string }> {
    return asStaff(this.db, staff, async (tx) => {
      const { invitation, conference } = await openInvitation(tx, staff, invitationId, 'code.issue');
      if (invitation.state === 'revoked') throw new MoveRefused('invitation', invitation.state, 'issueCode');
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      await tx.update(Invitation, invitationId, {
        codeHash: stepCodeHash(env().keys.link, invitationId, code), codeIssuedAt: tx.now, wrongCodes: 0, secondStep: invitation.secondStep === 'birthYear' ? 'birthYear' : 'code', failedSteps: 0, lockedUntil: null,
      });
      await endTasks(tx, { conferenceId: conference.id, memberIds: [invitation.memberId] });
      tx.announce({ referralId: conference.referralId, conferenceId: conference.id, what: 'invitations' });
      return { code, validUntil: codeValidUntil(tx.now).toISOString() };
    });
  }
}
