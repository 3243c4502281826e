import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hashPassword } from '@radslag/access';
import { routes } from '@radslag/contracts';
import { aStaffMember, testDatabase, type TestDatabase } from '@radslag/testing';
import { startApi } from './api.fixture';
import { anAccountAtTwilio, post, receiptsTo, repliesTo } from './hooks/hooks.fixture';

let t: TestDatabase;
let app: NestFastifyApplication;
let municipalityId: string;
let cookie: string;
const OURS = '+46701740699';

beforeAll(async () => {
  t = await testDatabase();
  app = await startApi(t, 'storable');
  municipalityId = (await t.aMunicipality()).id;
  await t.asOwner('UPDATE municipality SET sms_number = $2 WHERE id = $1', [municipalityId, OURS]);
  await anAccountAtTwilio(t, municipalityId);
  const { userId } = await aStaffMember(t.db, municipalityId, 'administrator');
  const passwordHash = await hashPassword('rätt häst batteri');
  await t.db.inMunicipality(municipalityId, { kind: 'system' }, (tx) => tx.query(`UPDATE staff_user SET email = 'a@example.test', password_hash = $2 WHERE id = $1`, [userId, passwordHash]));
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', headers: { 'x-radslag': '1' }, payload: { email: 'a@example.test', password: 'rätt häst batteri' } });
  cookie = String(answer.headers['set-cookie']).split(';')[0]!;
}, 60_000);
afterAll(async () => {
  await app?.close();
  await t.close();
});

/** JSON by hand: half a letter is written as it comes. */
const send = (method: string, url: string, json?: string) =>
  app.inject({ method: method as 'GET', url, headers: { 'x-radslag': '1', cookie, ...(json === undefined ? {} : { 'content-type': 'application/json' }) }, payload: json });

describe.each([['NUL', '\\u0000'], ['half a letter', '\\ud800'], ['the other half', '\\udc00x']])('%s in what staff send', (_what, letter) => {
  it('is refused with the field that has it', async () => {
    const answer = await send('POST', '/api/v1/session', `{"email":"a${letter}@example.test","password":"x"}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'invalid-input', errors: [{ path: 'email', code: 'unsafe-characters' }] });
    const deep = await send('PUT', '/api/v1/family-texts/sv', `{"a":[{"b":"${letter}"}],"k${letter}":1}`);
    expect(deep.statusCode).toBeLessThan(500);
  });
});

it('in an address or a query it is no fault of ours, on any route', async () => {
  for (const route of Object.values(routes)) {
    // It never ends.
    if (route.path === '/events') continue;
    const path = `/api/v1${route.path.replace(/:\w+/g, '%00')}`;
    const paths = [path, `${path}?from=%00&q=%00&until=%00&text=%00&kind=%00`];
    for (const url of paths) expect([route.name, (await send(route.method, url, route.method === 'GET' ? undefined : '{"\\u0000":"\\u0000"}')).statusCode < 500]).toEqual([route.name, true]);
  }
}, 60_000);

describe('in what an operator posts', () => {
  it('it is left out of a reply, which is kept: the person will not be asked again', async () => {
    expect((await post(app, repliesTo('46elks', municipalityId), { id: 's\u0000-1', from: '+46701740671', to: OURS, message: 'Jag\u0000 kommer\u0000' })).statusCode).toBe(204);
    expect((await post(app, repliesTo('twilio', municipalityId), { MessageSid: 'SM\u0000-2', From: '+46701740671', To: OURS, Body: '\u0000' })).statusCode).toBe(200);
    const rows = await t.db.inMunicipality(municipalityId, { kind: 'system' }, (tx) => tx.query<{ id: string; text: Buffer }>('SELECT id, text FROM inbound_message WHERE municipality_id = $1 ORDER BY id', [municipalityId]).then((found) => found.map((row) => tx.open('inbound_message', row.id, 'text', row.text))));
    expect(rows).toEqual(['Jag kommer', '']);
  });
  it('it is left out of a receipt', async () => {
    for (const [operator, form] of [['46elks', { id: 'x\u0000', status: 'delivered\u0000' }], ['twilio', { MessageSid: 'x\u0000', MessageStatus: '\u0000delivered' }]] as const) {
      expect((await post(app, receiptsTo(operator, municipalityId, municipalityId), form)).statusCode).toBe(204);
    }
  });
});
