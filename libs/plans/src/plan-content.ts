import { BottomLine, FamilyQuestion, PlanAction, type FamilyPlan, type Tx } from '@radslag/db';
import { planCoverage, type PlanCoverage } from '@radslag/domain';
import { IsNull } from 'typeorm';

export type PlanContent = { questions: FamilyQuestion[]; bottomLines: BottomLine[]; /** In order, without those struck. */ actions: PlanAction[]; coverage: PlanCoverage };

export async function readContent(tx: Tx, plan: Pick<FamilyPlan, 'id' | 'referralId'>): Promise<PlanContent> {
  const inOrder = { order: { position: 'ASC' as const, id: 'ASC' as const } };
  const questions = await tx.find(FamilyQuestion, { referralId: plan.referralId }, inOrder);
  const bottomLines = await tx.find(BottomLine, { referralId: plan.referralId }, inOrder);
  const actions = await tx.find(PlanAction, { planId: plan.id, struckAt: IsNull() }, inOrder);
  return { questions, bottomLines, actions, coverage: planCoverage({ questions, bottomLines, actions }) };
}
