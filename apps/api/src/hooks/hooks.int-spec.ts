import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hashPassword } from '@radslag/access';
import { Conference, Invitation, MessageAttempt } from '@radslag/db';
import type { OperatorsView, OperatorView } from '@radslag/contracts';
import type { OperatorName } from '@radslag/domain';
import { inviteMessage } from '@radslag/outreach';
import { twilioSignature } from '@radslag/sms';
import { aMember, anActiveCase, aStaffMember, testDatabase, type TestDatabase } from '@radslag/testing';
import { startApi } from '../api.fixture';
import { anAccountAtTwilio, post, receiptsTo, repliesBefore, repliesTo, TOKEN, type Posted } from './hooks.fixture';

const SYSTEM = { kind: 'system' } as const;
const DAYS = 24 * 60 * 60_000;
const NUMBERS = { a: '+46701740691', b: '+46701740692' };
const FROM = '+46701740671';

let t: TestDatabase;
let app: NestFastifyApplication;
let a: string;
let b: string;

beforeAll(async () => {
  t = await testDatabase();
  app = await startApi(t, 'hooks');
}, 60_000);
afterAll(async () => {
  await app?.close();
  await t.close();
});
beforeEach(async () => {
  await t.asOwner('UPDATE municipality SET sms_number = NULL');
  [a, b] = [(await t.aMunicipality()).id, (await t.aMunicipality()).id];
  await t.asOwner('UPDATE municipality SET sms_number = CASE id WHEN $1 THEN $3 ELSE $4 END WHERE id IN ($1, $2)', [a, b, NUMBERS.a, NUMBERS.b]);
  for (const id of [a, b]) await anAccountAtTwilio(t, id);
});

const ask = <T>(municipalityId: string, sql: string): Promise<T[]> => t.db.inMunicipality(municipalityId, SYSTEM, (tx) => tx.query<T>(sql));
const kept = async (municipalityId: string): Promise<number> => (await ask(municipalityId, 'SELECT id FROM inbound_message')).length;
const receipts = (municipalityId: string) => ask<{ status: string }>(municipalityId, 'SELECT status FROM receipt_inbox');
const acts = async (municipalityId: string): Promise<string[]> => (await ask<{ action: string }>(municipalityId, 'SELECT action FROM audit_entry ORDER BY seq')).map(({ action }) => action);
const address = async (municipalityId: string, operator: OperatorName, version: number) =>
  (await ask<{ refused: number; heard: boolean }>(municipalityId, `SELECT refused, heard_at IS NOT NULL AS heard FROM callback_address WHERE operator = '${operator}' AND version = ${version}`))[0];

let n = 0;
const elks = (path: string, to: string) => post(app, path, { id: `s${++n}`, from: FROM, to, message: 'Hej' });
const sms = (to: string) => ({ MessageSid: `SM${++n}`, AccountSid: 'AC1', From: FROM, To: to, Body: 'Hej' });
const twilio = (path: string, to: string, how: Posted = {}) => post(app, path, sms(to), how);

/** A text that has been given to an operator, which calls it `id`. */
async function aSent(municipalityId: string, operator: OperatorName, id: string | null): Promise<string> {
  const fixture = await anActiveCase(t.db, municipalityId);
  return t.db.inMunicipality(municipalityId, SYSTEM, async (tx) => {
    const member = await aMember(tx, fixture.referralId, {});
    const conference = await tx.insert(Conference, { referralId: fixture.referralId, kind: 'first', state: 'polling', scheduleVersion: 1, startsLocal: null, endsLocal: null, zone: 'Europe/Stockholm', answerBy: null, createdAt: tx.now, version: 1 });
    const invitationId = tx.newId();
    const invitation = await tx.insert(Invitation, { id: invitationId, conferenceId: conference.id, memberId: member.id, consentId: member.consentId!, state: 'sent', tokenHash: Buffer.from(invitationId), expiresAt: new Date(tx.now.getTime() + 90 * DAYS), sentAt: tx.now, createdAt: tx.now });
    await inviteMessage(tx, { conference, invitation, member });
    const [message] = await tx.query<{ id: string }>('SELECT id FROM message WHERE member_id = $1', [member.id]);
    await tx.insert(MessageAttempt, { messageId: message!.id, number: 1, operator, startedAt: tx.now, operatorMessageId: id });
    return message!.id;
  });
}

