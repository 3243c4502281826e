import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { buildApps } from '../build.mjs';
import { add, nothing, one } from '../checks/totals.mjs';
import { builtMain, profileDirectory, root } from '../launcher/places.mjs';
import { freePorts } from '../launcher/ports.mjs';
import { startPostgres } from '../launcher/postgres.mjs';
import { Ledger, startProcess } from '../launcher/processes.mjs';
import { startRedis } from '../launcher/redis.mjs';
import { keepSecrets } from '../launcher/secrets.mjs';

/** Several looks of the planner (one a second) and of the sweeper (one in two). */
const WATCHED_MS = 2_500;
const PATIENCE_MS = 20_000;

/** A Postgres that can be put back, a Redis that is not, and the worker as it runs in production. */
async function prepareGround({ profile, log, signal }) {
  const directory = profileDirectory(`${profile}-restore`);
  mkdirSync(join(directory, 'logs'), { recursive: true });
  const logFile = (name) => join(directory, 'logs', `${name}.log`);
  const ledger = new Ledger(join(directory, 'pids.json'));
  await ledger.takeOver(() => {});
  const secrets = keepSecrets(directory);
  const taken = new Set();
  const common = { directory, ledger, taken, log: () => {} };
  const running = { postgres: undefined, redis: undefined, worker: undefined };
  let env;
  /** The settings of this process, as they were. */
  let before;

  const openDatabase = async () => {
    running.postgres = await startPostgres({ ...common, throwaway: true, secrets, logFile: logFile('postgres') });
    env.RADSLAG_DATABASE_URL = running.postgres.databaseUrl;
    return running.postgres;
  };
  const stop = async () => {
    await running.worker?.stop('SIGTERM', 10_000);
    await Promise.allSettled([running.redis?.stop(), running.postgres?.stop()]);
    // what comes after this check has settings of its own: for one, how much it logs
    if (before) for (const name of Object.keys(env)) before[name] === undefined ? delete process.env[name] : (process.env[name] = before[name]);
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    env = {
      RADSLAG_MODE: 'test', RADSLAG_FAMILY_URL: 'https://svara.example', RADSLAG_CALLBACK_URL: 'http://127.0.0.1:9', RADSLAG_LOG_LEVEL: 'error',
      RADSLAG_MASTER_KEY: secrets.masterKey, RADSLAG_LINK_KEY: secrets.linkKey, RADSLAG_CALLBACK_KEY: secrets.callbackKey,
      RADSLAG_AUDIT_ANCHOR_FILE: join(directory, 'audit-anchors.log'),
    };
    const [, redis] = await Promise.all([openDatabase(), startRedis({ ...common, throwaway: true, logFile: logFile('redis') }), buildApps(['worker', 'restore'], log, signal)]);
    running.redis = redis;
    const [port] = await freePorts(1, taken);
    Object.assign(env, { RADSLAG_REDIS_URL: redis.url, RADSLAG_WORKER_PORT: String(port) });
    // the use cases that staff act through read the settings of this process
    before = { ...process.env };
    Object.assign(process.env, env);
    const words = { ...process.env };
    const worker = {
      start: () => (running.worker = startProcess({ name: 'worker', command: process.execPath, args: [builtMain('worker')], env: { ...words, ...env }, cwd: root, logFile: logFile('worker'), ledger })),
      stop: () => running.worker.stop('SIGTERM', 10_000),
      /** what a person types beside the worker */
      type: (...args) => typed(args, { ...words, ...env }),
      async says() {
        const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
        return answer?.ok ? (await answer.json()).sending : undefined;
      },
    };
    return { env, secrets, worker, running, openDatabase, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function typed(args, env) {
  const child = spawn(process.execPath, [builtMain('worker'), ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (data) => (said += data));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, said: said.trim() })));
}

async function until(what, holds) {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`${what}: not within ${PATIENCE_MS / 1000} s`);
    await pause(50);
  }
}

