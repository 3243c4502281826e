import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import { Database, FocalPerson, NetworkMember, type Referral, type Tx } from '@radslag/db';
import { FAMILY_LANGUAGES } from '@radslag/domain';
import { askPeople } from '@radslag/outreach';
import { moveReferral } from './move-referral';

/** No conflict: the case is open for work. A conflict: it goes back to the manager, and not to the same coordinator again. */
@Injectable()
export class DeclareConflict {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, referralId: string, declared: { version: number; conflict: boolean }): Promise<{ active: boolean }> {
    const { version, conflict } = declared;
    return asStaff(this.db, staff, async (tx) => {
      if (conflict) {
        await moveReferral(tx, staff, { referralId, version, event: 'recuse' }, () => ({ coordinatorId: null, allocatedAt: null, conflictDeclaredAt: null }));
        await askPeople(tx, [{ referralId, kind: 'allocateCoordinator', reason: 'coordinatorRecused', urgent: true }]);
        return { active: false };
      }
      const referral = await moveReferral(tx, staff, { referralId, version, event: 'activate' }, () => ({ conflictDeclaredAt: tx.now }));
      await seatFocalPersons(tx, referral);
      return { active: true };
    });
  }
}

/**
 * Those whom it is about belong to the network from the first day, in its middle. Nothing is sent to them until the
 * coordinator has written down a number and a consent.
 */
async function seatFocalPersons(tx: Tx, referral: Referral): Promise<void> {
  const focalPersons = await tx.find(FocalPerson, { referralId: referral.id }, { order: { position: 'ASC' } });
  const language = FAMILY_LANGUAGES.find((known) => known === referral.languages[0]) ?? 'sv';
  await tx.insertMany(
    NetworkMember,
    focalPersons.map((person) => ({
      referralId: referral.id,
      state: 'agreed' as const,
      focalPersonId: person.id,
      givenName: person.givenName,
      familyName: person.familyName,
      relation: 'huvudperson',
      // The middle of the map has no side; the column wants one, and nothing reads it for a focal person.
      side: 'friends' as const,
      ring: 'inner' as const,
      language,
      channel: 'staffOnly' as const,
      protected: person.protected,
      birthYear: person.birthDate?.slice(0, 4) ?? null,
      agreedAt: tx.now,
      createdAt: tx.now,
    })),
  );
}
