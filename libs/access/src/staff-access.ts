import { NotFound } from '@radslag/platform';
import { Conference, FamilyPlan, NetworkMember, Referral, type Actor, type Database, type Tx } from '@radslag/db';
import type { Act, Role } from '@radslag/domain';
import { idempotently } from './idempotency';
import { asRefusal, refuseContentInPrivateTime } from './private-time';

declare const brand: unique symbol;
type Brand<T extends string> = { readonly [brand]: T };

/** Proof that somebody signed in; only the session guard mints it, and every staff use case asks for it. */
export type StaffAccess = Readonly<{
  municipalityId: string;
  userId: string;
  role: Role;
  name: string;
  language: string;
  requestId: string;
}> &
  Brand<'StaffAccess'>;

/** Minted by the session guard (and by tests and demo data, which act as a person). */
export function mintStaffAccess(facts: Omit<StaffAccess, typeof brand>): StaffAccess {
  return Object.freeze({ ...facts }) as StaffAccess;
}

export const actorOf = (staff: StaffAccess): Actor => ({ kind: 'staff', id: staff.userId, requestId: staff.requestId });

/** One transaction as this person in their municipality; repeats of the same POST are answered, not done again. */
export async function asStaff<T>(db: Database, staff: StaffAccess, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.inMunicipality(staff.municipalityId, actorOf(staff), (tx) => idempotently(tx, () => work(tx)));
  } catch (error) {
    throw asRefusal(error);
  }
}

/** Need to know: the case's coordinator, its referrer, and managers of the municipality. Nobody else learns that it exists. */
export function maySeeCase(staff: StaffAccess, referral: Pick<Referral, 'coordinatorId' | 'socialWorkerId'>): boolean {
  switch (staff.role) {
    case 'coordinator':
      return referral.coordinatorId === staff.userId;
    case 'socialWorker':
      return referral.socialWorkerId === staff.userId;
    case 'manager':
      return true;
    case 'administrator':
    case 'logReviewer':
      return false;
  }
}

type Opening = { action: Act; entity?: string; entityId?: string; /** Locks the referral row. */ lock?: boolean };

/** The case, if this person may know of it; the access is audited either way it is used. 404 otherwise. */
export async function openCase(tx: Tx, staff: StaffAccess, referralId: string, opening: Opening): Promise<Referral> {
  const referral = await tx.get(Referral, referralId, { lock: opening.lock });
  if (!maySeeCase(staff, referral)) throw new NotFound('referral');
  await refuseContentInPrivateTime(tx, referralId);
  tx.audit(opening.action, { entity: opening.entity ?? 'referral', entityId: opening.entityId ?? referralId, referralId });
  return referral;
}

export async function openConference(tx: Tx, staff: StaffAccess, conferenceId: string, opening: Opening): Promise<{ conference: Conference; referral: Referral }> {
  const conference = await tx.get(Conference, conferenceId, { lock: opening.lock });
  const referral = await openCase(tx, staff, conference.referralId, { ...opening, lock: false, entity: opening.entity ?? 'conference', entityId: opening.entityId ?? conferenceId });
  return { conference, referral };
}

export async function openMember(tx: Tx, staff: StaffAccess, memberId: string, opening: Opening): Promise<{ member: NetworkMember; referral: Referral }> {
  const member = await tx.get(NetworkMember, memberId, { lock: opening.lock });
  const referral = await openCase(tx, staff, member.referralId, { ...opening, lock: false, entity: 'network_member', entityId: memberId });
  return { member, referral };
}

export async function openPlan(tx: Tx, staff: StaffAccess, planId: string, opening: Opening): Promise<{ plan: FamilyPlan; referral: Referral }> {
  const plan = await tx.get(FamilyPlan, planId, { lock: opening.lock });
  const referral = await openCase(tx, staff, plan.referralId, { ...opening, lock: false, entity: opening.entity ?? 'family_plan', entityId: opening.entityId ?? planId });
  return { plan, referral };
}
