import { randomBytes } from 'node:crypto';
import { wrapDataKey, type Database } from '@radslag/db';
import { newId } from '@radslag/platform';
import { aMember, anActiveCase, type CaseFixture } from '@radslag/testing';
import type { Client } from 'pg';
import { PEOPLE } from './script';

export type Person = { memberId: string; consentId: string; phone: string; language: string };
export type Municipality = { id: string; smsNumber: string; theCase: CaseFixture; whomToCall: string; people: Person[] };

const LANGUAGES = ['sv', 'en', 'ar', 'sv'] as const;
const phone = (n: number) => `+467017406${String(n).padStart(2, '0')}`;

/** More relatives of the same case, for when many messages are due at once. The numbers are shared with nobody that matters. */
export async function aCrowd(db: Database, municipality: Municipality, size: number): Promise<Person[]> {
  return db.inMunicipality(municipality.id, { kind: 'system' }, async (tx) => {
    const made: Person[] = [];
    for (let i = 0; i < size; i++) {
      const number = phone(30 + (i % 10));
      const member = await aMember(tx, municipality.theCase.referralId, { phone: number, language: 'sv', sharedPhone: true });
      made.push({ memberId: member.id, consentId: member.consentId!, phone: number, language: 'sv' });
    }
    return made;
  });
}

/** Two municipalities with a case each, four relatives in each case: what every seed's database begins as. */
export async function makeWorld(db: Database, superuser: Client, masterKey: Buffer): Promise<Municipality[]> {
  const world: Municipality[] = [];
  for (const [index, name] of ['Alnäs kommun', 'Berga kommun'].entries()) {
    const id = newId();
    const smsNumber = phone(98 + index);
    await superuser.query('INSERT INTO municipality (id, slug, name, phone, sms_sender, sms_number) VALUES ($1, $2, $3, $4, $5, $6)', [id, `m-${index}`, name, phone(7), 'Svara', smsNumber]);
    await superuser.query('INSERT INTO municipality_key (municipality_id, key_number, wrapped) VALUES ($1, 1, $2)', [id, wrapDataKey(masterKey, id, 1, randomBytes(32))]);
    const theCase = await anActiveCase(db, id);
    const people = await db.inMunicipality(id, { kind: 'system' }, async (tx) => {
      const made: Person[] = [];
      for (let i = 0; i < PEOPLE; i++) {
        const number = phone(20 + index * 20 + i);
        const member = await aMember(tx, theCase.referralId, { phone: number, language: LANGUAGES[i % LANGUAGES.length]!, givenName: `Person${index}${i}` });
        made.push({ memberId: member.id, consentId: member.consentId!, phone: number, language: member.language });
      }
      return made;
    });
    const { rows } = await superuser.query<{ phone: string }>('SELECT phone FROM staff_user WHERE id = $1', [theCase.coordinator.userId]);
    world.push({ id, smsNumber, theCase, whomToCall: rows[0]!.phone, people });
  }
  return world;
}
