import type { StaffAccess } from '@radslag/access';
import { Conference, Invitation, type Database } from '@radslag/db';
import { planConferenceMessages } from '@radslag/outreach';
import { aMember, anActiveCase } from '@radslag/testing';

/** Somebody invited to a conference whose time is being told. */
export type Told = { memberId: string; phone: string; conferenceId: string; version: number; coordinator: StaffAccess };

const DAY_MS = 86_400_000;

/** A case with one confirmed conference in ten days; everybody invited is about to be told the time. */
export async function aCaseOf(db: Database, municipalityId: string, people: number): Promise<Told[]> {
  const { referralId, coordinator } = await anActiveCase(db, municipalityId);
  return db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => {
    const day = new Date(tx.now.getTime() + 10 * DAY_MS).toISOString().slice(0, 10);
    const conference = await tx.insert(Conference, {
      referralId, kind: 'first', state: 'confirmed', scheduleVersion: 1, startsLocal: `${day}T16:30`, endsLocal: `${day}T20:00`, zone: 'Europe/Stockholm', answerBy: null, venueName: 'Träffpunkten', venueAddress: null,
      venueDirections: null, venueReleased: false, phase: 'notStarted', cancelledAt: null, cancelReason: null, createdAt: tx.now, version: 1,
    });
    const told: Told[] = [];
    for (let i = 0; i < people; i++) {
      const member = await aMember(tx, referralId);
      const id = tx.newId();
      await tx.insert(Invitation, {
        id, conferenceId: conference.id, memberId: member.id, consentId: member.consentId!, state: 'notSent', rotation: 0, tokenHash: Buffer.from(id), expiresAt: new Date(tx.now.getTime() + 90 * DAY_MS), revokedAt: null,
        secondStep: 'none', codeHash: null, codeIssuedAt: null, failedSteps: 0, wrongYears: 0, wrongCodes: 0, lockedUntil: null, language: 'sv', draft: null, sentAt: null, answeredAt: null, createdAt: tx.now,
      });
      told.push({ memberId: member.id, phone: member.phone!, conferenceId: conference.id, version: conference.version, coordinator });
    }
    await planConferenceMessages(tx, conference.id, 'timeSet');
    return told;
  });
}
