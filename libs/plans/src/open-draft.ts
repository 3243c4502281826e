import { openPlan, type StaffAccess } from '@radslag/access';
import { Conference, FamilyPlan, PlanAction, type Referral, type Tx } from '@radslag/db';
import { contentLocked, type Act } from '@radslag/domain';
import { AppError, NotFound, RuleBroken } from '@radslag/platform';

type Opened = { plan: FamilyPlan; referral: Referral };

/**
 * Refuses while the family has its own time (promise 6). The conference is held shared until the commit, so that private
 * time cannot begin between this look and the write; the database refuses too.
 */
export async function requireUnlockedContent(tx: Tx, conferenceId: string): Promise<Conference> {
  await tx.query('SELECT 1 FROM conference WHERE municipality_id = $1 AND id = $2 FOR SHARE', [tx.municipalityId, conferenceId]);
  const conference = await tx.get(Conference, conferenceId);
  if (contentLocked(conference.phase)) throw new AppError('private-family-time', 423);
  return conference;
}

/** A plan to be written in: locked, so that presenting and writing take turns. */
export async function openWritablePlan(tx: Tx, staff: StaffAccess, planId: string, action: Act): Promise<Opened> {
  const opened = await openPlan(tx, staff, planId, { action });
  await requireUnlockedContent(tx, opened.plan.conferenceId);
  return { ...opened, plan: await tx.get(FamilyPlan, planId, { lock: true }) };
}

export async function openDraft(tx: Tx, staff: StaffAccess, planId: string, action: Act): Promise<Opened> {
  const opened = await openWritablePlan(tx, staff, planId, action);
  if (opened.plan.state !== 'draft') throw new RuleBroken('plan-not-draft', { state: opened.plan.state });
  return opened;
}

/** The row of a plan, and the plan: one that was struck is no longer there to be changed. */
export async function openDraftAction(tx: Tx, staff: StaffAccess, actionId: string, action: Act): Promise<Opened & { row: PlanAction }> {
  const { planId } = await tx.get(PlanAction, actionId);
  const opened = await openDraft(tx, staff, planId, action);
  return { ...opened, row: await standingRow(tx, actionId) };
}

export async function standingRow(tx: Tx, actionId: string): Promise<PlanAction> {
  const row = await tx.get(PlanAction, actionId);
  if (row.struckAt !== null) throw new NotFound('plan_action');
  return row;
}

/** A row is part of the plan: whoever presents says which plan they have read, and a row changed since is another plan. */
export async function raiseVersion(tx: Tx, plan: FamilyPlan): Promise<FamilyPlan> {
  await tx.update(FamilyPlan, plan.id, {}, plan.version);
  return { ...plan, version: plan.version + 1 };
}
