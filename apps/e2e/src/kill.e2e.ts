import { expect, test } from '@playwright/test';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { begunCase, invited } from './case-by-client';
import { clockUntil } from './family-pages';
import { addPerson, Desk, onMap, type PersonText } from './staff-pages';
import { phones, stack } from './stack';

/** Cuts every connection that the apps have to Postgres, as a restart of it does. */
async function cutPostgres(): Promise<void> {
  const client = new Client({ connectionString: stack().databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ cut: boolean }>('select pg_terminate_backend(pid) as cut from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()');
  expect(rows.length).toBeGreaterThan(0);
  await client.end();
}

/** Cuts every connection to Redis and empties it: every bell that was rung is forgotten. */
async function emptyRedis(): Promise<void> {
  const redis = new Redis(stack().redisUrl);
  await redis.flushall();
  await redis.client('KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  await redis.quit();
}

const relative = (givenName: string): PersonText => ({ givenName, familyName: 'Vik', relation: 'kusin', side: 'Fars sida', ring: 'nära' });

test('what a screen has confirmed outlives its connections, and work goes on by itself', async ({ browser }) => {
  test.setTimeout(400_000);
  const staged = await begunCase('Vik', [{ givenName: 'Harald', phone: '070-174 06 70', birthYear: '1955', consents: true }]);
  const coordinator = await Desk.of(browser, 'coordinator', 'Berga');
  await coordinator.enter();
  await coordinator.open(`${staged.casePath}/natverk`);
  await addPerson(coordinator, relative('Ingeborg'));
  await cutPostgres();
  await addPerson(coordinator, relative('Jarl'));
  // Somebody else's change still comes to the screen: the ear at Postgres has been lent again.
  await expect(async () => {
    const givenName = `Kalle${Math.round(performance.now()) % 1000}`;
    await staged.coordinator.call('addMember', { params: { referralId: staged.referralId }, body: { ...relative(givenName), side: 'father', ring: 'middle', phone: null, channel: 'letter' } });
    await expect(onMap(coordinator.page, relative(givenName))).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
  await coordinator.page.reload();
  await expect(onMap(coordinator.page, relative('Ingeborg'))).toBeVisible();
  await expect(onMap(coordinator.page, relative('Jarl'))).toBeVisible();
});

test('a text that was planned arrives once, although Redis forgot it and Postgres went away', async () => {
  test.setTimeout(400_000);
  const staged = await begunCase('Ask', [{ givenName: 'Harald', phone: '070-174 06 71', birthYear: '1955', consents: true }]);
  const since = await phones.mark();
  await invited(staged, [20, 21, 22], 5);
  await emptyRedis();
  await cutPostgres();
  await clockUntil('+46701740671', (text) => text.includes('/r/'), since);
  await emptyRedis();
  const { conferenceId } = await staged.coordinator.call<{ conferenceId: string }>('readCase', { params: { referralId: staged.referralId } });
  await expect.poll(async () => (await staged.coordinator.call<{ messages: { kind: string; state: string }[] }>('readOutreach', { params: { conferenceId } })).messages.filter((one) => one.kind === 'invitation').map((one) => one.state)).toEqual(['delivered']);
  expect((await phones.arrivals('+46701740671')).filter((one) => one.seq > since)).toHaveLength(1);
});
