import { randomBytes } from 'node:crypto';
import { OperatorAccount, wrapDataKey, type Database, type Tx } from '@radslag/db';
import type { NetworkMember } from '@radslag/db';
import { newId } from '@radslag/platform';
import { aMember, anActiveCase, type CaseFixture } from '@radslag/testing';
import type { Client } from 'pg';
import { TWILIO_ACCOUNT } from '../operator/operators';
import { CREDENTIALS } from './phones';
import { GO_BETWEEN, PEOPLE, SERVED, WRITES_EMAIL } from './cast';

/** `phone`: the number they have when a seed begins; `spare`: the one they may change to. */
export type Person = { memberId: string; consentId: string; phone: string; spare: string; email: string; language: string };
export type Municipality = {
  id: string; smsNumber: string; theCase: CaseFixture; whomToCall: string; people: Person[];
  /** Numbers by their blind index, as `network_member` keeps it. */
  numbers: Record<string, string>;
  /** What is known about them besides their names: how many operators take its texts. */
  operators: number;
};

const LANGUAGES = ['sv', 'en', 'ar', 'sv', 'sv'] as const;
const phone = (n: number) => `+467017406${String(n).padStart(2, '0')}`;
export const EMAIL_FROM = 'svar@kommun.example';

/** More relatives of the same case, for when many messages are due at once. The numbers are shared with nobody that matters. */
export async function aCrowd(db: Database, municipality: Municipality, size: number): Promise<Person[]> {
  return db.inMunicipality(municipality.id, { kind: 'system' }, async (tx) => {
    const made: Person[] = [];
    for (let i = 0; i < size; i++) {
      const number = phone(60 + (i % 10));
      const member = await aMember(tx, municipality.theCase.referralId, { phone: number, language: 'sv', sharedPhone: true });
      made.push({ memberId: member.id, consentId: member.consentId!, phone: number, spare: number, email: '', language: 'sv' });
    }
    return made;
  });
}

/**
 * Two municipalities with a case each, five relatives in each case: what every seed's database begins as. Alnäs shares its
 * texts between two operators; Berga has a second one only for when the first says no.
 */
export async function makeWorld(db: Database, superuser: Client, masterKey: Buffer): Promise<Municipality[]> {
  const world: Municipality[] = [];
  for (const [index, name] of ['Alnäs kommun', 'Berga kommun'].entries()) {
    const id = newId();
    const smsNumber = phone(98 + index);
    await superuser.query('INSERT INTO municipality (id, slug, name, phone, sms_sender, sms_number, email_from) VALUES ($1, $2, $3, $4, $5, $6, $7)', [id, `m-${index}`, name, phone(7), 'Svara', smsNumber, EMAIL_FROM]);
    await superuser.query('INSERT INTO municipality_key (municipality_id, key_number, wrapped) VALUES ($1, 1, $2)', [id, wrapDataKey(masterKey, id, 1, randomBytes(32))]);
    const theCase = await anActiveCase(db, id);
    const { people, numbers } = await db.inMunicipality(id, { kind: 'system' }, async (tx) => {
      await tx.insertMany(OperatorAccount, [
        { operator: '46elks', url: null, ...CREDENTIALS, weight: 50, enabled: true, changedAt: new Date(0) },
        { operator: 'twilio', url: null, ...TWILIO_ACCOUNT, weight: index === 0 ? 50 : 0, enabled: true, changedAt: new Date(0) },
      ]);
      return relatives(tx, theCase.referralId, index);
    });
    const { rows } = await superuser.query<{ phone: string }>('SELECT phone FROM staff_user WHERE id = $1', [theCase.coordinator.userId]);
    world.push({ id, smsNumber, theCase, whomToCall: rows[0]!.phone, people, numbers, operators: 2 });
  }
  return world;
}

async function relatives(tx: Tx, referralId: string, index: number): Promise<Pick<Municipality, 'people' | 'numbers'>> {
  const people: Person[] = [];
  const numbers: Record<string, string> = {};
  for (let i = 0; i < PEOPLE; i++) {
    const [number, spare] = [phone(20 + index * 20 + i), phone(30 + index * 20 + i)];
    const email = `person${index}${i}@post.example`;
    const ways: Partial<NetworkMember> = i === WRITES_EMAIL ? { channel: 'email', otherChannels: ['sms'], email } : i === SERVED ? { delegateId: people[GO_BETWEEN]!.memberId } : {};
    const member = await aMember(tx, referralId, { phone: number, language: LANGUAGES[i % LANGUAGES.length]!, givenName: `Person${index}${i}`, ...ways });
    people.push({ memberId: member.id, consentId: member.consentId!, phone: number, spare, email, language: member.language });
    for (const one of [number, spare]) numbers[`\\x${tx.keys.blindIndex('phone', one).toString('hex')}`] = one;
  }
  return { people, numbers };
}
