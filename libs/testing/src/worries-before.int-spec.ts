import 'reflect-metadata';
import { runMigrations } from '@radslag/db';
import { newId } from '@radslag/platform';
import { aMember, anActiveCase, testDatabase, type TestDatabase } from './index';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

/** As the database was before worries were rows of their own, with the owner outside the wall as a migration is. */
const BEFORE = [
  'DROP TABLE worry CASCADE', 'DROP FUNCTION require_no_worry() CASCADE',
  'ALTER TABLE answer DROP CONSTRAINT answer_worry_known', `ALTER TABLE answer ALTER COLUMN worry SET DEFAULT 'no'`, `ALTER TABLE answer ADD CONSTRAINT answer_worry_known CHECK (worry IN ('no','callMe','doNotCall'))`,
  `DELETE FROM migration WHERE name = 'HeldByWorries1795800000171'`,
];

it('what was stored as a no is no longer claimed to be one, an open task is a worry that holds, and one that was ticked off is kept as such', async () => {
  const { id } = await t.aMunicipality();
  const fixture = await anActiveCase(t.db, id);
  const member = await t.db.inMunicipality(id, { kind: 'system' }, (tx) => aMember(tx, fixture.referralId));
  for (const statement of BEFORE) await t.asOwner(statement);
  await t.db.inMunicipality(id, { kind: 'system' }, async (tx) => {
    const [conference, invitation] = [newId(), newId()];
    await tx.query(`INSERT INTO conference (municipality_id, id, referral_id, state, created_at) VALUES ($1,$2,$3,'polling',app_now())`, [id, conference, fixture.referralId]);
    await tx.query(`INSERT INTO invitation (municipality_id, id, conference_id, member_id, consent_id, state, token_hash, expires_at, created_at) VALUES ($1,$2,$3,$4,$5,'sent',sha256('x'),app_now(),app_now())`, [id, invitation, conference, member.id, member.consentId]);
    for (const worry of ['no', 'callMe']) {
      await tx.query(`INSERT INTO answer (municipality_id, id, invitation_id, conference_id, member_id, at, source, coming, worry) VALUES ($1,$2,$3,$4,$5,app_now(),'web','yes',$6)`, [id, newId(), invitation, conference, member.id, worry]);
    }
    for (const done of [true, false]) {
      await tx.query(`INSERT INTO task (municipality_id, id, referral_id, conference_id, member_id, kind, reason, created_at, done_at, done_by) VALUES ($1,$2,$3,$4,$5,'worried','callMe',app_now(),${done ? 'app_now(), $6' : 'NULL, NULL'})`, [id, newId(), fixture.referralId, conference, member.id, ...(done ? [fixture.coordinator.userId] : [])]);
    }
  });
  await runMigrations({ ownerUrl: t.ownerUrl, appRole: decodeURIComponent(new URL(t.appUrl).username), mode: 'test' });
  await t.db.inMunicipality(id, { kind: 'system' }, async (tx) => {
    expect((await tx.query<{ worry: string }>('SELECT worry FROM answer ORDER BY worry')).map((row) => row.worry)).toEqual(['callMe', 'notKnown']);
    expect(await tx.query('SELECT said, measure, answered_by, answered_at IS NULL AS open FROM worry ORDER BY answered_at NULLS LAST')).toEqual([
      { said: 'callMe', measure: 'beforeRecord', answered_by: fixture.coordinator.userId, open: false }, { said: 'callMe', measure: null, answered_by: null, open: true },
    ]);
    await expect(tx.query(`UPDATE conference SET state = 'confirmed', starts_local = '2026-12-10T16:30' WHERE referral_id = $1`, [fixture.referralId])).rejects.toThrow(/worried about meeting someone/);
  });
});
