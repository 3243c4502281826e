import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { createDataSource, Database, runMigrations, wrapDataKey } from '@radslag/db';
import { newId } from '@radslag/platform';

export type TestDatabase = {
  db: Database;
  /** A fresh municipality with its own key: specs in one database do not see each other. */
  aMunicipality(name?: string): Promise<{ id: string; name: string }>;
  /** As the owner of the tables: for looking behind the wall and for setting what no use case may set. */
  asOwner<T = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]>;
  /** Moves `app_now()`, which begins at `A_MORNING`. */
  moveClockTo(instant: Date): Promise<void>;
  /** The rest of the migrations; what they had to say. */
  migrateOn(): Promise<string[]>;
  appUrl: string;
  ownerUrl: string;
  close(): Promise<void>;
};

const MASTER_KEY = Buffer.alloc(32, 7);

/**
 * What a spec's clock shows before the spec moves it: a Tuesday morning. Every spec lives on a clock that is set, so that none
 * knows what day it is where it runs.
 */
export const A_MORNING = new Date('2026-11-24T09:00:00Z');

function urlOf(name: 'RADSLAG_TEST_OWNER_DATABASE_URL' | 'RADSLAG_TEST_DATABASE_URL' | 'RADSLAG_TEST_REDIS_URL'): string {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: run the integration specs with \`npm test -- integration\`.`);
  return url;
}

export const testRedisUrl = () => urlOf('RADSLAG_TEST_REDIS_URL');

const withDatabase = (url: string, database: string) => {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.toString();
};

/** A database of the spec file's own, migrated (`before`: as it was before that migration), dropped at the end. The owner role may create databases in tests. */
export async function testDatabase({ before }: { before?: string } = {}): Promise<TestDatabase> {
  const adminUrl = urlOf('RADSLAG_TEST_OWNER_DATABASE_URL');
  const name = `t_${process.pid}_${randomBytes(4).toString('hex')}`;
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();

  const ownerUrl = withDatabase(adminUrl, name);
  const appUrl = withDatabase(urlOf('RADSLAG_TEST_DATABASE_URL'), name);
  const appRole = decodeURIComponent(new URL(appUrl).username);
  await runMigrations({ ownerUrl, appRole, mode: 'test', ...(before === undefined ? {} : { before }) });

  const source = createDataSource(appUrl, 10, 'radslag-test');
  await source.initialize();
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  owner.on('error', () => undefined);
  const db = new Database(source, MASTER_KEY);

  const asOwner = async <T>(sql: string, parameters: unknown[] = []) => (await owner.query(sql, parameters)).rows as T[];
  const moveClockTo = async (instant: Date) => {
    await asOwner('UPDATE app_clock SET offset_ms = extract(epoch FROM ($1::timestamptz - now())) * 1000', [instant]);
  };
  await moveClockTo(A_MORNING);
  return {
    db,
    asOwner,
    appUrl,
    ownerUrl,
    async aMunicipality(municipalityName = 'Alnäs kommun') {
      const id = newId();
      await createMunicipality(asOwner, MASTER_KEY, { id, slug: `m-${id}`, name: municipalityName, phone: '+46701740605', smsSender: 'Svara', smsNumber: null });
      return { id, name: municipalityName };
    },
    moveClockTo,
    async migrateOn() {
      const told: string[] = [];
      await runMigrations({ ownerUrl, appRole, mode: 'test', told: (text) => told.push(text) });
      return told;
    },
    async close() {
      await owner.end();
      await source.destroy();
      await dropDatabase(adminUrl, name);
    },
  };
}

/** Vacuum may be at work in it, which nobody but the superuser may end: it is soon done. */
async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        return;
      } catch (error) {
        if (attempt === 5) throw error;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  } finally {
    await admin.end();
  }
}

type MunicipalityRow = { id: string; slug: string; name: string; phone: string; smsSender: string; smsNumber: string | null };

async function createMunicipality(asOwner: (sql: string, p: unknown[]) => Promise<unknown>, master: Buffer, m: MunicipalityRow): Promise<void> {
  await asOwner('INSERT INTO municipality (id, slug, name, phone, sms_sender, sms_number) VALUES ($1,$2,$3,$4,$5,$6)', [m.id, m.slug, m.name, m.phone, m.smsSender, m.smsNumber]);
  await asOwner('INSERT INTO municipality_key (municipality_id, key_number, wrapped) VALUES ($1, 1, $2)', [m.id, wrapDataKey(master, m.id, 1, randomBytes(32))]);
}
