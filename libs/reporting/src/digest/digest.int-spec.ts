import 'reflect-metadata';
import { StaffDigest, Task } from '@radslag/db';
import { DEFAULT_OUTREACH_POLICY } from '@radslag/domain';
import { ChangeRules, MunicipalWays, type Ways } from '@radslag/outreach';
import { FakeOperator } from '@radslag/sms';
import { anActiveCase, testDatabase, type CaseFixture, type TestDatabase } from '@radslag/testing';
import { SendDigests } from './send-digests';

let t: TestDatabase;
let id: string;
let theCase: CaseFixture;
let post: FakeOperator;
let digests: SendDigests;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.asOwner(`UPDATE municipality SET email_from = NULL`);
  id = (await t.aMunicipality()).id;
  await t.asOwner(`UPDATE municipality SET email_from = 'svara@example.test' WHERE id = $1`, [id]);
  theCase = await anActiveCase(t.db, id);
  post = Object.assign(new FakeOperator(() => t.db.now()), { name: 'smtp' });
  digests = new SendDigests(t.db, waysWith(post), 'https://radslag.example', () => Promise.resolve());
  // Thursday 10 December 2026, 7.30 in Sweden.
  await t.moveClockTo(new Date('2026-12-10T06:30:05Z'));
});
const waysWith = (carrier: FakeOperator | null): Ways => {
  const ways = new MunicipalWays({ sms: [], email: carrier === null ? [] : [{ carrier, weight: 1 }] });
  return { of: () => Promise.resolve(ways) };
};
/** Something that failed, and stands under today. */
const aTask = () =>
  t.db.inMunicipality(id, { kind: 'system' }, (tx) => tx.insert(Task, { referralId: theCase.referralId, conferenceId: null, memberId: null, messageId: null, assignedTo: theCase.coordinator.userId, kind: 'callMember', reason: 'noSms', urgent: true, createdAt: tx.now, dueAt: null, doneAt: null, doneBy: null }));
const toCoordinator = async () => {
  const [user] = await t.asOwner<{ email: string }>('SELECT email FROM staff_user WHERE id = $1', [theCase.coordinator.userId]);
  return post.arrived.filter((letter) => letter.to === user!.email);
};

it('one e-mail to whoever has something waiting, in numbers only, with a link to Idag', async () => {
  await aTask();
  await aTask();
  await digests.execute();
  const [letter] = await toCoordinator();
  expect(letter).toMatchObject({ from: 'svara@example.test', subject: expect.stringMatching(/^\d+ att göra i dag$/) });
  expect(letter!.text).toMatch(/^God morgon! Du har \d+ saker att göra i dag\.( \S+ av dem brådskar\.)?\n\nhttps:\/\/radslag\.example\/idag\n$/);
  expect(letter!.text).not.toMatch(/Ella|Alm|E\.A\.|2026-/);
});

it('once a day, however often it is looked at and by however many', async () => {
  await aTask();
  await Promise.all([digests.execute(), digests.execute(), digests.execute()]);
  await digests.execute();
  expect(await toCoordinator()).toHaveLength(1);
  await t.moveClockTo(new Date('2026-12-11T06:30:05Z'));
  await digests.execute();
  expect(await toCoordinator()).toHaveLength(2);
});

it.each([['before half past seven', '2026-12-10T06:29:00Z'], ['after the morning', '2026-12-10T10:00:00Z'], ['on a Saturday', '2026-12-12T07:00:00Z'], ['on Christmas Day', '2026-12-25T07:00:00Z']])('nothing %s', async (_when, at) => {
  await t.moveClockTo(new Date(at));
  await aTask();
  expect(await digests.execute()).toBe(0);
});

it('nothing is written where there is no way out, no sender, or no wish for it', async () => {
  await aTask();
  await new SendDigests(t.db, waysWith(null), 'https://radslag.example').execute();
  await new ChangeRules(t.db).execute(theCase.manager, { version: 0, policy: { ...DEFAULT_OUTREACH_POLICY, digestAt: null } });
  await digests.execute();
  expect(await t.db.inMunicipality(id, { kind: 'system' }, (tx) => tx.find(StaffDigest, {}))).toEqual([]);
});

it('a server that is busy is asked again; one that may have taken it is not', async () => {
  await aTask();
  const calls: string[] = [];
  post.send = (letter) => {
    calls.push(letter.to);
    return Promise.resolve({ kind: calls.filter((to) => to === letter.to).length === 1 ? 'retryable' : 'unknown', detail: 'smtp' });
  };
  await digests.execute();
  await digests.execute();
  expect(calls).toHaveLength(2);
  expect(calls.every((to) => calls.filter((other) => other === to).length === 2)).toBe(true);
  const rows = await t.db.inMunicipality(id, { kind: 'system' }, (tx) => tx.find(StaffDigest, { userId: theCase.coordinator.userId }));
  expect(rows).toMatchObject([{ sentAt: null }]);
});
