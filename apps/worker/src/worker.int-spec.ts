import 'reflect-metadata';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuditCheck, StaffDigest, StaffSession, Task } from '@radslag/db';
import { createLogger, parseEnv } from '@radslag/platform';
import { aStaffMember, testDatabase, testRedisUrl, type TestDatabase } from '@radslag/testing';
import { IsNull, Not } from 'typeorm';
import { startWorker } from './start-worker';

let t: TestDatabase;
let worker: NestFastifyApplication | undefined;
beforeAll(async () => {
  t = await testDatabase();
});
afterEach(async () => {
  await worker?.close();
  worker = undefined;
});
afterAll(async () => {
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
    // Sessions live in real time: moving the clock must sign nobody in or out.
    const [{ now }] = (await tx.query<{ now: Date }>('SELECT now()')) as [{ now: Date }];
    const times = { userId: staff.userId, createdAt: now, lastSeenAt: now };
    await tx.insert(StaffSession, { ...times, tokenHash: Buffer.from('ended'), expiresAt: new Date(now.getTime() - anHour) });
    await tx.insert(StaffSession, { ...times, tokenHash: Buffer.from('alive'), expiresAt: new Date(now.getTime() + anHour) });
  });
  expect((await sessions()).sort()).toEqual(['alive', 'ended']);

  worker = await startWorker(settings(), createLogger('worker', 'silent'));
  const deadline = performance.now() + 10_000;
  while ((await sessions()).length > 1 && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await sessions()).toEqual(['alive']);
});

it('the worker writes the morning’s list to staff when it is morning', async () => {
  const { id } = await t.aMunicipality();
  await t.asOwner(`UPDATE municipality SET email_from = 'svara@example.test' WHERE id = $1`, [id]);
  const staff = await aStaffMember(t.db, id, 'coordinator');
  await t.db.inMunicipality(id, { kind: 'system' }, (tx) => tx.insert(Task, { referralId: null, conferenceId: null, memberId: null, messageId: null, assignedTo: staff.userId, kind: 'callMember', reason: null, urgent: false, createdAt: tx.now, dueAt: null, doneAt: null, doneBy: null }));
  // Thursday 10 December 2026, 7.31 in Sweden. Nobody answers at that address: the row is there all the same.
  await t.moveClockTo(new Date('2026-12-10T06:31:00Z'));
  worker = await startWorker({ ...settings(), smtp: { url: 'smtp://127.0.0.1:1' } }, createLogger('worker', 'silent'));
  const digests = () => t.db.inMunicipality(id, { kind: 'system' }, (tx) => tx.find(StaffDigest, {}));
  const deadline = performance.now() + 20_000;
  while ((await digests()).length === 0 && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await digests()).toMatchObject([{ userId: staff.userId, day: '2026-12-10', sentAt: null }]);
});

it('the worker walks through every chain of the log when it has come up, and writes its head outside the database', async () => {
  const { id } = await t.aMunicipality();
  await t.db.inMunicipality(id, { kind: 'system' }, async (tx) => tx.audit('case.read'));
  const folder = mkdtempSync(join(tmpdir(), 'radslag-worker-'));
  const anchorFile = join(folder, 'later', 'audit.log');
  try {
    worker = await startWorker({ ...settings(), audit: { anchorFile } }, createLogger('worker', 'silent'));
    const checks = () => t.db.inMunicipality(id, { kind: 'system' }, (tx) => tx.find(AuditCheck, { finishedAt: Not(IsNull()) }));
    const deadline = performance.now() + 20_000;
    while ((await checks()).length === 0 && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await checks()).toMatchObject([{ entries: 1, found: 0, anchoredIn: 'file' }]);
    expect(readFileSync(anchorFile, 'utf8')).toContain(`radslag-audit-1 ${id} 1 `);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
