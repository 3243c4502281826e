import { createDataSource, Database, runMigrations } from '@radslag/db';
import { Client } from 'pg';
import { INSTRUMENTS } from './instruments';
import { makeWorld, type Municipality } from './world.fixture';

/** What the launcher hands over: a server, and a way to crash it (its port stays). */
export type PostgresServer = { superuserDatabaseUrl: string; ownerDatabaseUrl: string; databaseUrl: string; crash: () => Promise<void> };

const TEMPLATE = 'chaos_template';
export const inDatabase = (url: string, name: string): string => {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.toString();
};

/** One Postgres with a migrated, furnished template: a seed's database is a copy of it. */
export class Cluster {
  private constructor(
    readonly server: PostgresServer,
    readonly world: readonly Municipality[],
  ) {}

  static async prepare(server: PostgresServer, masterKey: Buffer): Promise<Cluster> {
    await onMaintenance(server, async (admin) => {
      await admin.query(`CREATE DATABASE ${TEMPLATE} OWNER radslag_owner`);
      // A throw-away server forgives itself the wait for its log; an acknowledged change must survive a crash all the same.
      await admin.query('ALTER ROLE radslag_app SET synchronous_commit = on');
    });
    await runMigrations({ ownerUrl: inDatabase(server.ownerDatabaseUrl, TEMPLATE), appRole: 'radslag_app', mode: 'test' });
    const superuser = new Client({ connectionString: inDatabase(server.superuserDatabaseUrl, TEMPLATE) });
    await superuser.connect();
    const source = createDataSource(inDatabase(server.databaseUrl, TEMPLATE), 2, 'chaos');
    await source.initialize();
    try {
      await superuser.query(INSTRUMENTS);
      return new Cluster(server, await makeWorld(new Database(source, masterKey), superuser, masterKey));
    } finally {
      await source.destroy();
      await superuser.end();
    }
  }

  /** A second template, changed: what a planted bug needs in the database. */
  async variant(name: string, change: (superuser: Client) => Promise<void>): Promise<string> {
    const template = `${TEMPLATE}_${name.toLowerCase()}`;
    await this.copy(template);
    const superuser = new Client({ connectionString: inDatabase(this.server.superuserDatabaseUrl, template) });
    await superuser.connect();
    await change(superuser).finally(() => superuser.end());
    return template;
  }

  copy(name: string, template = TEMPLATE): Promise<void> {
    return onMaintenance(this.server, async (admin) => {
      await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER radslag_owner`);
    });
  }

  drop(name: string): Promise<void> {
    return onMaintenance(this.server, async (admin) => {
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    });
  }
}

async function onMaintenance(server: PostgresServer, work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: inDatabase(server.superuserDatabaseUrl, 'postgres') });
  admin.on('error', () => undefined);
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
