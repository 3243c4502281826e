import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import { Database, PlanAction } from '@radslag/db';
import { openDraftAction, raiseVersion } from './open-draft';

/** Struck through, not erased: the row and its history stay. */
@Injectable()
export class StrikeAction {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, actionId: string, version: number): Promise<void> {
    return asStaff(this.db, staff, async (tx) => {
      const { plan } = await openDraftAction(tx, staff, actionId, 'action.strike');
      await tx.update(PlanAction, actionId, { struckAt: tx.now }, version);
      await raiseVersion(tx, plan);
      tx.announce({ referralId: plan.referralId, conferenceId: plan.conferenceId, what: 'plan' });
    });
  }
}
