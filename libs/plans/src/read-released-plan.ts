import { keptFrom, pairsOfCase } from '@radslag/access';
import { ActionReportRow, Conference, FamilyPlan, FocalPerson, Invitation, NetworkMember, PlanRelease, type PlanAction, type Tx } from '@radslag/db';
import { joinNames, namesInText, type ActionReport, type CalendarDate, type PlanScope } from '@radslag/domain';
import { In, IsNull } from 'typeorm';
import { bookedFor } from './booked-review';
import { isAccepted } from './move-plan';
import { hiddenIn, peopleOfPlan, textsOf } from './names-in-plan';
import { personLabel } from './person-label';
import { readContent } from './plan-content';

/** The plan as one recipient gets it: built for them, from what has been released to them (promise 3). */
export type ReleasedPlan = {
  /** First names of those it is about; those with protected identity are left out, so it may be empty. */
  focalName: string;
  madeOn: CalendarDate | null;
  mine: { actionId: string; what: string; whenText: string; dueOn: CalendarDate | null; planB: string; lastReport: ActionReport | null }[];
  /** What others do and the reader checks. */
  following: { who: string; what: string; whenText: string; dueOn: CalendarDate | null }[];
  others: { who: string; what: string; whenText: string; dueOn: CalendarDate | null }[];
  /** On what the services have accepted it; `withheld`: there are some, and somebody's name may stand in them. */
  conditions: string | null;
  conditionsWithheld: boolean;
  /** By when, according to the plan. */
  reviewOn: CalendarDate | null;
  /** The day that is booked, for this reader. */
  meetsOn: CalendarDate | null;
};

/** Null until the plan has been accepted, and always for whom it was not released to. */
export async function readReleasedPlan(tx: Tx, invitationId: string): Promise<ReleasedPlan | null> {
  const { conferenceId, memberId, revokedAt } = await tx.get(Invitation, invitationId);
  const plan = await tx.findOne(FamilyPlan, { conferenceId });
  if (!plan || revokedAt !== null || !isReleased(plan)) return null;
  const scope = await scopeOf(tx, plan.id, memberId);
  return scope === null ? null : releasedPlanFor(tx, plan, await tx.get(NetworkMember, memberId), scope);
}

export const isReleased = (plan: FamilyPlan): boolean => isAccepted(plan.state) && plan.releasedAt !== null;

/** How much of the plan somebody may read; null: none of it. */
export async function scopeOf(tx: Tx, planId: string, memberId: string): Promise<PlanScope | null> {
  return (await tx.findOne(PlanRelease, { planId, memberId, withdrawnAt: IsNull() }))?.scope ?? null;
}

/**
 * What the reader does and checks, and what others do as far as the reader may know: nothing of somebody whom they are kept from, nor of
 * a protected person, and no row in which one of these seems to be named. `cleared`: names that have just been said yes to.
 */
export async function releasedPlanFor(tx: Tx, plan: FamilyPlan, reader: Pick<NetworkMember, 'id' | 'language'>, scope: PlanScope, { cleared = false }: { cleared?: boolean } = {}): Promise<ReleasedPlan> {
  const { actions } = await readContent(tx, plan);
  const wanted = actions.filter((action) => action.state !== 'noLongerNeeded');
  const conference = await tx.get(Conference, plan.conferenceId);
  const focal = await tx.find(FocalPerson, { referralId: plan.referralId }, { order: { position: 'ASC' } });
  const people = await peopleOfPlan(tx, plan.referralId);
  const kept = keptFrom(await pairsOfCase(tx, plan.referralId), reader.id);
  const apart = people.all.filter((member) => kept.has(member.id));
  const names = new Map(people.all.map((member) => [member.id, personLabel(member)]));

  const namesHidden = (texts: readonly string[], clearedNames: readonly string[]) => !cleared && hiddenIn(texts, people, clearedNames, reader.id).length > 0;
  const namesApart = (texts: readonly string[]) => namesInText(texts, apart, people.all.filter((member) => !kept.has(member.id))).length > 0;
  const isHidden = (id: string | null) => id !== null && id !== reader.id && (kept.has(id) || people.hidden.some((member) => member.id === id));
  const mine = wanted.filter((action) => action.ownerId === reader.id && !namesHidden(textsOf(action), action.clearedNames));
  const theirs = wanted.filter((action) => action.ownerId !== reader.id && !isHidden(action.ownerId) && !namesHidden(textsOf(action), action.clearedNames) && !namesApart(textsOf(action)));
  const conditionsWithheld = plan.conditions !== null && (namesHidden([plan.conditions], plan.clearedNames) || namesApart([plan.conditions]));
  const reports = await lastReports(tx, mine, reader.id);
  const row = (action: PlanAction) => ({ who: names.get(action.ownerId ?? '') ?? '', ...words(action) });
  return {
    focalName: joinNames(focal.filter((person) => !person.protected).map((person) => person.givenName), reader.language === 'en' ? 'en' : 'sv'),
    madeOn: conference.startsLocal?.slice(0, 10) ?? null,
    mine: mine.map((action) => ({ actionId: action.id, ...words(action), planB: action.planB ?? '', lastReport: reports.get(action.id) ?? null })),
    following: theirs.filter((action) => action.checkerId === reader.id).map(row),
    others: scope === 'own' ? [] : theirs.filter((action) => action.checkerId !== reader.id).map(row),
    conditions: conditionsWithheld ? null : plan.conditions,
    conditionsWithheld,
    reviewOn: plan.reviewOn,
    meetsOn: await bookedFor(tx, plan.referralId, reader.id),
  };
}

const words = (action: PlanAction) => ({ what: action.what ?? '', whenText: action.whenText ?? '', dueOn: action.dueOn });

async function lastReports(tx: Tx, actions: readonly PlanAction[], memberId: string): Promise<Map<string, ActionReport>> {
  if (actions.length === 0) return new Map();
  const rows = await tx.find(ActionReportRow, { actionId: In(actions.map((action) => action.id)), memberId }, { order: { at: 'ASC', id: 'ASC' } });
  return new Map(rows.map((row) => [row.actionId, row.value]));
}
