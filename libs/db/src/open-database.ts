import type { DataSource } from 'typeorm';
import type { Logger } from '@radslag/platform';
import { createDataSource } from './data-source';
import type { Place } from './sealing';
import { Database } from './tenancy';

export type OpenSettings = { url: string; pool: number; masterKey: Buffer; mode: 'production' | 'local' | 'test' };

/** The database as an app starts on it. In production it is looked at first: see `productionDatabaseFault`. */
export async function openDatabase({ url, pool, masterKey, mode }: OpenSettings, applicationName: string, logger?: Pick<Logger, 'error'>): Promise<Database> {
  const source = createDataSource(url, pool, applicationName);
  await source.initialize();
  try {
    const fault = mode === 'production' ? await productionDatabaseFault(source) : null;
    if (fault !== null) throw new Error(`The settings cannot be used:\n  RADSLAG_DATABASE_URL: ${fault}`);
  } catch (error) {
    await source.destroy();
    throw error;
  }
  return new Database(source, masterKey, logger && brokenSeals(logger));
}

/** An unreadable value is met again on every page that has it: it is in the log once, with how many there are by now. */
export function brokenSeals(logger: Pick<Logger, 'error'>): (place: Place) => void {
  const seen = new Set<string>();
  return ({ municipalityId, table, rowId, column }) => {
    const key = `${table}|${rowId}|${column}`;
    if (seen.has(key)) return;
    seen.add(key);
    logger.error({ municipalityId, table, rowId, column, unreadable: seen.size }, 'a sealed value does not open');
  };
}

/** Reminders go by `app_now()`: where it is not now, people are told on other days than they are told of. */
const MOVED_MS = 1_000;

/** Why production does not run on this database; null: it does. One that has no schema yet says so itself. */
export async function productionDatabaseFault(source: Pick<DataSource, 'query'>): Promise<string | null> {
  const [found] = (await source.query(
    `SELECT to_regprocedure('app_now()') IS NOT NULL AS migrated, r.rolsuper OR r.rolbypassrls AS above,
            EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relowner = r.oid) AS owner
     FROM pg_roles r WHERE r.rolname = current_user`,
  )) as { migrated: boolean; above: boolean; owner: boolean }[];
  if (found!.above) return 'is a role that the walls between municipalities do not hold for; use the application role';
  if (found!.owner) return 'is the role that owns the tables; use the application role, and RADSLAG_OWNER_DATABASE_URL for migrations';
  if (!found!.migrated) return null;
  const [clock] = (await source.query(`SELECT round(extract(epoch FROM app_now() - now()) * 1000)::float8 AS moved`)) as { moved: number }[];
  if (Math.abs(clock!.moved) < MOVED_MS) return null;
  return `is a database whose clock has been moved by ${Math.round(clock!.moved / 60_000)} minutes: it has served local or test mode, and production needs one of its own`;
}
