import type { QueryRunner } from 'typeorm';

/** The role the apps connect as, quoted; the migrator sets it on its connection. */
export async function appRole(runner: QueryRunner): Promise<string> {
  const [{ role }] = (await runner.query(`SELECT current_setting('radslag.app_role') AS role`)) as [{ role: string }];
  return `"${role.replaceAll('"', '""')}"`;
}

/** Row-level security, forced: with no municipality set, `current_setting` raises. */
export async function wallIn(runner: QueryRunner, tables: readonly string[]): Promise<void> {
  const tenant = `current_setting('app.municipality')::uuid`;
  for (const table of tables) {
    await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    await runner.query(`CREATE POLICY own_municipality ON ${table} USING (municipality_id = ${tenant}) WITH CHECK (municipality_id = ${tenant})`);
  }
}

/** Functions that run as the owner may be called by the application and by nobody else. */
export async function allow(runner: QueryRunner, signatures: readonly string[]): Promise<void> {
  const app = await appRole(runner);
  for (const signature of signatures) {
    await runner.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION ${signature} TO ${app}`);
  }
}
