import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import type { PlanView } from '@radslag/contracts';
import { Database, FamilyPlan } from '@radslag/db';
import { contentLocked, planMayBegin } from '@radslag/domain';
import { AppError, RuleBroken } from '@radslag/platform';
import { readPlanView } from './plan-view';

/** Begins when the family presents what it has come to, or afterwards. */
@Injectable()
export class StartPlan {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string): Promise<PlanView> {
    return asStaff(this.db, staff, async (tx) => {
      const { conference } = await openConference(tx, staff, conferenceId, { action: 'plan.start', lock: true });
      if (contentLocked(conference.phase)) throw new AppError('private-family-time', 423);
      if (!planMayBegin(conference)) throw new RuleBroken('plan-too-early', { state: conference.state, phase: conference.phase });
      if (await tx.findOne(FamilyPlan, { conferenceId })) throw new RuleBroken('plan-already-begun');
      const plan = await tx.insert(FamilyPlan, {
        conferenceId,
        referralId: conference.referralId,
        state: 'draft',
        draftNumber: 1,
        presentedAt: null,
        decidedAt: null,
        decidedBy: null,
        decisionReason: null,
        conditions: null,
        brokenBottomLineId: null,
        reviewOn: null,
        releasedAt: null,
        clearedNames: [],
        createdAt: tx.now,
        version: 1,
      });
      tx.announce({ referralId: conference.referralId, conferenceId, what: 'plan' });
      return readPlanView(tx, staff, plan);
    });
  }
}
