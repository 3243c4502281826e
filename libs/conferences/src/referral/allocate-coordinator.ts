import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { CaseView } from '@radslag/contracts';
import { Database, StaffUser, type Tx } from '@radslag/db';
import { endTasks } from '@radslag/outreach';
import { RuleBroken } from '@radslag/platform';
import { CaseAnswer } from './case-answer';
import { moveReferral } from './move-referral';

/** Gives the case to a coordinator, who then declares whether there is a conflict of interest before anything else. */
@Injectable()
export class AllocateCoordinator {
  constructor(
    private readonly db: Database,
    private readonly answer: CaseAnswer,
  ) {}

  execute(staff: StaffAccess, referralId: string, given: { version: number; coordinatorId: string }): Promise<CaseView> {
    return asStaff(this.db, staff, async (tx) => {
      await moveReferral(tx, staff, { referralId, version: given.version, event: 'allocate' }, async () => {
        const coordinator = await tx.findOne(StaffUser, { id: given.coordinatorId });
        if (coordinator?.role !== 'coordinator' || coordinator.disabledAt !== null) throw new RuleBroken('not-a-coordinator');
        if (await hasRecused(tx, referralId, coordinator.id)) throw new RuleBroken('coordinator-recused');
        return { coordinatorId: coordinator.id, allocatedAt: tx.now, conflictDeclaredAt: null };
      });
      await endTasks(tx, { referralId });
      tx.announce({ referralId, userId: given.coordinatorId, what: 'referral' });
      return this.answer.view(tx, staff, referralId);
    });
  }
}

/** A conflict of interest does not pass: who stepped back from a case is not given it again. The log is what remembers. */
async function hasRecused(tx: Tx, referralId: string, coordinatorId: string): Promise<boolean> {
  const found = await tx.query(`SELECT 1 FROM audit_entry WHERE municipality_id = $1 AND referral_id = $2 AND action = 'referral.recuse' AND actor_id = $3 LIMIT 1`, [
    tx.municipalityId,
    referralId,
    coordinatorId,
  ]);
  return found.length > 0;
}
