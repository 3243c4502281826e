import { PlanRevision, type FamilyPlan, type Tx } from '@radslag/db';
import type { PlanEvent } from '@radslag/domain';
import { readContent } from './plan-content';

/** The plan as it was at this step, words and all: what was presented and decided can be read ever after. */
export async function keepRevision(tx: Tx, plan: FamilyPlan, event: PlanEvent): Promise<void> {
  const { questions, bottomLines, actions } = await readContent(tx, plan);
  const { decisionReason, conditions, brokenBottomLineId, reviewOn } = plan;
  const snapshot = {
    questions: questions.map(({ id, text }) => ({ id, text })),
    bottomLines: bottomLines.map(({ id, text }) => ({ id, text })),
    actions: actions.map(({ municipalityId: _tenant, planId: _plan, struckAt: _struck, ...action }) => action),
    decision: { decisionReason, conditions, brokenBottomLineId, reviewOn },
  };
  await tx.insert(PlanRevision, { planId: plan.id, draftNumber: plan.draftNumber, event, snapshot: JSON.stringify(snapshot), at: tx.now, by: tx.actor.id ?? null });
}
