import { Injectable } from '@nestjs/common';
import { Conference, Database, FamilySession, Invitation, NetworkMember, type Tx } from '@radslag/db';
import { afterWrongCode, afterWrongYear, codeMayOpen, isPaused, yearMayOpen, type AfterWrong, type StepMemory } from '@radslag/domain';
import { asFamily, type FamilyAccess } from './family-access';
import { FamilySecrets, sameBytes, stepCodeHash } from './family-secrets';
import { addFamilyTask } from './family-task';

export type StepAttempt = { birthYear: string } | { code: string };
export type StepOutcome = 'passed' | 'wrong' | 'paused' | 'closed';

/**
 * Birth year, or the code told on the phone, each with its own count, so that wrong years never close the way for whoever has been
 * told a code. Under the lock of the invitation: guesses that come at once are still counted one by one.
 */
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
      const step = memoryOf(invitation);
      if ('code' in attempt) {
        if (!codeMayOpen(step, tx.now)) return yearMayOpen(step) ? 'wrong' : 'closed';
        if (!this.isCode(invitation, attempt.code)) return this.wrong(tx, invitation, afterWrongCode(step));
        // For once: whoever finds it noted down finds nothing.
        await tx.update(Invitation, invitation.id, { codeHash: null, wrongCodes: 0, failedSteps: 0, lockedUntil: null });
      } else {
        if (!yearMayOpen(step)) return 'closed';
        if (isPaused(step, tx.now)) return 'paused';
        if (!(await isBirthYear(tx, invitation, attempt.birthYear))) return this.wrong(tx, invitation, afterWrongYear(step, tx.now));
        // The count in all stays: else somebody guesses on after each visit of the right person.
        await tx.update(Invitation, invitation.id, { failedSteps: 0, lockedUntil: null });
      }
      await tx.update(FamilySession, access.sessionId, { stepPassedAt: tx.now });
      tx.audit('link.step', { entity: 'invitation', entityId: invitation.id });
      return 'passed';
    });
  }

  private async wrong(tx: Tx, invitation: Invitation, { change, outcome, askStaff }: AfterWrong<Partial<StepMemory>>): Promise<StepOutcome> {
    await tx.update(Invitation, invitation.id, change);
    tx.audit(outcome === 'wrong' ? 'link.wrong-step' : 'link.paused', { entity: 'invitation', entityId: invitation.id });
    if (askStaff) {
      const { referralId } = await tx.get(Conference, invitation.conferenceId);
      await addFamilyTask(tx, { referralId, conferenceId: invitation.conferenceId, memberId: invitation.memberId }, { kind: 'giveCode', reason: 'guessed', urgent: true });
    }
    return outcome;
  }

  private isCode(invitation: Invitation, code: string): boolean {
    return invitation.codeHash !== null && sameBytes(invitation.codeHash, stepCodeHash(this.secrets.linkKey, invitation.id, code));
  }
}

async function isBirthYear(tx: Tx, invitation: Invitation, birthYear: string): Promise<boolean> {
  const member = await tx.get(NetworkMember, invitation.memberId);
  return member.birthYear !== null && sameBytes(Buffer.from(member.birthYear), Buffer.from(birthYear));
}

const memoryOf = (invitation: Invitation): StepMemory => ({
  asks: invitation.secondStep as StepMemory['asks'], failedSteps: invitation.failedSteps, wrongYears: invitation.wrongYears, lockedUntil: invitation.lockedUntil,
  codeIssuedAt: invitation.codeHash === null ? null : invitation.codeIssuedAt, wrongCodes: invitation.wrongCodes,
});
