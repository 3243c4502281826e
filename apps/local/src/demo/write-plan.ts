import { ActionReportRow, FamilyPlan, PlanAction, PlanRevision, Task, type Conference } from '@radslag/db';
import { SWEDISH_ZONE, addDays, instantOf, type PlanState } from '@radslag/domain';
import { planActionReminders } from '@radslag/outreach';
import { releaseAtAcceptance } from '@radslag/plans';
import type { Seeding } from './seeding';
import type { ActionStory, PlanStory } from './story';
import type { Told } from './write-conference';

const STATE_AFTER: Readonly<Record<NonNullable<PlanStory['decision']>['what'], PlanState>> = {
  accept: 'accepted', acceptWithConditions: 'acceptedWithConditions', requestRevision: 'revisionRequested', refuse: 'refused',
};
/** As the product has it: links live until the follow-up has been, and this much longer. */
const LINK_DAYS_AFTER_REVIEW = 30;

/** `sendPast` sends what has come due by now, before what is done since stops the rest. */
export async function writePlan(seeding: Seeding, told: Told, conference: Conference, story: PlanStory, sendPast: () => Promise<void>): Promise<void> {
  const { calendar } = seeding;
  const presentedAt = calendar.past(story.presented.on, story.presented.at);
  const { referralId } = told;
  const tx = seeding.at(presentedAt);
  const plan = await tx.insert(FamilyPlan, {
    conferenceId: conference.id, referralId, state: 'presented', draftNumber: 1, presentedAt, decidedAt: null, decidedBy: null, decisionReason: null, conditions: null,
    brokenBottomLineId: null, reviewOn: null, releasedAt: null, clearedNames: [], createdAt: presentedAt, version: 2,
  });
  const mark = { entity: 'family_plan', entityId: plan.id, referralId };
  const actions = await tx.insertMany(PlanAction, story.actions.map((action, index) => ({ planId: plan.id, position: index + 1, ...columnsOf(told, action) })));
  const keep = async (event: string, at: Date, by: string, decision: Pick<FamilyPlan, 'decisionReason' | 'conditions' | 'brokenBottomLineId' | 'reviewOn'>) => {
    await seeding.at(at).insert(PlanRevision, { planId: plan.id, draftNumber: 1, event, snapshot: snapshotOf(told, actions, decision), at, by });
    seeding.remember(at, event === 'present' ? 'plan.present' : 'plan.decide', mark);
  };
  const undecided = { decisionReason: null, conditions: null, brokenBottomLineId: null, reviewOn: null };
  await keep('present', presentedAt, seeding.staffId(told.story.coordinator!), undecided);
  if (!story.decision) return;

  const { what, conditions, reviewOn } = story.decision;
  const decidedAt = calendar.past(story.decision.on, story.decision.at);
  const decidedBy = seeding.staffId(told.story.socialWorker);
  const decision = { ...undecided, conditions: conditions ?? null, reviewOn };
  const then = seeding.at(decidedAt);
  await then.update(FamilyPlan, plan.id, { ...decision, state: STATE_AFTER[what], decidedAt, decidedBy, releasedAt: decidedAt }, plan.version);
  await keep(what, decidedAt, decidedBy, decision);
  const until = instantOf({ local: `${addDays(reviewOn, LINK_DAYS_AFTER_REVIEW + 1)}T00:00`, zone: SWEDISH_ZONE });
  await then.query(`UPDATE invitation SET expires_at = GREATEST(expires_at, $3) WHERE municipality_id = $1 AND conference_id = $2`, [then.municipalityId, conference.id, until]);
  await releaseAtAcceptance(then, await then.get(FamilyPlan, plan.id));
  await planActionReminders(then, plan.id);
  await sendPast();
  await tellHowItGoes(seeding, told, conference, story, actions);
}

function columnsOf(told: Told, action: ActionStory): Omit<PlanAction, 'municipalityId' | 'id' | 'planId' | 'position'> {
  const memberOf = (name: string): string => {
    const found = told.network.get(name);
    if (!found) throw new Error(`${told.story.number}: the plan names ${name}, who is not in the network.`);
    return found.member.id;
  };
  return {
    questionId: told.questionIds[action.question - 1]!, state: 'open', what: action.what, ownerId: memberOf(action.owner), whenText: action.when, dueOn: action.due ?? null,
    checkerId: action.checker === undefined ? null : memberOf(action.checker), planB: action.planB ?? '', needsDecision: action.needsDecision ?? false,
    meetsBottomLineIds: (action.meets ?? []).map((line) => told.bottomLineIds[line - 1]!), struckAt: null, clearedNames: [], version: 1,
  };
}

function snapshotOf(told: Told, actions: readonly PlanAction[], decision: object): string {
  const listed = (ids: readonly string[], texts: readonly string[]) => ids.map((id, index) => ({ id, text: texts[index]! }));
  return JSON.stringify({
    questions: listed(told.questionIds, told.story.questions),
    bottomLines: listed(told.bottomLineIds, told.story.bottomLines),
    actions: actions.map(({ municipalityId: _tenant, planId: _plan, struckAt: _struck, ...action }) => action),
    decision,
  });
}

/** Reports from the pages behind the links, and what has been ticked off since. */
async function tellHowItGoes(seeding: Seeding, told: Told, conference: Conference, story: PlanStory, actions: readonly PlanAction[]): Promise<void> {
  for (const [index, { state = 'open', reports = [] }] of story.actions.entries()) {
    const action = actions[index]!;
    for (const { value, on } of reports) {
      const at = seeding.calendar.past(on, `19:${String(10 + index * 7).slice(0, 2)}`);
      await seeding.at(at).insert(ActionReportRow, { actionId: action.id, memberId: action.ownerId!, value, at });
      seeding.remember(at, 'action.report', { entity: 'plan_action', entityId: action.id, referralId: told.referralId });
      if (value === 'needHelp') await askForHelp(seeding, told, conference, action.ownerId!, at);
    }
    // A reminder that was already out stays in the history; the product stops the others when a row is settled.
    if (state !== 'open') await seeding.tx.update(PlanAction, action.id, { state }, 1);
  }
  await planActionReminders(seeding.tx, actions[0]!.planId);
}

function askForHelp(seeding: Seeding, told: Told, conference: Conference, memberId: string, at: Date): Promise<Task> {
  return seeding.at(at).insert(Task, {
    referralId: told.referralId, conferenceId: conference.id, memberId, messageId: null, assignedTo: seeding.staffId(told.story.coordinator!), kind: 'needsHelp', reason: 'needHelp', urgent: true,
    createdAt: at, dueAt: null, doneAt: null, doneBy: null,
  });
}
