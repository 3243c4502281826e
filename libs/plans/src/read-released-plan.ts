import { ActionReportRow, Conference, FamilyPlan, FocalPerson, Invitation, NetworkMember, type PlanAction, type Tx } from '@radslag/db';
import { joinNames, type ActionReport, type CalendarDate } from '@radslag/domain';
import { In } from 'typeorm';
import { bookedFor } from './booked-review';
import { isAccepted } from './move-plan';
import { personLabel } from './person-label';
import { readContent } from './plan-content';

/** The plan as one recipient gets it: built for them, from what has been released to them (promise 3). */
export type ReleasedPlan = {
  /** First names of those it is about; those with protected identity are left out, so it may be empty. */
  focalName: string;
  madeOn: CalendarDate | null;
  mine: { actionId: string; what: string; whenText: string; dueOn: CalendarDate | null; planB: string; lastReport: ActionReport | null }[];
  others: { who: string; what: string; whenText: string; dueOn: CalendarDate | null }[];
  /** By when, according to the plan. */
  reviewOn: CalendarDate | null;
  /** The day that is booked, for this reader. */
  meetsOn: CalendarDate | null;
};

/** Null until the plan has been accepted and released. */
export async function readReleasedPlan(tx: Tx, invitationId: string): Promise<ReleasedPlan | null> {
  const { conferenceId, memberId, revokedAt } = await tx.get(Invitation, invitationId);
  const plan = await tx.findOne(FamilyPlan, { conferenceId });
  if (!plan || revokedAt !== null || !isReleased(plan)) return null;
  const reader = await tx.get(NetworkMember, memberId);
  return releasedPlanFor(tx, plan, reader);
}

export const isReleased = (plan: FamilyPlan): boolean => isAccepted(plan.state) && plan.releasedAt !== null;

export async function releasedPlanFor(tx: Tx, plan: FamilyPlan, reader: Pick<NetworkMember, 'id' | 'language'>): Promise<ReleasedPlan> {
  const { actions } = await readContent(tx, plan);
  const wanted = actions.filter((action) => action.state !== 'noLongerNeeded');
  const conference = await tx.get(Conference, plan.conferenceId);
  const focal = await tx.find(FocalPerson, { referralId: plan.referralId }, { order: { position: 'ASC' } });
  const owners = await ownersOf(tx, wanted);
  const mine = wanted.filter((action) => action.ownerId === reader.id);
  const reports = await lastReports(tx, mine, reader.id);
  return {
    focalName: joinNames(focal.filter((person) => !person.protected).map((person) => person.givenName), reader.language === 'en' ? 'en' : 'sv'),
    madeOn: conference.startsLocal?.slice(0, 10) ?? null,
    mine: mine.map((action) => ({ actionId: action.id, ...words(action), planB: action.planB ?? '', lastReport: reports.get(action.id) ?? null })),
    others: wanted.filter((action) => action.ownerId !== reader.id).map((action) => ({ who: owners.get(action.ownerId ?? '') ?? '', ...words(action) })),
    reviewOn: plan.reviewOn,
    meetsOn: await bookedFor(tx, plan.referralId, reader.id),
  };
}

const words = (action: PlanAction) => ({ what: action.what ?? '', whenText: action.whenText ?? '', dueOn: action.dueOn });

async function ownersOf(tx: Tx, actions: readonly PlanAction[]): Promise<Map<string, string>> {
  const ids = [...new Set(actions.map((action) => action.ownerId).filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  return new Map((await tx.find(NetworkMember, { id: In(ids) })).map((member) => [member.id, personLabel(member)]));
}

async function lastReports(tx: Tx, actions: readonly PlanAction[], memberId: string): Promise<Map<string, ActionReport>> {
  if (actions.length === 0) return new Map();
  const rows = await tx.find(ActionReportRow, { actionId: In(actions.map((action) => action.id)), memberId }, { order: { at: 'ASC', id: 'ASC' } });
  return new Map(rows.map((row) => [row.actionId, row.value]));
}
