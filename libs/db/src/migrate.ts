import type { Logger } from 'typeorm';
import { createDataSource } from './data-source';
import { migrations } from './migrations';

export type MigrationSettings = {
  /** Connects as the owner of the tables, which is not the application's role. */
  ownerUrl: string;
  /** The role the apps connect as; it gets its grants here. */
  appRole: string;
  /** In local and test mode `app_now()` can be moved, so that a week of reminders can be watched in a minute. */
  mode: 'production' | 'local' | 'test';
  /** Hears what a migration has to say: what it had to mend in rows from before. Counts only. */
  told?: (text: string) => void;
  /** Stops before the migration of this name: for looking at what becomes of a database from before. */
  before?: string;
};

/** Brings the database to the newest schema. Returns the names of what ran; safe to run again. */
export async function runMigrations(settings: MigrationSettings): Promise<string[]> {
  const source = createDataSource(settings.ownerUrl, 2, 'radslag-migrate');
  const { before, told = () => undefined } = settings;
  source.setOptions({
    ...(before === undefined ? {} : { migrations: earlierThan(before) }),
    logNotifications: true,
    logger: hearing(told),
    extra: { ...source.options.extra, statement_timeout: 0, lock_timeout: 0, query_timeout: 0, options: `-c radslag.app_role=${settings.appRole} -c lock_timeout=10s -c client_min_messages=warning` },
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

function earlierThan(name: string): typeof migrations {
  const index = migrations.findIndex((migration) => migration.name === name);
  if (index < 0) throw new Error(`There is no migration ${name}.`);
  return migrations.slice(0, index);
}

function hearing(told: (text: string) => void): Logger {
  const nothing = () => undefined;
  return { log: (_level, text) => told(String(text)), logQuery: nothing, logQueryError: nothing, logQuerySlow: nothing, logSchemaBuild: nothing, logMigration: nothing };
}
