import { Injectable } from '@nestjs/common';
import { asStaff, openPlan, requireCare, type StaffAccess } from '@radslag/access';
import { planRoutes, type BodyOf, type PlanView } from '@radslag/contracts';
import { Database, PlanRelease } from '@radslag/db';
import { tellOfPlan } from '@radslag/outreach';
import { NotFound, RuleBroken } from '@radslag/platform';
import { careForNames, clearNames, peopleOfPlan } from './names-in-plan';
import { readContent } from './plan-content';
import { careForReaders, readersOf } from './plan-readers';
import { readPlanView } from './plan-view';
import { isReleased } from './read-released-plan';

/** One more reader, chosen by somebody: the whole of what they may see, or their own part. They are told at once. */
@Injectable()
export class ReleasePlan {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, planId: string, { memberId, scope, careTaken }: BodyOf<typeof planRoutes.releasePlan>): Promise<PlanView> {
    return asStaff(this.db, staff, async (tx) => {
      const { plan } = await openPlan(tx, staff, planId, { action: 'plan.release', entity: 'network_member', entityId: memberId, lock: true });
      if (!isReleased(plan)) throw new RuleBroken('plan-not-accepted', { state: plan.state });
      const readers = await readersOf(tx, plan);
      const reader = readers.find((one) => one.member.id === memberId);
      if (reader === undefined) throw new NotFound('network_member');
      if (reader.refusal !== null) throw new RuleBroken('plan-not-for-them', { reason: reader.refusal });
      if (reader.release?.scope === scope) return readPlanView(tx, staff, plan);
      const { actions } = await readContent(tx, plan);
      const has = readers.filter((one) => one.release !== null && one.refusal === null).map((one) => one.member.id);
      const care = [...(await careForReaders(tx, plan.referralId, [...has, memberId], [memberId])), ...careForNames(await peopleOfPlan(tx, plan.referralId), actions, { text: plan.conditions, cleared: plan.clearedNames })];
      requireCare(`${planId} ${memberId}`, care, careTaken);
      if (care.length > 0) tx.audit('pair.acknowledge', { entity: 'family_plan', entityId: planId, referralId: plan.referralId });
      await clearNames(tx, planId, care);
      if (reader.release !== null) await tx.update(PlanRelease, reader.release.id, { withdrawnAt: tx.now, withdrawnBy: staff.userId });
      await tx.insert(PlanRelease, { planId, memberId, scope, how: 'chosen', releasedAt: tx.now, releasedBy: staff.userId, withdrawnAt: null, withdrawnBy: null });
      if (reader.release === null) await tellOfPlan(tx, planId, [memberId]);
      tx.announce({ referralId: plan.referralId, conferenceId: plan.conferenceId, what: 'plan' });
      return readPlanView(tx, staff, plan);
    });
  }
}

/** They can read it no longer; what was unsent about it is not sent. */
@Injectable()
export class WithdrawPlan {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, planId: string, memberId: string): Promise<PlanView> {
    return asStaff(this.db, staff, async (tx) => {
      const { plan } = await openPlan(tx, staff, planId, { action: 'plan.withdraw', entity: 'network_member', entityId: memberId, lock: true });
      const release = (await readersOf(tx, plan)).find((one) => one.member.id === memberId)?.release ?? null;
      if (release === null) throw new NotFound('plan_release');
      await tx.update(PlanRelease, release.id, { withdrawnAt: tx.now, withdrawnBy: staff.userId });
      tx.announce({ referralId: plan.referralId, conferenceId: plan.conferenceId, what: 'plan' });
      return readPlanView(tx, staff, plan);
    });
  }
}
