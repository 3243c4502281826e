import { instantOf, SWEDISH_ZONE } from '@radslag/domain';
import { testDatabase, type TestDatabase } from '@radslag/testing';
import { DemoCalendar } from './demo-calendar';
import { seedDemo } from './index';
import { STAGES, stagesNow } from './stages.fixture';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
}, 60_000);
afterAll(() => test.close());

const seededAt = async (local: string): Promise<Date> => {
  const now = instantOf({ local, zone: SWEDISH_ZONE });
  await test.asOwner('TRUNCATE municipality CASCADE');
  await test.moveClockTo(now);
  await seedDemo({ ownerUrl: test.ownerUrl, appUrl: test.appUrl, masterKey: Buffer.alloc(32, 7), linkKey: Buffer.alloc(32, 9), familyUrl: 'https://svara.example', mode: 'test' });
  return now;
};
const everywhere = async <T>(sql: string): Promise<T[]> => {
  const ids = await test.db.withoutTenant<{ id: string }>('SELECT municipality_ids() AS id');
  return (await Promise.all(ids.map(({ id }) => test.db.inMunicipality(id, { kind: 'system' }, (tx) => tx.query<T>(sql))))).flat();
};

/** The same families stand at the same stages whatever day the demo is begun on: nobody is late, early or moved for it. */
it.each<[string, string, number?]>([
  ['a Monday morning', '2026-11-16T07:30'],
  ['a Tuesday noon', '2026-11-17T12:00'],
  ['a Friday just after midnight', '2026-11-20T00:05'],
  ['a Saturday noon', '2026-11-21T13:00'],
  ['a Sunday morning', '2026-11-22T07:30'],
  ['the night of summer time', '2028-03-26T01:30'],
  ['a Thursday evening, the week after summer time began', '2028-03-30T21:40'],
  ['the night of winter time', '2027-10-31T02:30'],
  ['a Wednesday afternoon, the week after winter time began', '2027-11-03T15:20'],
  // A feast puts W.N. off till people can meet again, and nothing else.
  ['Easter Eve, the night before summer time', '2027-03-27T20:00', 3],
  ['Christmas Eve', '2026-12-24T10:00', 4],
])('the demo stands when begun on %s', async (_name, local, withinDays = 1) => {
  const now = await seededAt(local);
  expect(await stagesNow(test)).toEqual(STAGES);

  // Nothing planned has been, and nothing that has been lies ahead.
  expect(await everywhere(`SELECT id FROM message WHERE state IN ('planned', 'queued', 'held') AND due_at <= app_now()`)).toEqual([]);
  expect(await everywhere(`SELECT id FROM message WHERE state IN ('delivered', 'failed') AND due_at > app_now()`)).toEqual([]);
  expect(await everywhere(`SELECT id FROM answer WHERE at > app_now()`)).toEqual([]);
  expect(await everywhere(`SELECT a.id FROM answer a JOIN conference c ON c.municipality_id = a.municipality_id AND c.id = a.conference_id WHERE a.at < c.created_at`)).toEqual([]);
  expect(await everywhere(`SELECT seq FROM audit_entry WHERE at > app_now()`)).toEqual([]);

  // W.N.'s family meets today or tomorrow; D.H.'s so late that every reminder is still to come.
  const days = new Map((await everywhere<{ reference: string; starts: string }>(
    `SELECT r.reference, c.starts_local AS starts FROM conference c JOIN referral r ON r.municipality_id = c.municipality_id AND r.id = c.referral_id WHERE c.state = 'confirmed'`,
  )).map((row) => [row.reference.slice(5), row.starts]));
  const { today } = new DemoCalendar(now);
  const daysAhead = (starts: string | undefined) => Math.round((Date.parse(starts!.slice(0, 10)) - Date.parse(today)) / 86_400_000);
  expect(daysAhead(days.get('009'))).toBeGreaterThanOrEqual(0);
  expect(daysAhead(days.get('009'))).toBeLessThanOrEqual(withinDays);
  expect(daysAhead(days.get('002'))).toBeGreaterThan(8);
  const kinds = await everywhere<{ kind: string }>(`SELECT DISTINCT kind FROM message WHERE state = 'planned'`);
  expect(kinds.map((row) => row.kind)).toEqual(expect.arrayContaining(['reminderWeek', 'reminderDay', 'reminderHours', 'actionDue']));
});
