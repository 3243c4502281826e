import { Injectable } from '@nestjs/common';
import { familyActor } from '@radslag/access';
import { ActionReportRow, Database, FamilyPlan, Invitation, PlanAction, Referral, Task, type Tx } from '@radslag/db';
import type { ActionReport } from '@radslag/domain';
import { NotFound } from '@radslag/platform';
import { IsNull } from 'typeorm';
import { isReleased } from './read-released-plan';

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
      await tx.insert(ActionReportRow, { actionId, memberId, value, at: tx.now });
      if (value === 'needHelp') await askForHelp(tx, plan, memberId);
      tx.audit('action.report', { entity: 'plan_action', entityId: actionId, referralId: plan.referralId });
      tx.announce({ referralId: plan.referralId, conferenceId, what: 'plan' });
    });
  }
}

/** One call to make per person, however often the button is pressed. */
async function askForHelp(tx: Tx, plan: FamilyPlan, memberId: string): Promise<void> {
  const { referralId, conferenceId } = plan;
  if (await tx.findOne(Task, { conferenceId, memberId, kind: 'needsHelp', doneAt: IsNull() })) return;
  const { coordinatorId } = await tx.get(Referral, referralId);
  await tx.insert(Task, {
    referralId, conferenceId, memberId, messageId: null, assignedTo: coordinatorId, kind: 'needsHelp', reason: 'needHelp', urgent: true,
    createdAt: tx.now, dueAt: null, doneAt: null, doneBy: null,
  });
}