const anAdministrator = (municipalityId: string) => signedIn(municipalityId, 'administrator');
async function signedIn(municipalityId: string, role: 'administrator' | 'manager') {
  const { userId } = await aStaffMember(t.db, municipalityId, role);
  const passwordHash = await hashPassword('rätt häst batteri');
  await t.db.inMunicipality(municipalityId, SYSTEM, (tx) => tx.query('UPDATE staff_user SET email = $2, password_hash = $3 WHERE id = $1', [userId, `${userId}@example.test`, passwordHash]));
  const signIn = await app.inject({ method: 'POST', url: '/api/v1/session', headers: { 'x-radslag': '1' }, payload: { email: `${userId}@example.test`, password: 'rätt häst batteri' } });
  const cookie = String(signIn.headers['set-cookie']).split(';')[0]!;
  const call = (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => app.inject({ method, url: `/api/v1/operators${path}`, headers: { 'x-radslag': '1', cookie }, ...(payload ? { payload } : {}) });
  const shown = async (operator: OperatorName): Promise<OperatorView> => ((await call('GET', '')).json() as OperatorsView).operators.find((one) => one.operator === operator)!;
  return { call, shown };
}

describe('a reply', () => {
  it('is taken at the municipality’s own address, by either operator', async () => {
    expect([(await elks(repliesTo('46elks', a), NUMBERS.a)).statusCode, (await twilio(repliesTo('twilio', a), NUMBERS.a)).statusCode]).toEqual([204, 200]);
    expect([await kept(a), await kept(b)]).toEqual([2, 0]);
    expect(await address(a, '46elks', 1)).toEqual({ refused: 0, heard: true });
  });

  it('that is for another municipality is refused where the secret is one’s own, and the log says so', async () => {
    for (const answer of [await elks(repliesTo('46elks', a), NUMBERS.b), await twilio(repliesTo('twilio', a), NUMBERS.b)]) expect(answer.json()).toMatchObject({ status: 403, code: 'bad-signature' });
    expect([await kept(a), await kept(b)]).toEqual([0, 0]);
    expect([await acts(a), await acts(b)]).toEqual([['operator.refused', 'operator.refused'], []]);
  });

  it('at an address whose municipality, operator or number was swapped is refused', async () => {
    const own = repliesTo('46elks', a);
    for (const path of [own.replace(a, b), own.replace('/1/', '/2/'), own.replace('46elks', 'twilio'), repliesTo('46elks', b).replace(b, a), repliesTo('46elks', a, 2)]) {
      expect([path, (await post(app, path, path.includes('twilio') ? sms(NUMBERS.a) : { id: 's', from: FROM, to: NUMBERS.a, message: 'Hej' })).statusCode]).toEqual([path, 403]);
    }
    expect([await kept(a), await kept(b)]).toEqual([0, 0]);
  });
});

describe('what Twilio has not signed', () => {
  it.each<[string, Posted]>([['no signature', { signature: null }], ['an empty one', { signature: '' }], ['another account’s', { token: 'another' }], ['what is no signature', { signature: 'x'.repeat(4000) }]])('is refused with %s, and counted', async (_what, how) => {
    expect((await twilio(repliesTo('twilio', a), NUMBERS.a, how)).json()).toMatchObject({ status: 403, code: 'bad-signature' });
    expect([await kept(a), await address(a, 'twilio', 1)]).toEqual([0, { refused: 1, heard: false }]);
    const { shown } = await anAdministrator(a);
    expect((await shown('twilio')).address).toMatchObject({ refused: 1, heardAt: null, refusedAt: expect.any(String) });
  });

  it('is what was changed on the way, came to another address or by another host name, or is another’s', async () => {
    const path = repliesTo('twilio', a);
    const form = new URLSearchParams(sms(NUMBERS.a));
    const signature = twilioSignature(TOKEN, `http://localhost:3000${path}`, form);
    const tried = [
      [path, `${form}&Body=Ja`], [path, form.toString().replace('Hej', 'Ja')], [path, `${form}&More=1`], [`${path}?a=1`, form.toString()], [repliesTo('twilio', b), form.toString()],
      [receiptsTo('twilio', a, a), `${form}&MessageStatus=delivered`],
    ] as const;
    for (const [url, payload] of tried) expect([payload, [400, 403].includes((await post(app, url, payload, { signature })).statusCode)]).toEqual([payload, true]);
    expect((await post(app, path, form.toString(), { signature: twilioSignature(TOKEN, `http://evil.example${path}`, form), headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } })).statusCode).toBe(403);
    expect([await kept(a), await kept(b)]).toEqual([0, 0]);
    expect((await post(app, path, form.toString(), { signature })).statusCode).toBe(200);
  });

  it('is nobody’s where there is no account', async () => {
    const c = (await t.aMunicipality()).id;
    expect((await twilio(repliesTo('twilio', c), NUMBERS.a, { token: '' })).statusCode).toBe(403);
  });

  it('may be signed with the token from before while that is being changed, and no longer', async () => {
    const { call, shown } = await anAdministrator(a);
    expect((await call('PUT', '/twilio', { enabled: true, weight: 50, credentials: { user: `AC${'0'.repeat(32)}`, password: 'ny' } })).statusCode).toBe(200);
    expect((await shown('twilio')).formerUntil).not.toBeNull();
    for (const token of [TOKEN, 'ny']) expect((await twilio(repliesTo('twilio', a), NUMBERS.a, { token })).statusCode).toBe(200);
    await call('POST', '/twilio/reply-address', { end: true });
    expect([(await twilio(repliesTo('twilio', a), NUMBERS.a)).statusCode, (await twilio(repliesTo('twilio', a), NUMBERS.a, { token: 'ny' })).statusCode]).toEqual([403, 200]);
  });
});

