import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildApps } from '../build.mjs';
import { keepAlive } from './keep-alive.mjs';
import { builtMain, builtWeb, profileDirectory, root } from './places.mjs';
import { freePorts, requireFree } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { Ledger, startProcess } from './processes.mjs';
import { startRedis } from './redis.mjs';
import { Refusal } from './refusal.mjs';
import { keepSecrets } from './secrets.mjs';

/** What each part is built from, and where its port is told. The operator and the migrator live in one bundle. */
const PARTS = {
  operator: { bundle: 'local', args: ['operator'], port: 'operator' },
  api: { bundle: 'api', args: [], port: 'staff' },
  family: { bundle: 'family', args: [], port: 'family' },
  worker: { bundle: 'worker', args: [], port: 'worker' },
};
const FLAGS = { staff: 'the staff web', family: 'the family site', operator: 'the simulated operator', worker: 'the worker' };

/** The port given by the person is theirs or refused; every other port is whatever is free. */
async function choosePorts(asked, needed, taken) {
  const ports = { ...asked };
  for (const name of needed) if (asked[name] !== undefined) taken.add(asked[name]);
  for (const name of needed) {
    if (asked[name] === undefined) [ports[name]] = await freePorts(1, taken);
    else await requireFree(asked[name], FLAGS[name], `--port-${name}`);
  }
  return ports;
}

function settings({ mode, ports, secrets, postgres, redis, directory }) {
  const at = (name, host) => (ports[name] === undefined ? undefined : `http://${host}:${ports[name]}`);
  // In production mode, where the bench measures, the parts start on addresses that people could be sent to, and on no others.
  const real = mode === 'production' ? { staff: 'https://radslag.example', family: 'https://svara.example' } : undefined;
  const callback = at('staff', '127.0.0.1') ?? 'http://127.0.0.1:9';
  const all = {
    RADSLAG_MODE: mode,
    RADSLAG_DATABASE_URL: postgres.databaseUrl,
    RADSLAG_OWNER_DATABASE_URL: postgres.ownerDatabaseUrl,
    RADSLAG_REDIS_URL: redis.url,
    RADSLAG_API_PORT: ports.staff,
    RADSLAG_FAMILY_PORT: ports.family,
    RADSLAG_WORKER_PORT: ports.worker,
    RADSLAG_OPERATOR_PORT: ports.operator,
    RADSLAG_STAFF_URL: real?.staff ?? at('staff', 'localhost'),
    RADSLAG_FAMILY_URL: real?.family ?? at('family', 'localhost'),
    RADSLAG_MASTER_KEY: secrets.masterKey,
    RADSLAG_LINK_KEY: secrets.linkKey,
    RADSLAG_CALLBACK_KEY: secrets.callbackKey,
    RADSLAG_AUDIT_ANCHOR_FILE: join(directory, 'audit-anchors.log'),
    RADSLAG_SMS_URL: at('operator', '127.0.0.1'),
    RADSLAG_TWILIO_URL: at('operator', '127.0.0.1'),
    RADSLAG_SMS_USER: secrets.smsUser,
    RADSLAG_SMS_PASSWORD: secrets.smsPassword,
    RADSLAG_CALLBACK_URL: callback,
    // the simulator takes e-mail too
    RADSLAG_SMTP_URL: ports.mail && `smtp://127.0.0.1:${ports.mail}`,
    RADSLAG_OPERATOR_FILE: join(directory, 'operator.json'),
    RADSLAG_WEB_ROOT: builtWeb,
    RADSLAG_LOG_LEVEL: process.env.RADSLAG_LOG_LEVEL ?? 'info',
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]));
}

/** Runs one subcommand of the local bundle to its end and returns what it printed. */
function runLocal(subcommand, env, signal) {
  const child = spawn(process.execPath, ['--enable-source-maps', builtMain('local'), subcommand], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 2],
    signal,
  });
  let printed = '';
  child.stdout.on('data', (data) => (printed += data));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve(printed) : reject(new Refusal(`"${subcommand}" failed with code ${code}: its own words are above.`))));
  });
}

async function ready(part, running, port, signal) {
  const deadline = performance.now() + 90_000;
  while (!running.hasExited && performance.now() < deadline) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2000) });
      if (answer.ok) return;
    } catch {
      // not listening yet
    }
    await pause(60, undefined, { signal });
  }
  if (running.hasExited) {
    const { code, signal } = await running.exited;
    throw new Refusal(`${part} stopped while starting (${signal ?? `code ${code}`}): its own words are in ${running.logFile}.`);
  }
  throw new Refusal(`${part} did not become ready within 90 s: its own words are in ${running.logFile}.`);
}

