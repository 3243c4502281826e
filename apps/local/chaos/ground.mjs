import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildApps } from '../build.mjs';
import { findOrInstall } from '../launcher/machine.mjs';
import { builtMain, profileDirectory, root } from '../launcher/places.mjs';
import { freePorts } from '../launcher/ports.mjs';
import { startPostgres } from '../launcher/postgres.mjs';
import { birthOf, Ledger } from '../launcher/processes.mjs';
import { Refusal } from '../launcher/refusal.mjs';
import { keepSecrets } from '../launcher/secrets.mjs';

/** A run that was killed could not clean up after itself. */
async function sweepKilledRuns() {
  const all = join(root, '.local');
  for (const name of existsSync(all) ? readdirSync(all) : []) {
    if (!/^chaos-\d+-[0-9a-f]+/.test(name) || birthOf(Number(name.split('-')[1])) !== null) continue;
    try {
      for (const server of SERVERS) if (existsSync(join(all, name, server))) await new Ledger(join(all, name, server, 'pids.json')).takeOver(() => {});
      rmSync(join(all, name), { recursive: true, force: true });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}
const SERVERS = ['steady', 'fragile'];

/** A run stops and starts its own Redis many times over: a container would not do. */
async function redisProgram(log) {
  const found = await findOrInstall(['redis-server', 'valkey-server'], ['redis-server'], log);
  if (!found) throw new Refusal('Redis is missing: install redis-server or valkey-server.');
  return found;
}

/** As `pg_ctl stop -m immediate`; the launcher starts it again, and it recovers from its log. */
async function crash({ dataDirectory }) {
  const note = join(dataDirectory, 'postmaster.pid');
  // between a crash and the next start there is nothing to crash
  if (existsSync(note)) process.kill(Number(readFileSync(note, 'utf8').split('\n')[0]), 'SIGQUIT');
}
/** However often. */
const PAUSES = Array.from({ length: 100_000 }, () => 50);

/** Two throw-away database servers, one of them to be crashed, and everything else that the seeds need. */
export async function prepareGround({ lanes, log, signal, onVerdict }) {
  await sweepKilledRuns();
  const directory = profileDirectory(`chaos-${process.pid}-${randomBytes(3).toString('hex')}`);
  const taken = new Set();
  const servers = [];
  const start = async (name) => {
    const own = join(directory, name);
    mkdirSync(join(own, 'logs'), { recursive: true });
    const ledger = new Ledger(join(own, 'pids.json'));
    await ledger.takeOver(() => {});
    const server = await startPostgres({ directory: own, logFile: join(own, 'logs', 'postgres.log'), ledger, secrets: keepSecrets(own), throwaway: true, taken, log: () => {}, pauses: PAUSES });
    servers.push(server);
    return { ...server, crash: () => crash(server) };
  };
  let ground;
  const close = async () => {
    await ground?.close();
    await Promise.allSettled(servers.map((server) => server.stop()));
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const [program, steady] = await Promise.all([redisProgram(log), start(SERVERS[0]), buildApps(['chaos'], log, signal)]);
    const fragile = await start(SERVERS[1]);
    const keys = { master: randomBytes(32), link: randomBytes(32), callback: randomBytes(32) };
    // The use cases that staff and relatives act through read the settings of this process.
    Object.assign(process.env, {
      RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: steady.databaseUrl, RADSLAG_REDIS_URL: 'redis://127.0.0.1:1', RADSLAG_FAMILY_URL: 'https://svara.example',
      RADSLAG_MASTER_KEY: keys.master.toString('base64'), RADSLAG_LINK_KEY: keys.link.toString('base64'), RADSLAG_CALLBACK_KEY: keys.callback.toString('base64'),
    });
    const { ChaosGround } = await import(pathToFileURL(builtMain('chaos')).href);
    ground = await ChaosGround.prepare({ steady, fragile, redisProgram: program, directory, keys, lanes, ports: async () => (await freePorts(1, taken))[0], onVerdict, signal });
    return { round: (round) => ground.round(round), fairness: (bundle) => ground.fairness(bundle), bundles: join(directory, 'bundles'), close };
  } catch (error) {
    await close();
    throw error;
  }
}
