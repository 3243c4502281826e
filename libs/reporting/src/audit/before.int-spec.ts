import { testDatabase, type TestDatabase } from '@radslag/testing';
import { AnchorLog, CheckAuditChains } from '.';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase({ before: 'HashedWholeEntries1795800000190' });
});
afterAll(() => t.close());

it('a log that was written before goes on: its entries keep the hash they have, later ones have the new, and the whole of it is sound', async () => {
  const { id } = await t.aMunicipality();
  const unused = await t.aMunicipality();
  const write = () => t.db.inMunicipality(id, { kind: 'staff', id, requestId: 'req|1' }, async (tx) => tx.audit('case.read', { entity: 'referral', entityId: tx.newId() }));
  for (let n = 0; n < 3; n += 1) await write();
  await t.migrateOn();
  for (let n = 0; n < 2; n += 1) await write();

  const rows = await t.db.inMunicipality(id, { kind: 'system' }, (tx) => tx.query<{ hash_form: number }>('SELECT hash_form FROM audit_entry ORDER BY seq'));
  expect(rows.map((row) => row.hash_form)).toEqual([1, 1, 1, 2, 2]);
  const check = async () => (await new CheckAuditChains(t.db, new AnchorLog({ info: () => undefined }, Buffer.alloc(32)), { error: () => undefined }).execute('now')).find((one) => one.municipalityId === id);
  expect(await check()).toMatchObject({ entries: 5, found: [] });
  // A municipality that had written nothing may not begin in the form from before.
  await t.db.inMunicipality(unused.id, { kind: 'system' }, async (tx) => tx.audit('case.read'));
  await t.asOwner(`SELECT set_config('app.municipality', $1, false)`, [id]);
  expect(await t.asOwner('SELECT second_form_from FROM audit_head')).toEqual([{ second_form_from: '4' }]);
  await t.asOwner(`UPDATE audit_entry SET hash_form = 1 WHERE seq = 4`);
  expect((await check())!.found).toMatchObject([{ kind: 'oldForm', from: 4, to: 4 }]);
});
