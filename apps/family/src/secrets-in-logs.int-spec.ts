import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { letterCode, letterCodeHash } from '@radslag/access';
import { FillInTogether } from '@radslag/conferences';
import { createLogger } from '@radslag/platform';
import { anInvitation, LINK_KEY } from './an-invitation.fixture';
import { Phone } from './phone.fixture';
import { Site } from './site.fixture';

jest.setTimeout(60_000);

/** What a route may take in its path: secrets, and what is none. Whoever adds one says which it is. */
const SECRET_PARAMETERS = [':token', ':entrance'];
const OPEN_PARAMETERS = [':slug', ':digit'];

let site: Site;
let app: NestFastifyApplication;
let log = '';
beforeAll(async () => {
  site = await Site.start();
  const key = LINK_KEY.toString('base64');
  Object.assign(process.env, { RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: site.t.appUrl, RADSLAG_REDIS_URL: 'redis://127.0.0.1:1', RADSLAG_MASTER_KEY: key, RADSLAG_LINK_KEY: key, RADSLAG_CALLBACK_KEY: key });
  app = await Site.app(site.t, undefined, createLogger('family', 'debug', { write: (line: string) => (log += line) }));
});
beforeEach(() => {
  log = '';
});
afterAll(async () => {
  await app?.close();
  await site?.close();
});

it('every route that takes something in its path is known, as a secret or as none', () => {
  const routes = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  expect([...new Set(routes.match(/:\w+/g))].sort()).toEqual([...SECRET_PARAMETERS, ...OPEN_PARAMETERS].sort());
});

it('a whole visit by link, letter and staff’s entrance leaves none of its secrets in the log', async () => {
  const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear' });
  const code = letterCode(LINK_KEY, invitation.invitationId, 0);
  await site.rows('UPDATE invitation SET letter_code_hash = $2 WHERE id = $1', [invitation.invitationId, letterCodeHash(LINK_KEY, code)]);
  const entrance = new URL((await new FillInTogether(site.t.db).execute(invitation.coordinator, invitation.invitationId)).url).pathname;
  const phone = new Phone(app);
  const cookies = new Set<string>();
  const visit = async (answer: Promise<unknown>) => {
    await answer;
    if (phone.cookie) cookies.add(phone.cookie);
  };
  await visit(phone.get(`/r/${invitation.token}?s=en`));
  await visit(phone.get(`//r/${invitation.token}`));
  await visit(phone.get(`/%72/${invitation.token}`));
  await visit(phone.post('/kod', { brevkod: code }));
  await visit(phone.post(`/r/${invitation.token}`, { g: 'ny' }));
  await visit(phone.open(invitation.token));
  await visit(phone.post('/1', { ar: '1901' }));
  await visit(phone.post('/1', { ar: '1974' }));
  const formToken = phone.formToken;
  await visit(phone.get(entrance));
  await visit(phone.post(entrance));
  await visit(phone.post('/ut'));
  expect(log.split('\n').length).toBeGreaterThan(10);
  expect(cookies.size).toBeGreaterThan(1);
  const said = log.replace(/"(?:time|ms)":\d+/g, '');
  for (const secret of [invitation.token, code, entrance.slice(3), formToken, '1901', '1974', ...cookies]) expect([secret.length, said.includes(secret)]).toEqual([secret.length, false]);
});

it('nor does what opens nothing, what is sent wrong, or what fails', async () => {
  const CANARY = 'CaNaRy7c4n4ryCaNaRy999';
  for (const path of [`/r/${CANARY}`, `/s/${CANARY}`, `/kod/${CANARY}`, `/om/${CANARY}`, `/${CANARY}`, `/5${CANARY}`, `/r/${CANARY}/${CANARY}`, `/%73/${CANARY}`, `/r/%zz${CANARY}`, `/r/${CANARY.repeat(20)}`]) {
    const phone = new Phone(app);
    await phone.get(path);
    await phone.post(path, { t: CANARY, brevkod: CANARY, g: 'ny' });
    await app.inject({ method: 'PUT', url: path });
    await app.inject({ method: 'POST', url: path, payload: `{"x":"${CANARY}"`, headers: { 'content-type': 'application/json' } });
  }
  const phoneNumbers = jest.spyOn(site.t.db, 'withoutTenant').mockRejectedValue(new Error(`Cannot GET /r/${CANARY}: no connection to postgres://app:${CANARY}@db/x`));
  for (const path of ['/r/', '/s/', '/om/']) await new Phone(app).post(path + CANARY);
  await new Phone(app).get(`/r/${CANARY}`);
  phoneNumbers.mockRestore();
  expect(log).toMatch(/"fault"|"no page"/);
  expect(log).not.toMatch(/canary|c4n4ry/i);
});

it('whoever comes is told to come by https alone; a machine without it is not', async () => {
  for (const [path, method] of [['/r/unknown', 'GET'], ['/kod', 'POST'], ['/nowhere', 'GET'], ['/', 'GET'], ['/health/live', 'GET'], ['/ut', 'POST']] as const) {
    expect([path, (await app.inject({ method, url: path })).headers['strict-transport-security']]).toEqual([path, 'max-age=63072000; includeSubDomains']);
  }
  const local = await Site.app(site.t, undefined, undefined, undefined, 'http://localhost:3001');
  expect((await local.inject({ method: 'GET', url: '/kod' })).headers).not.toHaveProperty('strict-transport-security');
  await local.close();
});