describe('a receipt', () => {
  const elksReceipt = (path: string, id: string) => post(app, path, { id, status: 'delivered' });
  const twilioReceipt = (path: string, id: string) => post(app, path, { MessageSid: id, MessageStatus: 'delivered', AccountSid: 'AC1' });

  it('is taken at the address that the text carried', async () => {
    const [one, other] = [await aSent(a, '46elks', 's-1'), await aSent(a, 'twilio', 'SM-1')];
    expect([(await elksReceipt(receiptsTo('46elks', a, one), 's-1')).statusCode, (await twilioReceipt(receiptsTo('twilio', a, other), 'SM-1')).statusCode]).toEqual([204, 204]);
    expect(await receipts(a)).toHaveLength(2);
  });

  it('for another’s message, another operator’s, or by another number of the operator’s is refused and not applied, and the log says so', async () => {
    const [ofB, ofA] = [await aSent(b, '46elks', 's-9'), await aSent(a, '46elks', 's-8')];
    expect((await elksReceipt(receiptsTo('46elks', a, ofB), 's-9')).statusCode).toBe(403);
    expect((await twilioReceipt(receiptsTo('twilio', a, ofA), 's-8')).statusCode).toBe(403);
    expect((await elksReceipt(receiptsTo('46elks', a, ofA), 's-9')).statusCode).toBe(403);
    expect((await elksReceipt(receiptsTo('46elks', a, ofA).replace(a, b), 's-8')).statusCode).toBe(403);
    expect([await receipts(a), await receipts(b)]).toEqual([[], []]);
    expect((await acts(a)).filter((act) => act === 'operator.refused')).toHaveLength(3);
  });

  it('for a row that a restore has lost is taken and forgotten', async () => {
    expect((await elksReceipt(receiptsTo('46elks', a, '01a1b2c3-0000-7000-8000-0000000000ff'), 's-7')).statusCode).toBe(204);
    expect(await receipts(a)).toEqual([]);
  });
});

