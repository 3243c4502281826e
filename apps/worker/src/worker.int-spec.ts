import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { StaffSession } from '@radslag/db';
import { createLogger, parseEnv } from '@radslag/platform';
import { aStaffMember, testDatabase, testRedisUrl, type TestDatabase } from '@radslag/testing';
import { startWorker } from './start-worker';

let t: TestDatabase;
let worker: NestFastifyApplication | undefined;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(async () => {
  await worker?.close();
  await t.close();
});

const KEY = Buffer.alloc(32, 7).toString('base64');
const settings = () => ({
  ...parseEnv({
    RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: t.appUrl, RADSLAG_REDIS_URL: testRedisUrl(), RADSLAG_QUEUE_PREFIX: `worker-${process.pid}`,
    RADSLAG_MASTER_KEY: KEY, RADSLAG_LINK_KEY: KEY, RADSLAG_CALLBACK_KEY: KEY,
  }),
  // whichever port is free
  worker: { port: 0 },
});

it('the worker goes its housekeeping round as soon as it is up, and ends in order', async () => {
  const { id } = await t.aMunicipality();
  const staff = await aStaffMember(t.db, id, 'coordinator');
  const anHour = 60 * 60_000;
  const sessions = () => t.db.inMunicipality(id, { kind: 'system' }, async (tx) => (await tx.find(StaffSession, {})).map((session) => session.tokenHash.toString()));
  await t.db.inMunicipality(id, { kind: 'system' }, async (tx) => {
    const times = { userId: staff.userId, createdAt: tx.now, lastSeenAt: tx.now };
    await tx.insert(StaffSession, { ...times, tokenHash: Buffer.from('ended'), expiresAt: new Date(tx.now.getTime() - anHour) });
    await tx.insert(StaffSession, { ...times, tokenHash: Buffer.from('alive'), expiresAt: new Date(tx.now.getTime() + anHour) });
  });
  expect((await sessions()).sort()).toEqual(['alive', 'ended']);

  worker = await startWorker(settings(), createLogger('worker', 'silent'));
  const deadline = performance.now() + 10_000;
  while ((await sessions()).length > 1 && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await sessions()).toEqual(['alive']);
});
