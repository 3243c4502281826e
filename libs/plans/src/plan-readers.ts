import { namesOfStaff, pairsOfCase, type Care } from '@radslag/access';
import type { PlanView } from '@radslag/contracts';
import { Attendance, Consent, FamilyPlan, Invitation, NetworkMember, PlanAction, PlanRelease, type Tx } from '@radslag/db';
import { activeConsent, meetingPairs, planReaderRefusal, releasedAtAcceptance, type PlanReaderRefusal } from '@radslag/domain';
import { In, IsNull } from 'typeorm';
import { personLabel } from './person-label';

/** Somebody of the network, as the question who reads the plan sees them. */
export type PlanReader = { member: NetworkMember; refusal: PlanReaderRefusal | null; came: boolean; hasPart: boolean; hasLink: boolean; release: PlanRelease | null };

export async function readersOf(tx: Tx, plan: Pick<FamilyPlan, 'id' | 'referralId' | 'conferenceId'>): Promise<PlanReader[]> {
  const members = await tx.find(NetworkMember, { referralId: plan.referralId }, { order: { createdAt: 'ASC', id: 'ASC' } });
  const memberId = In(members.map((member) => member.id));
  const consents = await tx.find(Consent, { memberId, purpose: In(['contact', 'participate']) });
  const came = new Set((await tx.find(Attendance, { conferenceId: plan.conferenceId })).filter((row) => row.arrivedAt !== null).map((row) => row.memberId));
  const linked = new Set((await tx.find(Invitation, { conferenceId: plan.conferenceId, revokedAt: IsNull() })).map((one) => one.memberId));
  const parts = new Set((await tx.find(PlanAction, { planId: plan.id, struckAt: IsNull() })).flatMap((action) => [action.ownerId, action.checkerId]));
  const releases = new Map((await tx.find(PlanRelease, { planId: plan.id, withdrawnAt: IsNull() })).map((one) => [one.memberId, one]));
  return members.map((member) => {
    const own = consents.filter((consent) => consent.memberId === member.id);
    const holds = activeConsent(own, 'contact', tx.now) !== null || activeConsent(own, 'participate', tx.now) !== null;
    return {
      member, came: came.has(member.id), hasPart: parts.has(member.id), hasLink: linked.has(member.id), release: releases.get(member.id) ?? null,
      refusal: planReaderRefusal({ removed: member.removedAt !== null, agreed: member.state !== 'suggested', consents: holds }),
    };
  });
}

/** Those who get the plan by its being accepted; who has it already keeps it as it is. */
export function atAcceptance(readers: readonly PlanReader[]): { memberId: string; scope: PlanRelease['scope']; how: PlanRelease['how'] }[] {
  return readers.flatMap((reader) => {
    const release = reader.release === null ? releasedAtAcceptance(reader) : null;
    return release === null ? [] : [{ memberId: reader.member.id, ...release }];
  });
}

export async function releaseAtAcceptance(tx: Tx, plan: FamilyPlan): Promise<void> {
  const releases = atAcceptance(await readersOf(tx, plan));
  await tx.insertMany(PlanRelease, releases.map((one) => ({ planId: plan.id, ...one, releasedAt: tx.now, releasedBy: tx.actor.id ?? null, withdrawnAt: null, withdrawnBy: null })));
}

/** Pairs that are kept from each other and would both read it. What the one does is on no page of the other; that there is a plan, and a day, is. */
export async function careForReaders(tx: Tx, referralId: string, memberIds: readonly string[], added: readonly string[] = memberIds): Promise<Care[]> {
  const { pairs } = await pairsOfCase(tx, referralId);
  return meetingPairs(pairs, (id) => memberIds.includes(id)).filter(({ ends }) => ends.some((id) => id !== null && added.includes(id)))
    .map(({ kind, ends }) => ({ code: kind, memberIds: ends.filter((id) => id !== null) }));
}

/** Whoever stands still in the network, or has it: with what they were released, or why they cannot be. */
export async function toReaderViews(tx: Tx, readers: readonly PlanReader[]): Promise<PlanView['readers']> {
  const names = await namesOfStaff(tx, readers.flatMap((one) => one.release?.releasedBy ?? []));
  return readers
    .filter(({ member, release }) => member.removedAt === null || release !== null)
    .map(({ member, refusal, came, hasPart, hasLink, release }) => ({
      memberId: member.id, shortName: personLabel(member), relation: member.relation, protected: member.protected, came, hasPart, hasLink, refusal,
      release: release && refusal === null ? { scope: release.scope, how: release.how, at: release.releasedAt.toISOString(), by: release.releasedBy === null ? null : (names.get(release.releasedBy) ?? null) } : null,
    }));
}
