import 'reflect-metadata';
import { testDatabase, type TestDatabase } from './index';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase({ before: 'GaveEachItsOwnAddress1795800000195' });
});
afterAll(() => t.close());

it('what is set at the operators is heard for thirty days more, and an own address is in use; a municipality that comes later has only that', async () => {
  const [plain, own] = [(await t.aMunicipality()).id, (await t.aMunicipality()).id];
  await t.db.inMunicipality(own, { kind: 'system' }, (tx) =>
    tx.query(`INSERT INTO operator_account (municipality_id, id, operator, "user", password, changed_at) VALUES ($1, $2, 'twilio', 'x', 'x', app_now())`, [own, tx.newId()]),
  );
  await t.migrateOn();
  const later = (await t.aMunicipality()).id;
  const known = (id: string) =>
    t.db.inMunicipality(id, { kind: 'system' }, async (tx) =>
      (await tx.query<{ line: string }>(`SELECT operator || ' ' || version || CASE WHEN heard_until IS NULL THEN '' ELSE ' for ' || extract(day FROM heard_until - made_at) END AS line FROM callback_address ORDER BY 1`)).map(({ line }) => line),
    );
  expect(await known(plain)).toEqual(['46elks 0 for 30', '46elks 1']);
  expect(await known(own)).toEqual(['46elks 0 for 30', '46elks 1', 'twilio 0 for 30', 'twilio 1']);
  expect(await known(later)).toEqual([]);
});
