import { Injectable } from '@nestjs/common';
import { Database, Invitation } from '@radslag/db';
import { readDraft, type AnswerDraft } from './answer-draft';
import { asFamily, type FamilyAccess } from './family-access';

/** Each Continue keeps what it was given, on top of what the earlier pages gave; `forget` after it has been sent. */
@Injectable()
export class SaveDraft {
  constructor(private readonly db: Database) {}

  execute(access: FamilyAccess, part: AnswerDraft): Promise<void> {
    return asFamily(this.db, access, async (tx) => {
      // Locked: two tabs of one phone must not lose each other's page.
      const invitation = await tx.get(Invitation, access.invitationId, { lock: true });
      await tx.update(Invitation, invitation.id, { draft: JSON.stringify({ ...readDraft(invitation.draft), ...part }) });
    });
  }

  forget(access: FamilyAccess): Promise<void> {
    return asFamily(this.db, access, (tx) => tx.update(Invitation, access.invitationId, { draft: null }));
  }
}
