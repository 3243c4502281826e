import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { PlanView } from '@radslag/contracts';
import { Database, FamilyPlan } from '@radslag/db';
import { planAfter } from './move-plan';
import { openWritablePlan } from './open-draft';
import { readPlanView } from './plan-view';
import { keepRevision } from './revision';

/** A new draft that begins where the last one stood. The reason stays on the plan: it is what must be mended. */
@Injectable()
export class RevisePlan {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, planId: string, version: number): Promise<PlanView> {
    return asStaff(this.db, staff, async (tx) => {
      const { plan } = await openWritablePlan(tx, staff, planId, 'plan.revise');
      const change = { state: planAfter(plan.state, 'revise'), draftNumber: plan.draftNumber + 1, presentedAt: null };
      await tx.update(FamilyPlan, planId, change, version);
      const revised = { ...plan, ...change, version: version + 1 };
      await keepRevision(tx, revised, 'revise');
      tx.announce({ referralId: plan.referralId, conferenceId: plan.conferenceId, what: 'plan' });
      return readPlanView(tx, staff, revised);
    });
  }
}
