import { Injectable } from '@nestjs/common';
import { asStaff, requireCare, type StaffAccess } from '@radslag/access';
import { planRoutes, type BodyOf, type PlanView } from '@radslag/contracts';
import { Database, FamilyPlan, type Tx } from '@radslag/db';
import { acceptanceBlockers, addDays, dateOf, instantOf, SWEDISH_ZONE } from '@radslag/domain';
import { planActionReminders, tellOfPlan } from '@radslag/outreach';
import { RuleBroken } from '@radslag/platform';
import { isAccepted, planAfter } from './move-plan';
import { openWritablePlan } from './open-draft';
import { readContent, type PlanContent } from './plan-content';
import { careForNames, clearNames, peopleOfPlan } from './names-in-plan';
import { atAcceptance, careForReaders, readersOf, releaseAtAcceptance } from './plan-readers';
import { readPlanView } from './plan-view';
import { keepRevision } from './revision';

type Decision = BodyOf<typeof planRoutes.decidePlan>;

/** The links that the plan is read behind live until the follow-up has been. */
const LINK_DAYS_AFTER_REVIEW = 30;

/** Acceptance is presumed and needs no grounds; a no names the bottom line that the plan breaks, and why. */
@Injectable()
export class DecidePlan {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, planId: string, decision: Decision): Promise<PlanView> {
    return asStaff(this.db, staff, async (tx) => {
      const { plan } = await openWritablePlan(tx, staff, planId, 'plan.decide');
      const state = planAfter(plan.state, decision.decision);
      requireSoundDecision(decision, await readContent(tx, plan), tx.now);
      const accepted = isAccepted(state);
      if (accepted) await takeCare(tx, plan, decision);
      const change = { state, ...toColumns(decision), decidedAt: tx.now, decidedBy: staff.userId, releasedAt: accepted ? tx.now : null };
      await tx.update(FamilyPlan, planId, change, decision.version);
      const decided = { ...plan, ...change, version: decision.version + 1 };
      await keepRevision(tx, decided, decision.decision);
      if (accepted) {
        await keepLinksUntilReview(tx, decided);
        await releaseAtAcceptance(tx, decided);
        await planActionReminders(tx, planId);
        await tellOfPlan(tx, planId, (await readersOf(tx, decided)).filter((one) => one.release !== null && one.refusal === null).map((one) => one.member.id));
      }
      tx.announce({ referralId: plan.referralId, conferenceId: plan.conferenceId, what: 'plan' });
      return readPlanView(tx, staff, decided);
    });
  }
}

/** Accepting lets the plan out to those who were there: what must be asked about is asked before. */
async function takeCare(tx: Tx, plan: FamilyPlan, decision: Decision): Promise<void> {
  const readers = await readersOf(tx, plan);
  const ids = [...readers.filter((one) => one.release !== null && one.refusal === null).map((one) => one.member.id), ...atAcceptance(readers).map((one) => one.memberId)];
  const conditions = 'conditions' in decision ? decision.conditions : null;
  const { actions } = await readContent(tx, plan);
  const care = [...(await careForReaders(tx, plan.referralId, ids)), ...careForNames(await peopleOfPlan(tx, plan.referralId), actions, { text: conditions, cleared: [] })];
  requireCare(`${plan.id} ${conditions ?? ''}`, care, 'careTaken' in decision ? decision.careTaken : null);
  if (care.length === 0) return;
  tx.audit('pair.acknowledge', { entity: 'family_plan', entityId: plan.id, referralId: plan.referralId });
  await tx.update(FamilyPlan, plan.id, { clearedNames: [] });
  await clearNames(tx, plan.id, care);
}

function requireSoundDecision(decision: Decision, { bottomLines, coverage }: PlanContent, now: Date): void {
  const grounds = {
    decision: decision.decision,
    bottomLineIds: 'bottomLineId' in decision ? [decision.bottomLineId] : [],
    reason: 'reason' in decision ? decision.reason : 'conditions' in decision ? decision.conditions : null,
  };
  const [blocker] = acceptanceBlockers(grounds, bottomLines);
  if (blocker) throw new RuleBroken(blocker.code === 'bottomLineUnknown' ? 'unknown-bottom-line' : 'rule-broken', { ...blocker });
  if ('reviewOn' in decision && decision.reviewOn < dateOf(now, SWEDISH_ZONE)) throw new RuleBroken('date-in-past', { reviewOn: decision.reviewOn });
  if (decision.decision !== 'accept') return;
  const unmet = coverage.bottomLines.filter((line) => !line.met).map((line) => line.bottomLineId);
  if (unmet.length > 0) throw new RuleBroken('bottom-line-unmet', { bottomLineIds: unmet });
}

/** What an earlier round said no to is in its revision; the plan carries the last word only. */
function toColumns(decision: Decision): Pick<FamilyPlan, 'decisionReason' | 'conditions' | 'brokenBottomLineId' | 'reviewOn'> {
  return {
    decisionReason: 'reason' in decision ? decision.reason : null,
    conditions: 'conditions' in decision ? decision.conditions : null,
    brokenBottomLineId: 'bottomLineId' in decision ? decision.bottomLineId : null,
    reviewOn: 'reviewOn' in decision ? decision.reviewOn : null,
  };
}

async function keepLinksUntilReview(tx: Tx, plan: FamilyPlan): Promise<void> {
  const until = instantOf({ local: `${addDays(plan.reviewOn!, LINK_DAYS_AFTER_REVIEW + 1)}T00:00`, zone: SWEDISH_ZONE });
  await tx.query(
    `UPDATE invitation SET expires_at = GREATEST(expires_at, $3) WHERE municipality_id = $1 AND conference_id = $2 AND revoked_at IS NULL`,
    [tx.municipalityId, plan.conferenceId, until],
  );
}
