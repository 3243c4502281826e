import { runMigrations } from '@radslag/db';
import { testDatabase, type TestDatabase } from '@radslag/testing';
import { AnchorLog, CheckAuditChains } from '.';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

/** As the log was before its hashes were made of whole entries. */
const BEFORE = [
  'DROP TABLE audit_check, audit_break', 'ALTER TABLE audit_entry DROP COLUMN hash_form', 'ALTER TABLE audit_head DROP COLUMN second_form_from', 'DROP FUNCTION audit_line_2',
  `CREATE OR REPLACE FUNCTION append_audit(entries jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
   DECLARE
     tenant uuid := current_setting('app.municipality')::uuid;
     head audit_head%ROWTYPE;
     e jsonb;
     next_hash bytea;
   BEGIN
     INSERT INTO audit_head (municipality_id, seq, hash) VALUES (tenant, 0, sha256(convert_to(tenant::text, 'UTF8'))) ON CONFLICT DO NOTHING;
     SELECT * INTO head FROM audit_head WHERE municipality_id = tenant FOR UPDATE;
     FOR e IN SELECT * FROM jsonb_array_elements(entries) LOOP
       head.seq := head.seq + 1;
       next_hash := sha256(head.hash || convert_to(audit_line(head.seq, (e->>'at')::timestamptz, e->>'actorKind', (e->>'actorId')::uuid, e->>'action', e->>'entity', (e->>'entityId')::uuid, (e->>'referralId')::uuid), 'UTF8'));
       INSERT INTO audit_entry (municipality_id, seq, at, actor_kind, actor_id, action, entity, entity_id, referral_id, request_id, previous_hash, hash)
       VALUES (tenant, head.seq, (e->>'at')::timestamptz, e->>'actorKind', (e->>'actorId')::uuid, e->>'action', e->>'entity', (e->>'entityId')::uuid, (e->>'referralId')::uuid, e->>'requestId', head.hash, next_hash);
       head.hash := next_hash;
     END LOOP;
     UPDATE audit_head SET seq = head.seq, hash = head.hash WHERE municipality_id = tenant;
   END $$`,
  `DELETE FROM migration WHERE name = 'HashedWholeEntries1795800000190'`,
];

it('a log that was written before goes on: its entries keep the hash they have, later ones have the new, and the whole of it is sound', async () => {
  const { id } = await t.aMunicipality();
  const unused = await t.aMunicipality();
  const write = () => t.db.inMunicipality(id, { kind: 'staff', id, requestId: 'req|1' }, async (tx) => tx.audit('case.read', { entity: 'referral', entityId: tx.newId() }));
  for (const statement of BEFORE) await t.asOwner(statement);
  for (let n = 0; n < 3; n += 1) await write();
  await runMigrations({ ownerUrl: t.ownerUrl, appRole: decodeURIComponent(new URL(t.appUrl).username), mode: 'test' });
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
