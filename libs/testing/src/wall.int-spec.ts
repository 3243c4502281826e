import 'reflect-metadata';
import { createDataSource, FocalPerson, NetworkMember, Referral, SealBroken, tenantTables, unreadableOf } from '@radslag/db';
import { UNREADABLE } from '@radslag/domain';
import { newId } from '@radslag/platform';
import { aMember, anActiveCase, testDatabase, type TestDatabase } from './index';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

describe('the wall between municipalities', () => {
  it('every tenant table has row-level security, forced, and the application role can neither bypass nor own it', async () => {
    const rows = await t.asOwner<{ relname: string; relrowsecurity: boolean; relforcerowsecurity: boolean }>(
      `SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'municipality_id' WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`,
    );
    expect(rows.map((r) => r.relname)).toEqual(expect.arrayContaining(tenantTables));
    expect(rows.filter((r) => !r.relrowsecurity || !r.relforcerowsecurity)).toEqual([]);
    const [role] = await t.db.withoutTenant<{ rolbypassrls: boolean; rolsuper: boolean; owns: string }>(
      `SELECT rolbypassrls, rolsuper, (SELECT count(*) FROM pg_class WHERE relowner = r.oid AND relkind = 'r')::text AS owns FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(role).toEqual({ rolbypassrls: false, rolsuper: false, owns: '0' });
  });

  it('a query without a municipality is an error, never an empty list, also on a connection that had one before', async () => {
    const m = await t.aMunicipality();
    await anActiveCase(t.db, m.id);
    for (let i = 0; i < 12; i++) await expect(t.db.withoutTenant('SELECT * FROM referral')).rejects.toThrow();
  });

  it('one municipality sees none of the other’s rows and cannot write or point into it', async () => {
    const [a, b] = [await t.aMunicipality(), await t.aMunicipality('Berga kommun')];
    const caseOfA = await anActiveCase(t.db, a.id);
    await t.db.inMunicipality(b.id, { kind: 'system' }, async (tx) => {
      expect(await tx.find(Referral)).toEqual([]);
      expect(await tx.query('SELECT id FROM referral WHERE id = $1', [caseOfA.referralId])).toEqual([]);
    });
    await expect(
      t.db.inMunicipality(b.id, { kind: 'system' }, (tx) =>
        tx.query('INSERT INTO family_question (municipality_id, id, referral_id, position, text) VALUES ($1, $2, $3, 9, $4)', [a.id, tx.newId(), caseOfA.referralId, Buffer.from('x')]),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(t.db.inMunicipality(b.id, { kind: 'system' }, (tx) => tx.insert(FocalPerson, { referralId: caseOfA.referralId, position: 2, givenName: 'X', familyName: 'Y' }))).rejects.toThrow(/foreign key/);
  });

  it('a message or invitation for a person without an active consent is refused by the database itself', async () => {
    const m = await t.aMunicipality();
    const c = await anActiveCase(t.db, m.id);
    const insert = (consentId: string, memberId: string) =>
      t.db.inMunicipality(m.id, { kind: 'system' }, (tx) =>
        tx.query(
          `INSERT INTO invitation (municipality_id, id, conference_id, member_id, consent_id, state, token_hash, expires_at, created_at) VALUES ($1,$2,$2,$3,$4,'notSent',sha256($5),app_now(),app_now())`,
          [m.id, tx.newId(), memberId, consentId, Buffer.from(consentId)],
        ),
      );
    const [withConsent, other] = await t.db.inMunicipality(m.id, { kind: 'system' }, async (tx) => [await aMember(tx, c.referralId), await aMember(tx, c.referralId, { consented: false })]);
    await expect(insert(withConsent!.consentId!, other!.id)).rejects.toThrow(/no active consent/);
    await t.db.inMunicipality(m.id, { kind: 'system' }, (tx) => tx.query('UPDATE consent SET withdrawn_at = app_now() WHERE id = $1', [withConsent!.consentId]));
    await expect(insert(withConsent!.consentId!, withConsent!.id)).rejects.toThrow(/no active consent/);
  });

  it('a row cannot be turned to another person, brought back or given another time without their consent', async () => {
    const m = await t.aMunicipality();
    const c = await anActiveCase(t.db, m.id);
    const inTx = <T>(work: Parameters<typeof t.db.inMunicipality<T>>[2]) => t.db.inMunicipality(m.id, { kind: 'system' }, work);
    const [one, other] = await inTx(async (tx) => [await aMember(tx, c.referralId), await aMember(tx, c.referralId)]);
    const [conference, invitation, message] = [newId(), newId(), newId()];
    await inTx(async (tx) => {
      await tx.query(`INSERT INTO conference (municipality_id, id, referral_id, state, created_at) VALUES ($1,$2,$3,'polling',app_now())`, [m.id, conference, c.referralId]);
      await tx.query(`INSERT INTO invitation (municipality_id, id, conference_id, member_id, consent_id, state, token_hash, expires_at, created_at) VALUES ($1,$2,$3,$4,$5,'sent',sha256($6),app_now(),app_now())`, [m.id, invitation, conference, one!.id, one!.consentId, Buffer.from(invitation)]);
      await tx.query(
        `INSERT INTO message (municipality_id, id, referral_id, conference_id, member_id, invitation_id, consent_id, kind, schedule_version, channel, state, idempotency_key, due_at, not_after, created_at)
         VALUES ($1,$2,$3,$4,$5,$6,$7,'invitation',1,'sms','planned','x',app_now(),app_now() + interval '1 day',app_now())`,
        [m.id, message, c.referralId, conference, one!.id, invitation, one!.consentId],
      );
    });
    const change = (set: string, parameters: unknown[] = []) => inTx((tx) => tx.query(`UPDATE message SET ${set} WHERE id = $1`, [message, ...parameters]));
    await expect(change('member_id = $2', [other!.id])).rejects.toThrow(/no active consent/);
    await expect(inTx((tx) => tx.query('UPDATE invitation SET member_id = $2 WHERE id = $1', [invitation, other!.id]))).rejects.toThrow(/no active consent/);
    await change(`due_at = due_at + interval '1 hour'`);
    await inTx((tx) => tx.query('UPDATE consent SET withdrawn_at = app_now() WHERE id = $1', [one!.consentId]));
    await expect(change(`due_at = due_at + interval '1 hour'`)).rejects.toThrow(/no active consent/);
    await expect(change('consent_id = $2', [other!.consentId])).rejects.toThrow(/no active consent/);
    // What ends it, and the machine's own steps, are not in the way of a no.
    await change(`state = 'cancelled', ended_at = app_now()`);
    await expect(change(`state = 'planned', ended_at = NULL`)).rejects.toThrow(/no active consent/);
  });

  it('the application may change no role, nothing that a consent says but that it was withdrawn, and nothing that an operator said', async () => {
    const rows = await t.db.withoutTenant<{ table: string; column: string }>(
      `SELECT c.relname AS table, a.attname AS column FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relname = ANY($1) AND has_column_privilege(c.oid, a.attnum, 'UPDATE') ORDER BY 1, 2`,
      [['staff_user', 'consent', 'receipt_inbox', 'worry']],
    );
    const may = (table: string) => rows.filter((row) => row.table === table).map((row) => row.column);
    expect({ staff_user: may('staff_user'), consent: may('consent'), receipt_inbox: may('receipt_inbox'), worry: may('worry') }).toEqual({
      staff_user: ['disabled_at', 'email', 'language', 'name', 'password_hash', 'phone', 'wrong_tries'], consent: ['withdrawn_at'], receipt_inbox: ['applied_at'], worry: ['answered_at', 'answered_by', 'measure', 'note'],
    });
  });

  it('a protected person cannot have a number', async () => {
    const m = await t.aMunicipality();
    const c = await anActiveCase(t.db, m.id);
    await expect(t.db.inMunicipality(m.id, { kind: 'system' }, (tx) => aMember(tx, c.referralId, { protected: true }))).rejects.toThrow(/network_member_protected_has_no_number/);
  });
});

describe('personal text at rest', () => {
  it('is ciphertext in the table and does not open in another row, column or municipality', async () => {
    const m = await t.aMunicipality();
    const c = await anActiveCase(t.db, m.id);
    await t.db.inMunicipality(m.id, { kind: 'system' }, async (tx) => {
      const member = await aMember(tx, c.referralId, { givenName: 'Fadumo' });
      const other = await aMember(tx, c.referralId);
      const [raw] = await tx.query<{ given_name: Buffer }>('SELECT given_name FROM network_member WHERE id = $1', [member.id]);
      expect(raw!.given_name.includes('Fadumo')).toBe(false);
      expect(tx.open('network_member', member.id, 'given_name', raw!.given_name)).toBe('Fadumo');
      expect(() => tx.open('network_member', other.id, 'given_name', raw!.given_name)).toThrow(SealBroken);
      expect(() => tx.open('network_member', member.id, 'family_name', raw!.given_name)).toThrow(SealBroken);
      await tx.query('UPDATE network_member SET given_name = $2 WHERE id = $1', [other.id, raw!.given_name]);
      const swapped = await tx.get(NetworkMember, other.id);
      expect([swapped.givenName, unreadableOf(swapped)]).toEqual([UNREADABLE, ['givenName']]);
    });
  });
});

describe('the audit chain', () => {
  it('links every entry to the one before, cannot be changed by the application, and shows an owner’s edit', async () => {
    const m = await t.aMunicipality();
    for (let i = 0; i < 3; i++) await t.db.inMunicipality(m.id, { kind: 'system' }, async (tx) => tx.audit('case.read', { entity: 'referral', entityId: tx.newId() }));
    const broken = () =>
      t.db.inMunicipality(m.id, { kind: 'system' }, (tx) =>
        tx.query(`SELECT seq FROM audit_entry WHERE hash <> sha256(previous_hash || convert_to(audit_line_2(municipality_id, seq, at, actor_kind, actor_id, action, entity, entity_id, referral_id, request_id), 'UTF8'))`),
      );
    expect(await broken()).toEqual([]);
    await expect(t.db.inMunicipality(m.id, { kind: 'system' }, (tx) => tx.query(`UPDATE audit_entry SET action = 'nothing'`))).rejects.toThrow(/permission denied/);
    await expect(t.db.inMunicipality(m.id, { kind: 'system' }, (tx) => tx.query(`DELETE FROM audit_entry`))).rejects.toThrow(/permission denied/);
    await t.asOwner(`SELECT set_config('app.municipality', $1, false)`, [m.id]);
    await t.asOwner(`UPDATE audit_entry SET action = 'nothing' WHERE seq = '2'`);
    expect(await broken()).toEqual([{ seq: '2' }]);
  });

  it('keeps numbers without gaps when many write at once', async () => {
    const m = await t.aMunicipality();
    await Promise.all(Array.from({ length: 20 }, () => t.db.inMunicipality(m.id, { kind: 'system' }, async (tx) => tx.audit('case.read'))));
    const rows = await t.db.inMunicipality(m.id, { kind: 'system' }, (tx) => tx.query<{ seq: string }>('SELECT seq FROM audit_entry ORDER BY seq'));
    expect(rows.map((r) => Number(r.seq))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });
});

it('the schema is what the entities say: no drift', async () => {
  const source = createDataSource(t.ownerUrl, 1);
  await source.initialize();
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  await source.destroy();
  expect(upQueries.map((q) => q.query)).toEqual([]);
});
