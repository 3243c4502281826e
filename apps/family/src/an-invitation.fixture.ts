import { hashToken, linkToken, stepCodeHash, type StaffAccess } from '@radslag/access';
import { Conference, Invitation, ProposedTime, type Database } from '@radslag/db';
import type { ConferenceState } from '@radslag/domain';
import { aMember, anActiveCase } from '@radslag/testing';

export const LINK_KEY = Buffer.alloc(32, 9);

export type InvitationFixture = {
  token: string; invitationId: string; memberId: string; conferenceId: string; referralId: string; timeIds: string[]; coordinator: StaffAccess; questionIds: string[]; bottomLineIds: string[];
};
export type InvitationFacts = {
  secondStep?: 'none' | 'birthYear' | 'code'; code?: string; language?: string; state?: ConferenceState; answerBy?: string | null; expiresAt?: Date; released?: boolean; phone?: string;
  startsLocal?: string;
};

const TIMES = [['2026-12-08T17:30', '2026-12-08T20:30'], ['2026-12-10T17:30', '2026-12-10T20:30'], ['2026-12-12T10:00', '2026-12-12T13:00'], ['2026-12-12T14:00', '2026-12-12T17:00']] as const;

/** A person invited to a meeting of four possible times, with the secret of their link. */
export async function anInvitation(db: Database, municipalityId: string, facts: InvitationFacts = {}): Promise<InvitationFixture> {
  const { secondStep = 'none', code, language = 'sv', state = 'polling', answerBy = '2026-11-27', expiresAt = new Date('2027-03-01T00:00:00Z'), released = false, startsLocal } = facts;
  const { referralId, coordinator, questionIds, bottomLineIds } = await anActiveCase(db, municipalityId);
  return db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => {
    const hasTime = state !== 'planning' && state !== 'polling';
    const conference = await tx.insert(Conference, {
      referralId, kind: 'first', state, scheduleVersion: 1, startsLocal: startsLocal ?? (hasTime ? TIMES[0][0] : null), endsLocal: startsLocal ? startsLocal.replace(/T\d\d/, 'T20') : hasTime ? TIMES[0][1] : null, zone: 'Europe/Stockholm', answerBy,
      venueName: 'Alnäs fritidsgård', venueAddress: 'Skolgatan 3, Alnäs', venueDirections: 'Buss 4 stannar vid Skolgatan. Gå in från parken.', venueReleased: released, phase: 'notStarted', cancelledAt: null, cancelReason: null, createdAt: tx.now, version: 1,
    });
    const times = await tx.insertMany(ProposedTime, TIMES.map(([starts, ends]) => ({ conferenceId: conference.id, startsLocal: starts, endsLocal: ends, withdrawnAt: null })));
    const member = await aMember(tx, referralId, { language, birthYear: '1974', ...(facts.phone === undefined ? {} : { phone: facts.phone }) });
    const id = tx.newId();
    const token = linkToken(LINK_KEY, id, 0);
    await tx.insert(Invitation, {
      id, conferenceId: conference.id, memberId: member.id, consentId: member.consentId!, state: 'sent', rotation: 0, tokenHash: hashToken(token), expiresAt, revokedAt: null, secondStep,
      codeHash: code === undefined ? null : stepCodeHash(LINK_KEY, id, code), codeIssuedAt: code === undefined ? null : tx.now, failedSteps: 0, wrongYears: 0, wrongCodes: 0, lockedUntil: null, language, draft: null, sentAt: tx.now, answeredAt: null, createdAt: tx.now,
    });
    return { token, invitationId: id, memberId: member.id, conferenceId: conference.id, referralId, timeIds: times.map((time) => time.id), coordinator, questionIds, bottomLineIds };
  });
}
