import { createDataSource } from './data-source';

export type MigrationSettings = {
  /** Connects as the owner of the tables, which is not the application's role. */
  ownerUrl: string;
  /** The role the apps connect as; it gets its grants here. */
  appRole: string;
  /** In local and test mode `app_now()` can be moved, so that a week of reminders can be watched in a minute. */
  mode: 'production' | 'local' | 'test';
};

/** Brings the database to the newest schema. Returns the names of what ran; safe to run again. */
export async function runMigrations(settings: MigrationSettings): Promise<string[]> {
  const source = createDataSource(settings.ownerUrl, 2, 'radslag-migrate');
  source.setOptions({
    extra: { ...source.options.extra, statement_timeout: 0, lock_timeout: 0, query_timeout: 0, options: `-c radslag.app_role=${settings.appRole} -c lock_timeout=10s` },
  });
  await source.initialize();
  try {
    const ran = await source.runMigrations();
    if (settings.mode !== 'production') await makeClockMovable((sql) => source.query(sql), settings.appRole);
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

async function makeClockMovable(query: (sql: string) => Promise<unknown>, appRole: string): Promise<void> {
  await query('CREATE TABLE IF NOT EXISTS app_clock (offset_ms bigint NOT NULL)');
  await query('INSERT INTO app_clock SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM app_clock)');
  await query(`GRANT SELECT ON app_clock TO "${appRole}"`);
  await query(`CREATE OR REPLACE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE AS
    $$ SELECT now() + (SELECT offset_ms FROM app_clock LIMIT 1) * interval '1 millisecond' $$`);
}
