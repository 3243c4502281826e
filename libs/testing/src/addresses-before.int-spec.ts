import 'reflect-metadata';
import { runMigrations } from '@radslag/db';
import { testDatabase, type TestDatabase } from './index';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

/** As the database was when one address was for all. */
const BEFORE = [
  'DROP TABLE callback_address', 'DROP FUNCTION message_is_elsewhere(uuid)', 'ALTER TABLE operator_account DROP COLUMN former_password, DROP COLUMN former_until',
  `DELETE FROM migration WHERE name = 'GaveEachItsOwnAddress1795800000195'`,
];

it('what is set at the operators is heard for thirty days more, and an own address is in use; a municipality that comes later has only that', async () => {
  const [plain, own] = [(await t.aMunicipality()).id, (await t.aMunicipality()).id];
  for (const statement of BEFORE) await t.asOwner(statement);
  await t.db.inMunicipality(own, { kind: 'system' }, (tx) =>
    tx.query(`INSERT INTO operator_account (municipality_id, id, operator, "user", password, changed_at) VALUES ($1, $2, 'twilio', 'x', 'x', app_now())`, [own, tx.newId()]),
  );
  await runMigrations({ ownerUrl: t.ownerUrl, appRole: decodeURIComponent(new URL(t.appUrl).username), mode: 'test' });
  const later = (await t.aMunicipality()).id;
  const known = (id: string) =>
    t.db.inMunicipality(id, { kind: 'system' }, async (tx) =>
      (await tx.query<{ line: string }>(`SELECT operator || ' ' || version || CASE WHEN heard_until IS NULL THEN '' ELSE ' for ' || extract(day FROM heard_until - made_at) END AS line FROM callback_address ORDER BY 1`)).map(({ line }) => line),
    );
  expect(await known(plain)).toEqual(['46elks 0 for 30', '46elks 1']);
  expect(await known(own)).toEqual(['46elks 0 for 30', '46elks 1', 'twilio 0 for 30', 'twilio 1']);
  expect(await known(later)).toEqual([]);
});
