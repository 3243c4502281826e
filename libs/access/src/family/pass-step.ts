import { Injectable } from '@nestjs/common';
import { Database, FamilySession, Invitation, NetworkMember } from '@radslag/db';
import { asFamily, type FamilyAccess } from './family-access';
import { FamilySecrets, sameBytes, stepCodeHash } from './family-secrets';

export const STEP_TRIES = 5;
export const STEP_PAUSE_MINUTES = 15;

export type StepAttempt = { birthYear: string } | { code: string };
export type StepOutcome = 'passed' | 'wrong' | 'paused';

/** Birth year, or the code told on the phone. Five wrong ones pause it for a quarter of an hour, for every phone with this link. */
@Injectable()
export class PassStep {
  constructor(
    private readonly db: Database,
    private readonly secrets: FamilySecrets,
  ) {}

  execute(access: FamilyAccess, attempt: StepAttempt): Promise<StepOutcome> {
    return asFamily(this.db, access, async (tx) => {
      const invitation = await tx.get(Invitation, access.invitationId, { lock: true });
      if (invitation.revokedAt !== null) return 'wrong';
      if (invitation.lockedUntil !== null && invitation.lockedUntil > tx.now) return 'paused';
      const right = 'code' in attempt ? this.isCode(invitation, attempt.code) : await isBirthYear();
      if (right) {
        await tx.update(Invitation, invitation.id, { failedSteps: 0, lockedUntil: null });
        await tx.update(FamilySession, access.sessionId, { stepPassedAt: tx.now });
        tx.audit('link.step', { entity: 'invitation', entityId: invitation.id });
        return 'passed';
      }
      const failed = invitation.failedSteps + 1;
      const paused = failed >= STEP_TRIES;
      await tx.update(Invitation, invitation.id, {
        failedSteps: paused ? 0 : failed,
        lockedUntil: paused ? new Date(tx.now.getTime() + STEP_PAUSE_MINUTES * 60_000) : null,
      });
      tx.audit(paused ? 'link.paused' : 'link.wrong-step', { entity: 'invitation', entityId: invitation.id });
      return paused ? 'paused' : 'wrong';

      async function isBirthYear(): Promise<boolean> {
        if (invitation.secondStep !== 'birthYear' || !('birthYear' in attempt)) return false;
        const member = await tx.get(NetworkMember, invitation.memberId);
        return member.birthYear !== null && sameBytes(Buffer.from(member.birthYear), Buffer.from(attempt.birthYear));
      }
    });
  }

  private isCode(invitation: Invitation, code: string): boolean {
    return invitation.codeHash !== null && sameBytes(invitation.codeHash, stepCodeHash(this.secrets.linkKey, invitation.id, code));
  }
}
