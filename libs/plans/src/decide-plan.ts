import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import { planRoutes, type BodyOf, type PlanView } from '@radslag/contracts';
import { Database, FamilyPlan, type Tx } from '@radslag/db';
import { acceptanceBlockers, addDays, dateOf, instantOf, SWEDISH_ZONE } from '@radslag/domain';
import { planActionReminders } from '@radslag/outreach';
import { RuleBroken } from '@radslag/platform';
import { isAccepted, planAfter } from './move-plan';
import { openWritablePlan } from './open-draft';
import { readContent, type PlanContent } from './plan-content';
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
      const change = { state, ...toColumns(decision), decidedAt: tx.now, decidedBy: staff.userId, releasedAt: accepted ? tx.now : null };
      await tx.update(FamilyPlan, planId, change, decision.version);
      const decided = { ...plan, ...change, version: decision.version + 1 };
      await keepRevision(tx, decided, decision.decision);
      if (accepted) {
        await keepLinksUntilReview(tx, decided);
        await planActionReminders(tx, planId);
      }
      tx.announce({ referralId: plan.referralId, conferenceId: plan.conferenceId, what: 'plan' });
      return readPlanView(tx, staff, decided);
    });
  }
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
