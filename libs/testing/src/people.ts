import { mintStaffAccess, type StaffAccess } from '@radslag/access';
import { BottomLine, Consent, FamilyQuestion, FocalPerson, NetworkMember, Referral, StaffUser, type Database, type Tx } from '@radslag/db';
import type { Role } from '@radslag/domain';
import { newId } from '@radslag/platform';

/** Factories with meaning: a spec names only what matters to its rule. */

let counter = 0;

/** From the range that the regulator keeps for fiction: 070-174 06 05 to 99. */
export const fictionPhone = (n: number) => `+467017406${String(5 + (n % 95)).padStart(2, '0')}`;

export async function aStaffMember(db: Database, municipalityId: string, role: Role, name = `${role} ${++counter}`): Promise<StaffAccess> {
  const userId = newId();
  await db.inMunicipality(municipalityId, { kind: 'system' }, (tx) =>
    tx.insert(StaffUser, { id: userId, email: `${role.toLowerCase()}.${userId}@example.test`, name, role, passwordHash: 'none', phone: '+46701740612', language: 'sv', disabledAt: null }),
  );
  return mintStaffAccess({ municipalityId, userId, role, name, language: 'sv', requestId: newId() });
}

export type CaseFixture = { referralId: string; coordinator: StaffAccess; socialWorker: StaffAccess; manager: StaffAccess; questionIds: string[]; bottomLineIds: string[] };

/** An active case with a child, three questions and one bottom line, and its three staff. */
export async function anActiveCase(db: Database, municipalityId: string): Promise<CaseFixture> {
  const [coordinator, socialWorker, manager] = await Promise.all([
    aStaffMember(db, municipalityId, 'coordinator', 'Sanna Lind'),
    aStaffMember(db, municipalityId, 'socialWorker', 'Jonas Holm'),
    aStaffMember(db, municipalityId, 'manager', 'Birgitta Nord'),
  ]);
  return db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => {
    const referral = await tx.insert(Referral, {
      reference: `2026-${String(++counter).padStart(3, '0')}`, offerId: null, state: 'active', socialWorkerId: socialWorker.userId, coordinatorId: coordinator.userId,
      situation: 'Mamma är ofta trött.', worries: null, strengths: null, goals: null, noBottomLines: false, languages: ['sv'], returnReason: null,
      submittedAt: tx.now, acceptedAt: tx.now, allocatedAt: tx.now, conflictDeclaredAt: tx.now, closedAt: null, closingReason: null, holdBy: null, createdAt: tx.now, updatedAt: tx.now, version: 1,
    });
    await tx.insert(FocalPerson, { referralId: referral.id, position: 1, givenName: 'Ella', familyName: 'Alm', birthDate: '2017-05-02', personalNumber: null, protected: false });
    const questions = await tx.insertMany(FamilyQuestion, ['Hur kommer Ella till skolan?', 'Vem avlastar mamma?', 'Vad gör vi om det blir sämre?'].map((text, i) => ({ referralId: referral.id, position: i + 1, text })));
    const lines = await tx.insertMany(BottomLine, [{ referralId: referral.id, position: 1, text: 'Ella är aldrig ensam hemma över natten.' }]);
    return { referralId: referral.id, coordinator, socialWorker, manager, questionIds: questions.map((q) => q.id), bottomLineIds: lines.map((l) => l.id) };
  });
}

/** A relative with a number. `consented` (the default) adds an oral consent to be contacted. */
export async function aMember(tx: Tx, referralId: string, facts: Partial<Omit<NetworkMember, 'municipalityId'>> & { consented?: boolean } = {}): Promise<NetworkMember & { consentId: string | null }> {
  const { consented = true, ...given } = facts;
  const n = ++counter;
  const phone = given.phone === undefined ? fictionPhone(n) : given.phone;
  const member = await tx.insert(NetworkMember, {
    referralId, state: 'contacted', focalPersonId: null, staffUserId: null, givenName: `Person${n}`, familyName: 'Berg', relation: 'moster', side: 'mother', ring: 'middle',
    professional: false, guardian: false, supportPerson: false, mustAttend: false, language: 'sv', channel: 'sms', sharedPhone: false, noSms: false, protected: false, birthYear: '1980',
    needs: null, canHelpWith: null, note: null, agreedAt: tx.now, contactedAt: tx.now, preparedAt: null, removedAt: null, createdAt: tx.now, version: 1,
    ...given,
    phone,
    phoneIndex: phone === null ? null : tx.keys.blindIndex('phone', phone),
  });
  let consentId: string | null = null;
  if (consented) {
    const { socialWorkerId } = await tx.get(Referral, referralId);
    const consent = await tx.insert(Consent, { referralId, memberId: member.id, purpose: 'contact', form: 'oral', givenOn: '2026-11-01', validUntil: null, withdrawnAt: null, recordedBy: socialWorkerId, recordedAt: tx.now, note: null });
    consentId = consent.id;
  }
  return Object.assign(member, { consentId });
}