/** What scripts and journeys are told of a running stack: one line of JSON. */
export function told({ urls, signIns, operatorCredentials, databaseUrl, ownerDatabaseUrl, redisUrl, directory }) {
  return JSON.stringify({ ...urls, signIns, operatorCredentials, databaseUrl, ownerDatabaseUrl, redisUrl, directory, pid: process.pid });
}

/**
 * Starts Postgres, Redis and the asked-for apps on one profile's data. `ports` holds only those that must be what they
 * are; `throwaway` data goes with `stop()`; `signal` breaks off a start. A part that dies later is started
 * again, and `broken` settles with a sentence when one will not stay up.
 */
export async function startStack({
  profile,
  mode = 'local',
  ports: askedPorts = {},
  throwaway = false,
  reset = false,
  apps = ['operator', 'api', 'family', 'worker'],
  migrate = true,
  seed = true,
  web = apps.includes('api'),
  log = () => {},
  signal,
}) {
  const directory = profileDirectory(profile);
  const logs = join(directory, 'logs');
  const logFile = (name) => join(logs, `${name}.log`);
  mkdirSync(logs, { recursive: true });
  const ledger = new Ledger(join(directory, 'pids.json'));
  await ledger.takeOver(log);

  const taken = new Set();
  const ports = await choosePorts(askedPorts, apps.map((app) => PARTS[app].port), taken);
  if (apps.includes('operator')) [ports.mail] = await freePorts(1, taken);
  if (reset) for (const name of ['secrets.json', 'operator.json', 'mail.json', 'audit-anchors.log', 'redis']) rmSync(join(directory, name), { recursive: true, force: true });
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  const secrets = keepSecrets(directory);

  const stores = [];
  let running = [];
  let farewell;
  const stop = () =>
    (farewell ??= (async () => {
      await Promise.all(running.map((part) => part.stop('SIGTERM', 10_000)));
      await Promise.all(stores.map((store) => store.stop()));
      if (throwaway) rmSync(directory, { recursive: true, force: true });
      else ledger.remove('launcher');
    })());

  try {
    log('Starting Postgres and Redis …');
    const startStore = async (starting) => {
      const store = await starting;
      stores.push(store);
      return store;
    };
    const common = { directory, ledger, throwaway, taken, log };
    const started = await Promise.allSettled([
      startStore(startPostgres({ ...common, secrets, reset, logFile: logFile('postgres') })),
      startStore(startRedis({ ...common, logFile: logFile('redis') })),
    ]);
    const failed = started.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    const [postgres, redis] = started.map((result) => result.value);

    signal?.throwIfAborted();
    const env = settings({ mode, ports, secrets, postgres, redis, directory });
    const bundles = new Set(apps.map((app) => PARTS[app].bundle));
    if (migrate || seed) bundles.add('local');
    if (web) bundles.add('web');
    await buildApps([...bundles], log, signal);

    if (migrate) {
      log('Bringing the database up to date …');
      await runLocal('migrate', env, signal);
    }
    if (seed) {
      log('Looking after the demo data …');
      await runLocal('seed', env, signal);
    }
    if (apps.length > 0) log(`Starting ${apps.join(', ')} …`);
    const launch = (app) =>
      startProcess({
        name: app,
        command: process.execPath,
        args: ['--enable-source-maps', builtMain(PARTS[app].bundle), ...PARTS[app].args],
        env: { ...process.env, ...env },
        cwd: root,
        logFile: logFile(app),
        ledger,
      });
    running = apps.map(launch);
    await Promise.all(running.map((part) => ready(part.name, part, ports[PARTS[part.name].port], signal)));
    // one that dies while it starts has a fault to be told; one that dies later is started again
    running = running.map((part) => keepAlive(part, () => launch(part.name), { log }));
    const broken = Promise.race([...running, postgres, redis].map((part) => part.broken));
    const signIns = seed && existsSync(builtMain('local')) ? JSON.parse((await runLocal('sign-ins', env, signal)) || '[]') : [];
    return {
      env,
      ports,
      directory,
      urls: { staff: env.RADSLAG_STAFF_URL, family: env.RADSLAG_FAMILY_URL, operator: ports.operator && `http://localhost:${ports.operator}` },
      signIns,
      operatorCredentials: { user: secrets.smsUser, password: secrets.smsPassword },
      databaseUrl: postgres.databaseUrl,
      ownerDatabaseUrl: postgres.ownerDatabaseUrl,
      superuserDatabaseUrl: postgres.superuserDatabaseUrl,
      redisUrl: redis.url,
      broken,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