/** A base backup as Postgres' handbook has it: the running server is told, its files are copied, and its log up to the end. */
async function takeBackup({ superuserDatabaseUrl, dataDirectory }, to) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: superuserDatabaseUrl });
  await client.connect();
  const copy = (from, into) => spawnSync('cp', ['-a', from, into]);
  try {
    await client.query("SELECT pg_backup_start('restore check', fast => true)");
    copy(dataDirectory, to);
    const { rows } = await client.query('SELECT labelfile FROM pg_backup_stop(wait_for_archive => false)');
    copy(`${join(dataDirectory, 'pg_wal')}/.`, join(to, 'pg_wal'));
    rmSync(join(to, 'postmaster.pid'), { force: true });
    // owned by whoever owns the files around it
    copy(join(to, 'PG_VERSION'), join(to, 'backup_label'));
    writeFileSync(join(to, 'backup_label'), rows[0].labelfile);
  } finally {
    await client.end();
  }
  if (!existsSync(join(to, 'global', 'pg_control'))) throw new Error('the backup is not whole');
}

/** I15: put back from a backup of ten minutes ago, the service sends nothing until a person releases it, and nothing old then. */
export async function checkRestore({ profile, keep, log }) {
  let totals = nothing();
  const say = (what, seen, wanted) => {
    const ok = JSON.stringify(seen) === JSON.stringify(wanted);
    totals = add(totals, one(ok));
    log(ok ? `✓ ${what}` : `✗ ${what}: ${JSON.stringify(seen)}, where it should be ${JSON.stringify(wanted)}`);
  };
  const ground = await keep((signal) => prepareGround({ profile, log, signal }));
  const { worker, running, env, openDatabase, secrets } = ground;
  const { RestoreStory, CREDENTIALS } = await import(pathToFileURL(builtMain('restore')).href);
  const story = new RestoreStory(Buffer.from(secrets.masterKey, 'base64'));
  try {
    await story.begin(running.postgres);
    Object.assign(env, { RADSLAG_SMS_URL: story.phones.url, RADSLAG_SMS_USER: CREDENTIALS.user, RADSLAG_SMS_PASSWORD: CREDENTIALS.password });
    worker.start();
    await until('the worker is up', async () => (await worker.says()) === 'open');
    await story.beforeTheBackup();
    const { dataDirectory } = running.postgres;
    const backup = `${dataDirectory}-backup-${randomBytes(3).toString('hex')}`;
    await takeBackup(running.postgres, backup);
    const taken = performance.now();
    await story.afterTheBackup();
    // outside the database, where no restore reaches
    const whole = await worker.type('audit');
    say('the chain of the log is whole, and its head is written outside the database', [whole.code, / whole, anchored in the file\.$/m.test(whole.said)], [0, true]);
    // the same server, the same timeline: only what the worker's beats left behind in Redis is later
    await pause(Math.max(0, WATCHED_MS + 700 - (performance.now() - taken)));
    await worker.stop();
    await story.disconnect();
    await running.postgres.stop();
    renameSync(backup, dataDirectory);

    await story.connect(await openDatabase());
    const before = { moved: 2, movedToo: 2, cancelled: 2, waiting: 1, untouched: 1 };
    worker.start();
    await until('the worker is up again', async () => (await worker.says()) !== undefined);
    say('a worker on a restored database is held from its first word', await worker.says(), 'held: restored');
    const [status] = await Promise.all([worker.type('status'), pause(WATCHED_MS)]);
    say('while it is held nothing is sent', story.texts, before);
    say('whoever runs the service can ask', /^Sending is held since .*: restored\.$/m.test(status.said), true);

    const shorter = await worker.type('audit');
    say('that the log is shorter than it was is told', [shorter.code, /^ {2}\d+–\d+: the chain is shorter than when its head was last written outside the database: put back from a backup, or cut$/m.test(shorter.said)], [1, true]);
    const { code, said } = await worker.type('release', `--after=${story.now.toISOString()}`);
    say('it is released by hand', [code, await worker.says()], [0, 'open']);
    await pause(WATCHED_MS / 2);
    say('nothing that was sent before is sent again', story.texts, before);
    say('whoever was written to in the time that was lost is called', sorted(await story.calls()), { cancelled: 'restored', moved: 'restored', movedToo: 'restored', waiting: 'restored' });
    await story.aWeekLater();
    await until('what is still due is sent', () => story.texts.untouched === 2);
    await pause(500);
    say('what is still due is sent, and nobody is reminded of what no longer holds', story.texts, { ...before, untouched: 2 });
    if (totals.failed > 0) log(said);
    return totals;
  } finally {
    await story.close();
    await ground.stop();
  }
}

const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => a.localeCompare(b)));
