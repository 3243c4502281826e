import 'reflect-metadata';
import { callersOf, looseKeys, misleadable, powersOf, rightsOf, untiedColumns, wallsWithHoles, type Ask } from './catalogue';
import { ROLES_OF_APPS, RIGHTS, CALLERS, UNTIED } from './catalogue.fixture';
import { testDatabase, type TestDatabase } from './index';

let t: TestDatabase;
let app: string;
beforeAll(async () => {
  t = await testDatabase();
  app = decodeURIComponent(new URL(t.appUrl).username);
});
afterAll(() => t.close());

const ask: Ask = (sql, parameters) => t.asOwner(sql, parameters);
/** What is found with something wrong in the database, which is taken back. */
async function withPlanted<T>(statements: readonly string[], look: () => Promise<T>): Promise<T> {
  await ask('BEGIN');
  try {
    for (const statement of statements) await ask(statement.replaceAll('APP', `"${app}"`));
    return await look();
  } finally {
    await ask('ROLLBACK');
  }
}
const byName = (lines: readonly string[]) => lines.map((line) => line.replace(app, 'app'));

describe('whatever names a row of another table', () => {
  it('is held by a key, or is known to be none, with a reason', async () => {
    expect(await untiedColumns(ask)).toEqual(Object.keys(UNTIED).sort());
  });

  it('is held together with the municipality', async () => {
    expect(await looseKeys(ask)).toEqual([]);
  });

  it('is seen when it is not: a new table, a new column of any name, a list, a key that is dropped or leads out', async () => {
    const planted = [
      'CREATE TABLE planted (municipality_id uuid NOT NULL, id uuid NOT NULL, task_id uuid, whoever uuid, member_ids text[])',
      'ALTER TABLE task ADD sent_by uuid',
      'ALTER TABLE worry DROP CONSTRAINT "FK_57ad57e5fcadfd1eda8c3f30d77"',
    ];
    const found = await withPlanted(planted, () => untiedColumns(ask));
    expect(found.filter((name) => !(name in UNTIED))).toEqual(['planted.member_ids', 'planted.municipality_id', 'planted.task_id', 'planted.whoever', 'task.sent_by', 'worry.answered_by']);

    const loose = ['ALTER TABLE network_member ADD CONSTRAINT only_id UNIQUE (id)', 'ALTER TABLE task ADD CONSTRAINT planted FOREIGN KEY (member_id) REFERENCES network_member (id) NOT VALID'];
    expect(await withPlanted(loose, () => looseKeys(ask))).toEqual(['task: FOREIGN KEY (member_id) REFERENCES network_member(id) NOT VALID']);
  });
});

describe('what a role but the owner may', () => {
  it('do with each table and column is what is declared, and no more', async () => {
    expect(byName(await rightsOf(ask))).toEqual(RIGHTS);
  });

  it('call is what is declared', async () => {
    expect(byName(await callersOf(ask))).toEqual(CALLERS);
  });

  it('do beside that is nothing', async () => {
    const roles = await ask<{ rolname: string }>(`SELECT rolname FROM pg_roles r WHERE rolname <> current_user AND NOT rolsuper AND rolname !~ '^pg_' AND has_schema_privilege(r.oid, 'public', 'USAGE')`);
    expect(roles.map(({ rolname }) => rolname.replace(app, 'app'))).toEqual(ROLES_OF_APPS);
    expect(await powersOf(ask, app)).toEqual([]);
  });

  it('do to a history is to read it and to add to it', async () => {
    const rights = byName(await rightsOf(ask));
    for (const history of ['answer', 'answer_time', 'answer_need', 'phase_event', 'plan_revision', 'action_report', 'outreach_policy']) expect(rights).toContain(`app ${history}: INSERT, SELECT`);
    for (const chained of ['audit_entry', 'audit_head']) expect(rights).toContain(`app ${chained}: SELECT`);
  });

  it('is seen when it grows: a right of a table, a column, a sequence, the public’s, a role, a door', async () => {
    const more = async (...statements: string[]) => byName(await withPlanted(statements, () => rightsOf(ask))).filter((line) => !RIGHTS.includes(line));
    expect(await more('GRANT UPDATE ON consent TO APP')).toEqual(['app consent: INSERT, SELECT, UPDATE, UPDATE (withdrawn_at)']);
    expect(await more('GRANT UPDATE (role) ON staff_user TO APP')).toEqual(['app staff_user: INSERT, SELECT, UPDATE (disabled_at, email, language, name, password_hash, phone, role, wrong_tries)']);
    expect(await more('GRANT TRUNCATE ON answer TO APP')).toEqual(['app answer: INSERT, SELECT, TRUNCATE']);
    expect(await more('GRANT SELECT (id) ON referral TO PUBLIC')).toEqual(['public referral: SELECT (id)']);
    expect(await more('GRANT USAGE ON SEQUENCE migration_id_seq TO APP')).toEqual(['app migration_id_seq: USAGE']);
    expect(await more('CREATE TABLE planted (id uuid)', 'GRANT SELECT ON planted TO APP')).toEqual(['app planted: SELECT']);
    const calls = await withPlanted([`CREATE FUNCTION planted() RETURNS void LANGUAGE sql AS 'SELECT NULL::void'`], () => callersOf(ask));
    expect(byName(calls).filter((line) => !CALLERS.includes(line))).toEqual(['public planted']);
    expect(await withPlanted(['GRANT CREATE ON SCHEMA public TO APP', `ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO APP`], () => powersOf(ask, app))).toEqual(['is given rights in advance', 'makes tables']);
    expect(await withPlanted(['DO $$ BEGIN EXECUTE format(\'GRANT TEMPORARY ON DATABASE %I TO PUBLIC\', current_database()); END $$'], () => powersOf(ask, app))).toEqual(['makes temporary tables']);
  });
});

describe('what stands guard', () => {
  it('looks at our own tables, whatever else has their names', async () => {
    expect(await misleadable(ask)).toEqual([]);
    const planted = [`CREATE FUNCTION planted() RETURNS void LANGUAGE sql SECURITY DEFINER AS 'SELECT NULL::void'`, 'ALTER FUNCTION require_contact_consent() RESET search_path', 'ALTER FUNCTION append_audit(jsonb) SET search_path = pg_temp, public'];
    expect(await withPlanted(planted, () => misleadable(ask))).toEqual(['append_audit', 'planted', 'require_contact_consent']);
  });

  it('has no hole between municipalities', async () => {
    expect(await wallsWithHoles(ask)).toEqual([]);
    const planted = ['CREATE TABLE planted (municipality_id uuid NOT NULL)', 'ALTER TABLE worry NO FORCE ROW LEVEL SECURITY', 'CREATE POLICY everybody ON task TO APP USING (true)'];
    expect(await withPlanted(planted, () => wallsWithHoles(ask))).toEqual(['planted', 'task', 'worry']);
  });

  it('is not led astray by a table of one’s own: nobody but the owner can make one', async () => {
    await expect(t.db.withoutTenant('CREATE TEMPORARY TABLE consent (id uuid)')).rejects.toThrow(/permission denied/);
  });
});
