import { Injectable } from '@nestjs/common';
import { asStaff, requireCare, type StaffAccess } from '@radslag/access';
import type { PlanView } from '@radslag/contracts';
import { Database, FamilyPlan } from '@radslag/db';
import { presentationBlockers } from '@radslag/domain';
import { RuleBroken } from '@radslag/platform';
import { planAfter } from './move-plan';
import { careForNames, clearNames, peopleOfPlan } from './names-in-plan';
import { openWritablePlan } from './open-draft';
import { readContent } from './plan-content';
import { readPlanView, toBlockerView } from './plan-view';
import { keepRevision } from './revision';

/** Every question answered, every row with someone who does it and by when; or it says what is left. */
@Injectable()
export class PresentPlan {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, planId: string, version: number, careTaken: string | null = null): Promise<PlanView> {
    return asStaff(this.db, staff, async (tx) => {
      const { plan } = await openWritablePlan(tx, staff, planId, 'plan.present');
      const state = planAfter(plan.state, 'present');
      const { coverage, actions } = await readContent(tx, plan);
      const blockers = presentationBlockers(coverage).map(toBlockerView);
      if (blockers.length > 0) throw new RuleBroken('plan-incomplete', { blockers });
      const care = careForNames(await peopleOfPlan(tx, plan.referralId), actions, { text: null, cleared: [] });
      requireCare(planId, care, careTaken);
      await clearNames(tx, planId, care);
      const change = { state, presentedAt: tx.now };
      await tx.update(FamilyPlan, planId, change, version);
      const presented = { ...plan, ...change, version: version + 1 };
      await keepRevision(tx, presented, 'present');
      tx.announce({ referralId: plan.referralId, conferenceId: plan.conferenceId, what: 'plan' });
      return readPlanView(tx, staff, presented);
    });
  }
}
