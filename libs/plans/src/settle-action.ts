import { Injectable } from '@nestjs/common';
import { asStaff, openPlan, type StaffAccess } from '@radslag/access';
import type { ActionView } from '@radslag/contracts';
import { Database, PlanAction } from '@radslag/db';
import { ACTION, transition, type ActionEvent } from '@radslag/domain';
import { endTasks, planActionReminders, supersede } from '@radslag/outreach';
import { MoveRefused, RuleBroken } from '@radslag/platform';
import { isAccepted } from './move-plan';
import { standingRow } from './open-draft';
import { readActionView } from './plan-view';

/** How it went. What is settled is not reminded of; what is opened again is. */
@Injectable()
export class SettleAction {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, actionId: string, version: number, event: ActionEvent): Promise<ActionView> {
    return asStaff(this.db, staff, async (tx) => {
      const { planId } = await tx.get(PlanAction, actionId);
      const { plan } = await openPlan(tx, staff, planId, { action: `action.${event}`, lock: true });
      const row = await standingRow(tx, actionId);
      if (!isAccepted(plan.state)) throw new RuleBroken('plan-not-accepted', { state: plan.state });
      const moved = transition(ACTION, row.state, event);
      if (!moved.ok) throw new MoveRefused('plan_action', moved.from, moved.event);
      await tx.update(PlanAction, actionId, { state: moved.state }, version);
      if (moved.state === 'open') await planActionReminders(tx, planId);
      else if (moved.state !== 'partly') await supersede(tx, { actionId }, 'actionClosed');
      await endTasks(tx, { conferenceId: plan.conferenceId });
      tx.announce({ referralId: plan.referralId, conferenceId: plan.conferenceId, what: 'plan' });
      return readActionView(tx, plan, { ...row, state: moved.state, version: version + 1 });
    });
  }
}
