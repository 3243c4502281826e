import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hashPassword } from '@radslag/access';
import { routes, type AnyRoute } from '@radslag/contracts';
import { aStaffMember, anActiveCase, testDatabase, type TestDatabase } from '@radslag/testing';
import { LIMITS } from './create-app';
import { openApiDocument } from './openapi/document';
import { en, sv } from './problems/sentences';
import { startApi } from './api.fixture';

let t: TestDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  t = await testDatabase();
  app = await startApi(t, 'api');
});
afterAll(async () => {
  await app.close();
  await t.close();
});

const inject = (method: string, url: string, options: { body?: unknown; headers?: Record<string, string>; raw?: string } = {}) =>
  app.inject({
    method: method as 'GET',
    url,
    headers: { 'x-radslag': '1', ...(options.body !== undefined || options.raw !== undefined ? { 'content-type': 'application/json' } : {}), ...options.headers },
    payload: options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
  });

async function aSignedIn(role: 'coordinator' | 'socialWorker' | 'manager' | 'administrator' | 'logReviewer' = 'socialWorker', municipalityId?: string) {
  const m = municipalityId ?? (await t.aMunicipality()).id;
  const staff = await aStaffMember(t.db, m, role);
  const email = `${staff.userId}@example.test`;
  await t.db.inMunicipality(m, { kind: 'system' }, async (tx) => tx.query('UPDATE staff_user SET email = $2, password_hash = $3 WHERE id = $1', [staff.userId, email, await hashPassword('rätt häst batteri')]));
  const answer = await inject('POST', '/api/v1/session', { body: { email, password: 'rätt häst batteri' } });
  const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
  return { staff, email, answer, cookie, headers: { cookie } };
}

