import { Injectable } from '@nestjs/common';
import { familyActor } from '@radslag/access';
import { ActionReportRow, Database, FamilyPlan, Invitation, PlanAction } from '@radslag/db';
import type { ActionReport } from '@radslag/domain';
import { askPeople, endTasks } from '@radslag/outreach';
import { NotFound } from '@radslag/platform';
import { IsNull } from 'typeorm';
import { isReleased, scopeOf } from './read-released-plan';

/** The owner says how it goes. Someone else's action does not exist here. */
@Injectable()
export class ReportAction {
  constructor(private readonly db: Database) {}

  execute(access: { municipalityId: string; invitationId: string; recordedBy?: string | null }, { actionId, value }: { actionId: string; value: ActionReport }): Promise<void> {
    const { municipalityId, invitationId, recordedBy = null } = access;
    return this.db.inMunicipality(municipalityId, familyActor(invitationId, recordedBy), async (tx) => {
      const { memberId, conferenceId, revokedAt } = await tx.get(Invitation, invitationId);
      const action = await tx.findOne(PlanAction, { id: actionId, ownerId: memberId, struckAt: IsNull() });
      const plan = action && (await tx.findOne(FamilyPlan, { id: action.planId, conferenceId }));
      if (!plan || revokedAt !== null || !isReleased(plan)) throw new NotFound('plan_action');
      if ((await scopeOf(tx, plan.id, memberId)) === null) throw new NotFound('plan_action');
      await tx.insert(ActionReportRow, { actionId, memberId, value, at: tx.now });
      // One call to make per person, however often the button is pressed; none when it works out after all.
      if (value === 'needHelp') await askPeople(tx, [{ kind: 'needsHelp', reason: 'needHelp', referralId: plan.referralId, conferenceId, memberId, urgent: true }]);
      else await endTasks(tx, { memberIds: [memberId] });
      tx.audit('action.report', { entity: 'plan_action', entityId: actionId, referralId: plan.referralId });
      tx.announce({ referralId: plan.referralId, conferenceId, what: 'plan' });
    });
  }
}