describe('an address from before', () => {
  const asBefore = (days: number) =>
    t.db.inMunicipality(a, SYSTEM, (tx) => tx.query(
      `INSERT INTO callback_address (municipality_id, id, operator, version, made_at, heard_until) SELECT m.id, gen_random_uuid(), o, v, app_now(), CASE v WHEN 0 THEN app_now() + $2 * interval '1 day' END FROM municipality m, unnest(ARRAY['46elks', 'twilio']) o, unnest(ARRAY[0, 1]) v WHERE m.id = $1`,
      [a, days],
    ));

  it('is heard for a while, replies and receipts, and the operators’ page says that somebody has to change it', async () => {
    await asBefore(30);
    const { shown } = await anAdministrator(a);
    expect((await shown('46elks')).before).toMatchObject([{ version: 0, heard: true, heardAt: null }]);
    expect([(await elks(repliesBefore('46elks'), NUMBERS.a)).statusCode, (await twilio(repliesBefore('twilio'), NUMBERS.a)).statusCode]).toEqual([204, 200]);
    const sent = await aSent(a, '46elks', 's-5');
    expect((await post(app, receiptsTo('46elks', a, sent, 0), { id: 's-5', status: 'delivered' })).statusCode).toBe(204);
    expect([await kept(a), (await receipts(a)).length]).toEqual([2, 1]);
    expect((await shown('46elks')).before).toMatchObject([{ version: 0, heard: true, heardAt: expect.any(String), refused: 0 }]);
    // Twilio signs whatever the address.
    expect((await twilio(repliesBefore('twilio'), NUMBERS.a, { signature: null })).statusCode).toBe(403);
  });

  it('is refused afterwards, and the page says that replies are being lost', async () => {
    await asBefore(-1);
    expect([(await elks(repliesBefore('46elks'), NUMBERS.a)).statusCode, (await elks(repliesTo('46elks', a), NUMBERS.a)).statusCode]).toEqual([403, 204]);
    const { shown } = await anAdministrator(a);
    expect((await shown('46elks')).before).toMatchObject([{ version: 0, heard: false, refused: 1 }]);
  });

  it('was never given out in a municipality that is newer', async () => {
    expect((await elks(repliesBefore('46elks'), NUMBERS.b)).statusCode).toBe(403);
  });

  it('is replaced when an administrator asks for another, shown to nobody else, and ended when they say so', async () => {
    const { call, shown } = await anAdministrator(a);
    const read = async () => new URL(((await call('GET', '/46elks/reply-address')).json() as { url: string }).url);
    const first = await read();
    expect(first.pathname).toBe(repliesTo('46elks', a));
    await Promise.all([call('POST', '/46elks/reply-address', { end: false }), call('POST', '/46elks/reply-address', { end: false })]);
    const second = await read();
    expect((await shown('46elks')).address.version).toBe(3);
    expect([(await elks(first.pathname, NUMBERS.a)).statusCode, (await elks(second.pathname, NUMBERS.a)).statusCode]).toEqual([204, 204]);
    await call('POST', '/46elks/reply-address', { end: true });
    expect([(await elks(first.pathname, NUMBERS.a)).statusCode, (await elks(second.pathname, NUMBERS.a)).statusCode]).toEqual([403, 204]);
    expect((await acts(a)).filter((act) => act.startsWith('operator.address'))).toEqual(['operator.address-read', 'operator.address', 'operator.address', 'operator.address-read', 'operator.address-end']);
    const manager = await signedIn(a, 'manager');
    expect([(await manager.call('GET', '/46elks/reply-address')).statusCode, (await manager.call('POST', '/46elks/reply-address', { end: true })).statusCode]).toEqual([403, 403]);
  });
});

describe('what is no form of an operator', () => {
  const bodies = [
    'MessageSid=SM%00&From=%00&To=%00&Body=%00&MessageStatus=%00&id=%00&from=%00&to=%00&message=%00&status=%00', 'MessageSid=a&MessageSid=b&id=a&id=b', 'id[]=a&id[0]=b&MessageSid[a][b]=c', '%', '%FF%FE=%FF', '=&=&=', '', '\u0000',
    `__proto__=a&constructor=b&id=${'x'.repeat(200)}`, `id=1&status=delivered&from=${FROM}&to=${NUMBERS.a}&message=%ED%A0%80`,
  ];
  it.each(['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded; charset=latin1', 'application/json', 'text/plain', 'multipart/form-data; boundary=x', 'nonsense'])('is refused and breaks nothing as %s', async (type) => {
    const paths = [repliesTo('46elks', a), repliesTo('twilio', a), receiptsTo('46elks', a, a), receiptsTo('twilio', a, a), repliesBefore('46elks'), repliesBefore('twilio'), `${repliesTo('twilio', a)}?bodySHA256=a&bodySHA256=b`, `${repliesTo('twilio', a)}?bodySHA256=%00`];
    for (const path of paths) {
      for (const body of bodies) {
        const { statusCode } = await post(app, path, body, { headers: { 'content-type': type }, signature: 'x' });
        expect([path, body, statusCode < 500]).toEqual([path, body, true]);
      }
      expect([400, 413, 415]).toContain((await post(app, path, 'x'.repeat(20_000), { headers: { 'content-type': type } })).statusCode);
    }
  });
});
