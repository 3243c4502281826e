import { MunicipalWays, type Ways } from '@radslag/outreach';
import { FakeOperator } from '@radslag/sms';
import { aStaffMember, testDatabase, type TestDatabase } from '@radslag/testing';
import { AnchorLog, CheckAuditChains, TellOfBreaks } from '.';

let t: TestDatabase;
let id: string;
let post: FakeOperator;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.asOwner('UPDATE municipality SET email_from = NULL');
  id = (await t.aMunicipality()).id;
  await t.asOwner(`UPDATE municipality SET email_from = 'svara@example.test' WHERE id = $1`, [id]);
  post = Object.assign(new FakeOperator(() => t.db.now()), { name: 'smtp' });
  for (let n = 0; n < 4; n += 1) await t.db.inMunicipality(id, { kind: 'system' }, async (tx) => tx.audit('case.read'));
});

const waysWith = (carrier: FakeOperator | null): Ways => {
  const ways = new MunicipalWays({ sms: [], email: carrier === null ? [] : [{ carrier, weight: 1 }] });
  return { of: () => Promise.resolve(ways) };
};
const checks = () => new CheckAuditChains(t.db, new AnchorLog({ info: () => undefined }, Buffer.alloc(32, 7)), { error: () => undefined });
const tell = (carrier: FakeOperator | null = post) => new TellOfBreaks(t.db, waysWith(carrier), 'https://radslag.example', () => Promise.resolve()).execute();
const tamper = async (seq: number) => {
  await t.asOwner(`SELECT set_config('app.municipality', $1, false)`, [id]);
  await t.asOwner('UPDATE audit_entry SET request_id = $2 WHERE seq = $1', [seq, `another ${seq}`]);
  await checks().execute('now');
};
const addressOf = async ({ userId }: { userId: string }) => (await t.asOwner<{ email: string }>('SELECT email FROM staff_user WHERE id = $1', [userId]))[0]!.email;

it('every log reviewer gets one e-mail for what was found, once, and another for what is found later; nobody else does', async () => {
  const reviewers = [await aStaffMember(t.db, id, 'logReviewer', 'Lotta Gran'), await aStaffMember(t.db, id, 'logReviewer', 'Karin Wik')];
  await aStaffMember(t.db, id, 'manager');
  await checks().execute('now');
  expect(await tell()).toBe(0);
  await tamper(2);
  expect(await tell()).toBe(2);
  expect(post.arrived.map(({ to }) => to).sort()).toEqual((await Promise.all(reviewers.map(addressOf))).sort());
  expect(post.arrived[0]).toMatchObject({ from: 'svara@example.test', subject: 'Brådskar: loggen hänger inte ihop', text: expect.stringContaining('https://radslag.example/logg\n') });
  expect(post.arrived[0]!.text).not.toMatch(/Lotta|Karin|kommun|\d{4}-\d/);
  await checks().execute('now');
  expect(await tell()).toBe(0);
  await tamper(4);
  expect(await tell()).toBe(2);
});

it('where nobody reviews the log the managers are told that, without a page that they cannot open', async () => {
  const manager = await aStaffMember(t.db, id, 'manager');
  await tamper(2);
  expect(await tell()).toBe(1);
  expect(post.arrived).toMatchObject([{ to: await addressOf(manager), text: expect.stringContaining('Utse en loggranskare') }]);
  expect(post.arrived[0]!.text).not.toContain('/logg');
});

it('what could not be sent is tried again, and what may have arrived is not', async () => {
  await aStaffMember(t.db, id, 'logReviewer');
  await tamper(2);
  expect(await tell(null)).toBe(0);
  const send = post.send.bind(post);
  post.send = () => Promise.resolve({ kind: 'retryable', detail: 'smtp' });
  expect(await tell()).toBe(0);
  post.send = send;
  expect(await tell()).toBe(1);
  await tamper(3);
  post.send = () => Promise.resolve({ kind: 'unknown', detail: 'smtp' });
  expect(await tell()).toBe(0);
  post.send = send;
  expect(await tell()).toBe(0);
});
