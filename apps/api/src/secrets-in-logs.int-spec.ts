import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger } from '@radslag/platform';
import { testDatabase, testRedisUrl, type TestDatabase } from '@radslag/testing';

const CANARY = 'CaNaRy7c4n4ryCaNaRy999';
const KEY = Buffer.alloc(32, 7).toString('base64');

let t: TestDatabase;
let app: NestFastifyApplication;
let log = '';

beforeAll(async () => {
  t = await testDatabase();
  Object.assign(process.env, {
    RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: t.appUrl, RADSLAG_REDIS_URL: testRedisUrl(), RADSLAG_QUEUE_PREFIX: `api-logs-${process.pid}`, RADSLAG_STAFF_URL: 'https://radslag.example',
    RADSLAG_MASTER_KEY: KEY, RADSLAG_LINK_KEY: KEY, RADSLAG_CALLBACK_KEY: KEY, RADSLAG_LOG_LEVEL: 'silent',
  });
  const { createApp } = await import('./create-app');
  app = await createApp(createLogger('api', 'debug', { write: (line: string) => (log += line) }));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app?.close();
  await t?.close();
});

it('no route leaves what stands in its path, its query or its body in the log, or gives it back in a refusal', async () => {
  const { servedRoutes } = app.getHttpAdapter().getInstance() as unknown as { servedRoutes: string[] };
  const withParameters = servedRoutes.filter((route) => route.includes(':'));
  expect(withParameters.length).toBeGreaterThan(50);
  expect(withParameters.filter((route) => route.endsWith(':mac')).length).toBe(4);
  for (const route of withParameters) {
    const [method, path] = route.split(' ') as ['POST', string];
    const url = `${path.replace(/:\w+/g, CANARY)}?secret=${CANARY}`;
    const body = route.includes('/hooks/') ? { payload: `id=${CANARY}&message=${CANARY}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } } : method === ('GET' as string) ? {} : { payload: { secret: CANARY }, headers: { 'x-radslag': '1' } };
    const answer = await app.inject({ method, url, ...body });
    expect([route, answer.statusCode >= 400 && answer.statusCode < 500, answer.body.includes(CANARY)]).toEqual([route, true, false]);
  }
  await app.inject({ method: 'GET', url: `/api/v1/${CANARY}` });
  expect(log.split('\n').length).toBeGreaterThan(withParameters.length);
  expect(log).not.toContain(CANARY);
});

it('tells browsers to come by https alone, where the staff web has such an address', async () => {
  expect((await app.inject({ method: 'GET', url: '/health/live' })).headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
});
