import { namesOfStaff, type StaffAccess } from '@radslag/access';
import type { ActionView, PlanView } from '@radslag/contracts';
import { Conference, NetworkMember, PlanRevision, type FamilyPlan, type PlanAction, type Tx } from '@radslag/db';
import { allowedEvents, contentLocked, PLAN, presentationBlockers, type PlanEvent, type PresentationBlocker } from '@radslag/domain';
import { readTrail, toActionView } from './action-view';
import { personLabel } from './person-label';
import { careForPaper } from './names-in-plan';
import { readersOf, toReaderViews } from './plan-readers';
import { readContent } from './plan-content';

/** The services accept or say why not; writing and presenting is done together. */
const BY_SOCIAL_WORKER: readonly PlanEvent[] = ['accept', 'acceptWithConditions', 'requestRevision', 'refuse'];
const BY_WRITERS: readonly PlanEvent[] = ['present', 'revise'];

export async function readPlanView(tx: Tx, staff: StaffAccess, plan: FamilyPlan): Promise<PlanView> {
  const { questions, bottomLines, actions, coverage } = await readContent(tx, plan);
  const conference = await tx.get(Conference, plan.conferenceId);
  const inPlan = new Set(actions.flatMap((action) => [action.ownerId, action.checkerId]));
  const people = (await tx.find(NetworkMember, { referralId: plan.referralId }, { order: { createdAt: 'ASC', id: 'ASC' } }))
    // Who has left the network can be given nothing new, and still has a name where they stand.
    .filter((member) => member.removedAt === null || inPlan.has(member.id));
  const revisions = await tx.find(PlanRevision, { planId: plan.id }, { order: { at: 'DESC', id: 'DESC' } });
  const names = await namesOfStaff(tx, [plan.decidedBy, ...revisions.map((revision) => revision.by)]);
  const trail = await readTrail(tx, actions.map((action) => action.id));
  const missingOf = new Map(coverage.actions.map((one) => [one.actionId, one.missing]));
  const locked = contentLocked(conference.phase);
  return {
    id: plan.id,
    conferenceId: plan.conferenceId,
    referralId: plan.referralId,
    state: plan.state,
    draftNumber: plan.draftNumber,
    version: plan.version,
    contentLocked: locked,
    questions: questions.map(({ id, text }) => {
      const own = coverage.questions.find((one) => one.questionId === id)!;
      return { id, text, answered: own.answered, complete: own.answered && own.missing.length === 0, actions: own.actionIds.length };
    }),
    bottomLines: bottomLines.map(({ id, text }) => {
      const own = coverage.bottomLines.find((one) => one.bottomLineId === id)!;
      return { id, text, met: own.met, byActionIds: own.byActionIds };
    }),
    actions: actions.map((action) => toActionView(action, missingOf.get(action.id) ?? [], trail)),
    people: people.map((member) => ({ memberId: member.id, shortName: personLabel(member), relation: member.relation, professional: member.professional })),
    readers: await toReaderViews(tx, await readersOf(tx, plan)),
    paperCare: await careForPaper(tx, plan, actions),
    blockers: presentationBlockers(coverage).map(toBlockerView),
    presentedAt: plan.presentedAt?.toISOString() ?? null,
    decidedAt: plan.decidedAt?.toISOString() ?? null,
    decidedBy: plan.decidedBy === null ? null : (names.get(plan.decidedBy) ?? null),
    decisionReason: plan.decisionReason,
    conditions: plan.conditions,
    brokenBottomLineId: plan.brokenBottomLineId,
    reviewOn: plan.reviewOn,
    revisions: revisions.map((one) => ({ id: one.id, draftNumber: one.draftNumber, event: one.event, at: one.at.toISOString(), by: one.by === null ? null : (names.get(one.by) ?? null) })),
    allowed: locked ? [] : allowedEvents(PLAN, plan.state).filter((event) => mayDo(staff, event)),
  };
}

export const toBlockerView = (blocker: PresentationBlocker): PlanView['blockers'][number] => ({
  code: blocker.code,
  id: 'questionId' in blocker ? blocker.questionId : blocker.actionId,
});

/** One row as it stands, with what it still lacks. */
export async function readActionView(tx: Tx, plan: FamilyPlan, action: PlanAction): Promise<ActionView> {
  const { coverage } = await readContent(tx, plan);
  const missing = coverage.actions.find((one) => one.actionId === action.id)?.missing ?? [];
  return toActionView(action, missing, await readTrail(tx, [action.id]));
}

function mayDo(staff: StaffAccess, event: PlanEvent): boolean {
  if (BY_SOCIAL_WORKER.includes(event)) return staff.role === 'socialWorker';
  return BY_WRITERS.includes(event) && (staff.role === 'coordinator' || staff.role === 'socialWorker');
}