const signInFrom = (remoteAddress: string, email: string, password: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/api/v1/session', remoteAddress, headers: { 'x-radslag': '1', 'content-type': 'application/json', ...headers }, payload: JSON.stringify({ email, password }) });

describe('a denied access', () => {
  const denials = (municipalityId: string) => t.db.inMunicipality(municipalityId, { kind: 'system' }, (tx) => tx.query<{ actor_id: string; entity: string | null; entity_id: string | null; referral_id: string | null }>(`SELECT actor_id, entity, entity_id, referral_id FROM audit_entry WHERE municipality_id = $1 AND action = 'access.denied' ORDER BY seq`, [municipalityId]));

  it('by role, by assignment or by the wall is an entry of the log, with who and what', async () => {
    const theirs = await anActiveCase(t.db, (await t.aMunicipality()).id);
    const mine = (await t.aMunicipality()).id;
    const other = await anActiveCase(t.db, mine);
    const { headers, staff } = await aSignedIn('coordinator', mine);
    const unknown = '00000000-0000-7000-8000-000000000001';
    expect((await inject('GET', '/api/v1/operators', { headers })).statusCode).toBe(403);
    for (const id of [other.referralId, theirs.referralId, unknown]) expect((await inject('GET', `/api/v1/referrals/${id}`, { headers })).statusCode).toBe(404);
    expect(await denials(mine)).toEqual([
      { actor_id: staff.userId, entity: null, entity_id: null, referral_id: null },
      { actor_id: staff.userId, entity: 'referral', entity_id: other.referralId, referral_id: other.referralId },
      { actor_id: staff.userId, entity: 'referral', entity_id: theirs.referralId, referral_id: null },
      { actor_id: staff.userId, entity: 'referral', entity_id: unknown, referral_id: null },
    ]);
    expect(await denials(theirs.coordinator.municipalityId)).toEqual([]);
  });

  it('is none when what was asked for was given, or nobody is signed in', async () => {
    const { headers, staff } = await aSignedIn('manager');
    await inject('GET', '/api/v1/offers', { headers });
    await inject('GET', '/api/v1/operators');
    expect(await denials(staff.municipalityId)).toEqual([]);
  });
});

describe('signing in', () => {
  it('gives a __Host- cookie that scripts cannot read, and says who one is', async () => {
    const { answer, headers, staff } = await aSignedIn();
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['set-cookie']).toMatch(/^__Host-radslag=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const me = await inject('GET', '/api/v1/session', { headers });
    expect(me.json()).toMatchObject({ userId: staff.userId, role: 'socialWorker' });
  });

  it('tells nothing about which part was wrong, in words or in time, and keeps what was typed out of the answer', async () => {
    const { email } = await aSignedIn();
    const wrong = await inject('POST', '/api/v1/session', { body: { email, password: 'fel' } });
    const nobody = await inject('POST', '/api/v1/session', { body: { email: 'ingen@example.test', password: 'fel' } });
    expect([wrong.statusCode, nobody.statusCode]).toEqual([401, 401]);
    const { instance: _a, ...first } = wrong.json();
    const { instance: _b, ...second } = nobody.json();
    expect(first).toEqual(second);
  });

  it('pauses after five wrong passwords from one address, and the right one does not get in from there meanwhile', async () => {
    const { email } = await aSignedIn();
    const from = (remoteAddress: string, password: string) => signInFrom(remoteAddress, email, password);
    for (let i = 0; i < 5; i++) expect((await from('192.0.2.1', 'fel')).statusCode).toBe(401);
    const paused = await from('192.0.2.1', 'rätt häst batteri');
    expect(paused.statusCode).toBe(429);
    expect(Number(paused.headers['retry-after'])).toBeGreaterThan(30);
    expect(Number(paused.headers['retry-after'])).toBeLessThanOrEqual(60);
    // Its owner, elsewhere, is not shut out by it, and is told.
    const owner = await from('192.0.2.2', 'rätt häst batteri');
    expect([owner.statusCode, owner.json().wrongTries]).toEqual([201, 5]);
    expect((await from('192.0.2.2', 'rätt häst batteri')).json().wrongTries).toBe(0);
  });

  it('looks at no more than five of thirty-two guesses that come at once', async () => {
    const { email, staff } = await aSignedIn();
    const answers = await Promise.all(Array.from({ length: 32 }, (_, i) => signInFrom('192.0.2.3', email, `fel ${i}`)));
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([...Array(5).fill(401), ...Array(27).fill(429)]);
    const [row] = await t.db.inMunicipality(staff.municipalityId, { kind: 'system' }, (tx) => tx.query<{ n: number }>(`SELECT wrong_tries AS n FROM staff_user WHERE id = $1`, [staff.userId]));
    expect(row).toEqual({ n: 5 });
  });

  it('the addresses that a caller writes by themselves make nobody another: only the socket’s own counts without a proxy', async () => {
    const { email } = await aSignedIn();
    const answers = [];
    for (let i = 0; i < 8; i++) answers.push(await signInFrom('192.0.2.4', email, 'fel', { 'x-forwarded-for': `198.51.100.${i}` }));
    expect(answers.map((answer) => answer.statusCode)).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  });

  it('an open tab that asks again by itself keeps nobody signed in; what a person does, does', async () => {
    const { headers, staff } = await aSignedIn();
    const age = (minutes: number) => t.db.inMunicipality(staff.municipalityId, { kind: 'system' }, (tx) => tx.query(`UPDATE staff_session SET last_seen_at = now() - $2 * interval '1 minute' WHERE user_id = $1`, [staff.userId, minutes]));
    const idle = async () => {
      const [row] = await t.db.inMunicipality(staff.municipalityId, { kind: 'system' }, (tx) => tx.query<{ minutes: number }>(`SELECT round(extract(epoch FROM now() - last_seen_at) / 60)::integer AS minutes FROM staff_session WHERE user_id = $1`, [staff.userId]));
      return row!.minutes;
    };
    await age(40);
    for (const seconds of ['60', '2400']) expect((await inject('GET', '/api/v1/session', { headers: { ...headers, 'x-radslag-idle': seconds } })).statusCode).toBe(200);
    expect(await idle()).toBe(40);
    await inject('GET', '/api/v1/session', { headers: { ...headers, 'x-radslag-idle': '3' } });
    expect(await idle()).toBe(0);
    await age(40);
    await inject('GET', '/api/v1/session', { headers });
    expect(await idle()).toBe(0);
    await age(61);
    expect((await inject('GET', '/api/v1/session', { headers: { ...headers, 'x-radslag-idle': '3' } })).statusCode).toBe(401);
  });

  it('signing out ends the session on the server', async () => {
    const { headers } = await aSignedIn();
    expect((await inject('DELETE', '/api/v1/session', { headers })).statusCode).toBe(204);
    expect((await inject('GET', '/api/v1/session', { headers })).statusCode).toBe(401);
  });

  it('a disabled user is out at the next request', async () => {
    const { headers, staff } = await aSignedIn();
    await t.db.inMunicipality(staff.municipalityId, { kind: 'system' }, (tx) => tx.query('UPDATE staff_user SET disabled_at = now() WHERE id = $1', [staff.userId]));
    expect((await inject('GET', '/api/v1/session', { headers })).statusCode).toBe(401);
  });
});

describe('bad input', () => {
  const offer = { about: 'E.A.', offeredOn: '2026-11-02' };
  const counting = async (headers: Record<string, string>) => (await inject('GET', '/api/v1/offers', { headers })).json().offers.length as number;

  it.each([
    ['broken JSON', { raw: '{"about": "E.A.' }, 400, 'bad-json'],
    ['an unknown field', { body: { ...offer, extra: 1 } }, 400, 'invalid-input'],
    ['10,000 characters in a name field', { body: { ...offer, about: 'a'.repeat(10_000) } }, 400, 'invalid-input'],
    ['a bidi override', { body: { ...offer, about: 'abc\u202Edef' } }, 400, 'invalid-input'],
    ['no body', {}, 400, 'invalid-input'],
    ['a body of 5 MB', { raw: JSON.stringify({ about: 'a'.repeat(5_000_000) }) }, 413, 'too-large'],
    ['the wrong type', { body: [1, 2] }, 400, 'invalid-input'],
    ['a date that is none', { body: { ...offer, offeredOn: '2026-02-30' } }, 400, 'invalid-input'],
  ])('%s gets a problem that says what to do, and changes nothing', async (_name, request, status, code) => {
    const { headers } = await aSignedIn();
    const before = await counting(headers);
    const answer = await inject('POST', '/api/v1/offers', { ...request, headers });
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({ status, code, type: `urn:radslag:problem:${code}` });
    expect(answer.json().detail.length).toBeGreaterThan(20);
    expect(await counting(headers)).toBe(before);
  });

  it('names each field that is wrong, in the reader’s language', async () => {
    const { headers } = await aSignedIn();
    const answer = await inject('POST', '/api/v1/offers', { body: { about: 'a'.repeat(61), offeredOn: 'i går' }, headers });
    expect(answer.json().errors).toEqual([
      { path: 'about', code: 'too-long', message: 'Högst 60 tecken får plats.' },
      { path: 'offeredOn', code: 'not-date', message: 'Skriv ett datum, till exempel 2026-12-10.' },
    ]);
  });

  it('from another site is refused before anything is read', async () => {
    const { headers } = await aSignedIn();
    for (const extra of <Record<string, string>[]>[{ 'x-radslag': '' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
      expect((await inject('POST', '/api/v1/offers', { body: offer, headers: { ...headers, ...extra } })).json().code).toBe('cross-site');
    }
  });
});

describe('a POST with an Idempotency-Key', () => {
  const body = { about: 'E.A.', offeredOn: '2026-11-02' };

  it('is done once however often it comes, and gets the first answer', async () => {
    const { headers } = await aSignedIn();
    const once = { ...headers, 'idempotency-key': 'samma-nyckel-1' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => inject('POST', '/api/v1/offers', { body, headers: once })));
    expect(new Set(answers.map((a) => a.json().id)).size).toBe(1);
    expect((await inject('GET', '/api/v1/offers', { headers })).json().offers).toHaveLength(1);
  });

  it('with another body is refused', async () => {
    const { headers } = await aSignedIn();
    const once = { ...headers, 'idempotency-key': 'samma-nyckel-2' };
    await inject('POST', '/api/v1/offers', { body, headers: once });
    expect((await inject('POST', '/api/v1/offers', { body: { ...body, about: 'B.B.' }, headers: once })).json()).toMatchObject({ status: 409, code: 'key-reused' });
  });
});

describe('every route', () => {
  const all = Object.values(routes) as AnyRoute[];
  const OPEN = ['signIn', 'deliveryReceipt', 'deliveryReceiptBefore', 'twilioReceipt', 'twilioReceiptBefore', 'inboundSms', 'inboundSmsBefore', 'twilioInbound', 'twilioInboundBefore'];
  const pathOf = (route: AnyRoute) => `/api/v1${route.path.replace(/:\w+/g, '019aa6c2-7d10-7c3e-9b51-2f6d0c1e8a01')}`;

  it('is guarded, or on the list of open ones with its reason', () => {
    expect(all.filter((r) => 'public' in r.access).map((r) => r.name)).toEqual(expect.arrayContaining(OPEN));
    expect(all.filter((r) => 'public' in r.access)).toHaveLength(OPEN.length);
    for (const r of all) if ('public' in r.access) expect(r.access.public.length).toBeGreaterThan(20);
  });

  it.each(all.filter((r) => !('public' in r.access)).map((r) => [r.name, r] as const))('%s exists and answers 401 to nobody', async (_name, route) => {
    const answer = await inject(route.method, pathOf(route), route.method === 'GET' ? {} : { body: {} });
    expect(answer.json()).toMatchObject({ status: 401, code: 'not-signed-in' });
  });

  it('has no method that the contract does not name, and answers 403 to roles that it does not name', async () => {
    const known = new Set(all.map((r) => `${r.method} /api/v1${r.path}`));
    const extra = [...servedRoutes(app)].filter((r) => !known.has(r) && !['GET /health/live', 'GET /health/ready', 'GET /api/openapi.json'].includes(r));
    expect(extra).toEqual([]);
    const { headers } = await aSignedIn('administrator');
    for (const route of all) {
      if ('public' in route.access || route.access.includes('administrator')) continue;
      expect([route.name, (await inject(route.method, pathOf(route), { headers, ...(route.method === 'GET' ? {} : { body: {} }) })).statusCode]).toEqual([route.name, 403]);
    }
  });

  it('has a sentence in both languages for every code it can answer with', () => {
    const codes = new Set(all.flatMap((r) => [...r.errors]));
    expect([...codes].filter((c) => !sv.problems[c] || !en.problems[c])).toEqual([]);
    expect(Object.keys(en.problems)).toEqual(Object.keys(sv.problems));
    expect(Object.keys(en.fields)).toEqual(Object.keys(sv.fields));
  });
});

it('the OpenAPI document names every route once, and every reference in it leads somewhere', async () => {
  const answer = await inject('GET', '/api/openapi.json');
  const document = answer.json() as { openapi: string; paths: Record<string, Record<string, { operationId: string }>>; components: { schemas: Record<string, unknown> } };
  expect(document.openapi).toBe('3.1.0');
  const ids = Object.values(document.paths).flatMap((p) => Object.values(p).map((o) => o.operationId));
  expect(ids.sort()).toEqual(Object.keys(routes).sort());
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((m) => m[1]!);
  expect(references.length).toBeGreaterThan(50);
  expect(references.filter((r) => !(r.replace('#/components/schemas/', '') in document.components.schemas))).toEqual([]);
  const circular = Object.entries(document.components.schemas).filter(([name, schema]) => (schema as { $ref?: string }).$ref === `#/components/schemas/${name}`);
  expect(circular).toEqual([]);
  expect(openApiDocument('https://radslag.example')['servers']).toEqual([{ url: 'https://radslag.example/api/v1' }]);
});

it('an operator’s callback is 4 kB at most, signed in its address, and form-encoded', async () => {
  const id = '019aa6c2-7d10-7c3e-9b51-2f6d0c1e8a01';
  const post = (payload: string, operator = '46elks') => app.inject({ method: 'POST', url: `/api/v1/hooks/${operator}/dlr/${id}/1/${id}/forged`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload });
  expect((await post(`id=1&status=${'x'.repeat(5000)}`)).json()).toMatchObject({ status: 413, code: 'too-large' });
  expect((await post(`MessageSid=1&MessageStatus=sent&To=${'x'.repeat(5000)}`, 'twilio')).json()).toMatchObject({ status: 413, code: 'too-large' });
  expect((await post('id=1&status=delivered')).json()).toMatchObject({ status: 403, code: 'bad-signature' });
  expect((await post('MessageSid=SM1&MessageStatus=delivered&ApiVersion=2010-04-01', 'twilio')).json()).toMatchObject({ status: 403, code: 'bad-signature' });
  expect((await post('id=1&status=delivered', 'nobody')).statusCode).toBe(404);
});

it('a reply may be as long as ten texts in any script, and no longer', async () => {
  const post = (message: string) => app.inject({ method: 'POST', url: '/api/v1/hooks/46elks/inbound/01a1b2c3-0000-7000-8000-000000000000/1/forged', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ id: '1', from: '+46701740671', to: '+46701740698', message }).toString() });
  expect((await post('ሰ'.repeat(670))).json()).toMatchObject({ status: 403, code: 'bad-signature' });
  expect((await post('ሰ'.repeat(2000))).json()).toMatchObject({ status: 413, code: 'too-large' });
});

it('limits a body to half a megabyte', () => expect(LIMITS.body).toBe(512 * 1024));

/** What Fastify really serves, from its own list. */
function servedRoutes(nest: NestFastifyApplication): Set<string> {
  const served = (nest.getHttpAdapter().getInstance() as unknown as { servedRoutes: string[] }).servedRoutes;
  return new Set(served);
}
