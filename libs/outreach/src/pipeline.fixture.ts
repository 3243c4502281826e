import 'reflect-metadata';
import { hashToken, linkToken } from '@radslag/access';
import { Conference, Invitation, Message, type Database, type Tx } from '@radslag/db';
import type { OperatorName } from '@radslag/domain';
import { FakeOperator } from '@radslag/sms';
import { aMember, anActiveCase, testDatabase, type CaseFixture, type TestDatabase } from '@radslag/testing';
import { receiptMac, replyMac } from './callbacks';
import { onlyWay, Pipeline, type DeliveryReceipt, type InboundSms, type SendSettings } from './index';

export const LINK_KEY = Buffer.alloc(32, 3);
export const CALLBACK_KEY = Buffer.alloc(32, 5);
Object.assign(process.env, {
  RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: 'postgres://x@127.0.0.1/x', RADSLAG_REDIS_URL: 'redis://127.0.0.1:1', RADSLAG_FAMILY_URL: 'https://svara.example',
  RADSLAG_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), RADSLAG_LINK_KEY: LINK_KEY.toString('base64'), RADSLAG_CALLBACK_KEY: CALLBACK_KEY.toString('base64'),
});
export const settings: SendSettings = { linkKey: LINK_KEY, familyUrl: 'https://svara.example', callbackUrl: 'http://127.0.0.1:9', callbackKey: CALLBACK_KEY };
export const SYSTEM = { kind: 'system' } as const;

/** A receipt as the operator posts it: to the address that it was given, signed by it where it signs. */
export const receiptOf = (operator: OperatorName, messageId: string, id: string, status: string, facts: Partial<DeliveryReceipt> = {}): DeliveryReceipt => {
  const of = { operator, municipalityId, version: 1, messageId };
  return { ...of, mac: receiptMac(CALLBACK_KEY, of), id, status, signedWith: () => true, ...facts };
};
/** Where it posts replies. */
export const replyAddress = (operator: OperatorName = '46elks'): Pick<InboundSms, 'operator' | 'address' | 'mac' | 'signedWith'> => ({
  operator, address: { municipalityId, version: 1 }, mac: replyMac(CALLBACK_KEY, { operator, municipalityId, version: 1 }), signedWith: () => true,
});

/** Imported by the specs of the pipeline: one municipality, one case and one fake operator, new for each test. They are read where they are used, since they change. */
export let t: TestDatabase;
export let db: Database;
export let operator: FakeOperator;
export let pipeline: Pipeline;
export let municipalityId: string;
export let theCase: CaseFixture;

beforeAll(async () => {
  t = await testDatabase();
  db = t.db;
});
afterAll(() => t.close());

/** Noon on a Tuesday, well inside permitted hours. */
const NOON = new Date('2026-12-01T11:00:00Z');
let day = 0;
beforeEach(async () => {
  // Each test a fresh municipality and a later day, so that what one leaves behind is not due in the next.
  await t.asOwner(`UPDATE message SET state = 'cancelled' WHERE state IN ('planned', 'queued', 'sending', 'unknown')`).catch(() => undefined);
  await t.moveClockTo(new Date(NOON.getTime() + day++ * 7 * 86_400_000));
  municipalityId = (await t.aMunicipality()).id;
  theCase = await anActiveCase(db, municipalityId);
  operator = new FakeOperator(() => db.now(), '46elks');
  pipeline = new Pipeline({ db, ways: onlyWay(operator), settings });
});

export const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.inMunicipality(municipalityId, SYSTEM, work);
export const pass = async (ms: number): Promise<void> => t.moveClockTo(new Date((await db.now()).getTime() + ms));
export const SECONDS = 1000;
export const MINUTES = 60 * SECONDS;
export const DAYS = 24 * 60 * MINUTES;
export const localIn = async (days: number, clock = '16:30'): Promise<string> => `${new Date((await db.now()).getTime() + days * DAYS).toISOString().slice(0, 10)}T${clock}`;

export async function aConference(state: 'polling' | 'confirmed', days = 9): Promise<Conference> {
  const [startsLocal, endsLocal] = [await localIn(days), await localIn(days, '20:00')];
  return inTx((tx) => tx.insert(Conference, { referralId: theCase.referralId, kind: 'first', state, scheduleVersion: 1, startsLocal: state === 'confirmed' ? startsLocal : null, endsLocal: state === 'confirmed' ? endsLocal : null, zone: 'Europe/Stockholm', answerBy: null, venueName: 'Träffpunkten', venueAddress: null, venueDirections: null, venueReleased: false, phase: 'notStarted', cancelledAt: null, cancelReason: null, createdAt: tx.now, version: 1 }));
}

export async function anInvited(conference: Conference, facts: Parameters<typeof aMember>[2] = {}) {
  return inTx(async (tx) => {
    const member = await aMember(tx, theCase.referralId, facts);
    const id = tx.newId();
    const invitation = await tx.insert(Invitation, { id, conferenceId: conference.id, memberId: member.id, consentId: member.consentId!, state: 'notSent', rotation: 0, tokenHash: hashToken(linkToken(LINK_KEY, id, 0)), expiresAt: new Date(tx.now.getTime() + 90 * DAYS), revokedAt: null, secondStep: 'none', codeHash: null, codeIssuedAt: null, failedSteps: 0, wrongYears: 0, wrongCodes: 0, lockedUntil: null, language: 'sv', draft: null, sentAt: null, answeredAt: null, createdAt: tx.now });
    return { member, invitation };
  });
}

/** Without the ladder, which has a describe of its own. */
export const messages = async () => (await everyMessage()).filter((message) => message.kind !== 'answerReminder');
export const everyMessage = () => inTx((tx) => tx.find(Message, {}, { order: { dueAt: 'ASC', id: 'ASC' } }));
export const tasks = async (): Promise<{ kind: string; reason: string | null; member_id: string | null }[]> => inTx((tx) => tx.query(`SELECT kind, reason, member_id FROM task WHERE municipality_id = $1 ORDER BY id`, [municipalityId]));
export const told = (phone: string | null) => operator.arrived.filter((sms) => sms.to === phone).map((sms) => sms.text);
