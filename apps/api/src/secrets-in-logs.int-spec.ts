import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger } from '@radslag/platform';
import { testDatabase, type TestDatabase } from '@radslag/testing';
import { startApi } from './api.fixture';

const CANARY = 'CaNaRy7c4n4ryCaNaRy999';

let t: TestDatabase;
let app: NestFastifyApplication;
let log = '';

beforeAll(async () => {
  t = await testDatabase();
  app = await startApi(t, 'api-logs', { settings: { RADSLAG_STAFF_URL: 'https://radslag.example' }, logger: createLogger('api', 'debug', { write: (line: string) => (log += line) }) });
});
afterAll(async () => {
  await app?.close();
  await t?.close();
});

it('no route leaves what stands in its path, its query or its body in the log, or gives it back in a refusal', async () => {
  const { servedRoutes } = app.getHttpAdapter().getInstance() as unknown as { servedRoutes: string[] };
  const withParameters = servedRoutes.filter((route) => route.includes(':'));
  expect(withParameters.length).toBeGreaterThan(50);
  expect(withParameters.filter((route) => route.endsWith(':mac')).length).toBe(8);
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
