import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildApps } from '../build.mjs';
import { root } from '../launcher/places.mjs';
import { freePorts } from '../launcher/ports.mjs';
import { Refusal } from '../launcher/refusal.mjs';
import { startStack } from '../launcher/stack.mjs';
import { Children } from './children.mjs';
import { measureBells } from './parts/bells.mjs';
import { measureClaim } from './parts/claim.mjs';
import { measureFairness } from './parts/fairness.mjs';
import { measureFamily } from './parts/family.mjs';
import { measureMove } from './parts/move.mjs';
import { measurePages } from './parts/pages.mjs';
import { measurePaint } from './parts/paint.mjs';
import { measurePipeline } from './parts/pipeline.mjs';
import { measureStaffWeb } from './parts/staff-web.mjs';
import { measureStartUp } from './parts/start-up.mjs';
import { unmeasured } from './table.mjs';

const MEASURES = {
  family: { measure: measureFamily, builds: ['family', 'bench', 'bench-floor'] },
  pages: { measure: measurePages, builds: ['family', 'bench'] },
  paint: { measure: measurePaint, builds: ['family', 'bench'] },
  pipeline: { measure: measurePipeline, builds: ['worker', 'bench'] },
  claim: { measure: measureClaim, builds: ['bench'] },
  move: { measure: measureMove, builds: ['bench'] },
  bells: { measure: measureBells, builds: ['bench'] },
  fair: { measure: measureFairness, builds: ['worker', 'bench'] },
  web: { measure: measureStaffWeb, builds: ['web'] },
  start: { measure: measureStartUp, builds: ['api', 'bench-floor'] },
};

const SPARE = { claim: ['few_ahead', 'many_ahead'], bells: ['to_ring'] };

/**
 * Measures the parts one after the other. Postgres and Redis run as a newcomer's do (data kept on disk, nothing switched off
 * for speed); the apps run in production mode.
 */
export async function measure({ parts, directory, say, signal }) {
  mkdirSync(directory, { recursive: true });
  const children = new Children(directory);
  const taken = new Set();
  const stacks = [];
  const keep = async (options) => {
    const stack = await startStack({ ...options, log: say, signal });
    stacks.push(stack);
    return stack;
  };
  const onAbort = () => void children.stopAll();
  signal.addEventListener('abort', onAbort);
  const rows = [];
  let dataDirectory;
  try {
    const stack = await keep({ profile: basename(directory), mode: 'production', apps: [], seed: false, web: false });
    dataDirectory = await whereThePagesAre(stack.superuserDatabaseUrl);
    const spare = await spareDatabases(stack, parts.flatMap((part) => SPARE[part] ?? []));
    let planting;
    const shop = {
      children,
      directory,
      signal,
      say,
      keep,
      env: { ...stack.env, RADSLAG_LOG_LEVEL: 'info' },
      ports: async () => (await freePorts(1, taken))[0],
      spare,
      ground: () => (planting ??= breakGround(children, stack)),
      /** RADSLAG_BENCH_PROFILE=worker writes a CPU profile of that process to test-output. */
      profile: (name) => (process.env.RADSLAG_BENCH_PROFILE === name ? ['--cpu-prof', `--cpu-prof-dir=${join(root, 'test-output')}`] : []),
    };
    for (const part of parts) {
      signal.throwIfAborted();
      say(`\nMeasuring ${part} …`);
      rows.push(...(await measured(part, shop)).map((one) => ({ part, ...one })));
    }
    return rows;
  } finally {
    signal.removeEventListener('abort', onAbort);
    await children.stopAll();
    await Promise.allSettled(stacks.map((stack) => stack.stop()));
    if (dataDirectory) rmSync(dataDirectory, { recursive: true, force: true });
    rmSync(directory, { recursive: true, force: true });
  }
}

/** One part that cannot be measured must not cost the others. */
async function measured(part, shop) {
  const { measure: how, builds } = MEASURES[part];
  try {
    await buildApps(builds, shop.say, shop.signal);
    return await how(shop);
  } catch (error) {
    shop.signal.throwIfAborted();
    if (!(error instanceof Refusal)) shop.say(error.stack);
    return [unmeasured(part, error.message)];
  }
}

async function breakGround(children, stack) {
  const plant = children.helper('plant');
  await plant.ask('open', { databaseUrl: stack.databaseUrl, ownerDatabaseUrl: stack.ownerDatabaseUrl, masterKey: stack.env.RADSLAG_MASTER_KEY, linkKey: stack.env.RADSLAG_LINK_KEY });
  return plant;
}

/** Empty copies of the database, made while nobody is in it: for parts that fill one with nothing but messages. */
async function spareDatabases(stack, names) {
  const { default: pg } = await import('pg');
  const inside = (url, name) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const client = new pg.Client({ connectionString: inside(stack.superuserDatabaseUrl, 'postgres') });
  await client.connect();
  const template = new URL(stack.databaseUrl).pathname.slice(1);
  for (const name of names) await client.query(`CREATE DATABASE ${name} OWNER ${new URL(stack.ownerDatabaseUrl).username} TEMPLATE ${template}`);
  await client.end();
  return Object.fromEntries(names.map((name) => [name, { superuserUrl: inside(stack.superuserDatabaseUrl, name), url: inside(stack.databaseUrl, name) }]));
}

/** The launcher may keep the data elsewhere than in the profile; kept data is not its to throw away. */
async function whereThePagesAre(superuserUrl) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const { rows } = await client.query('SHOW data_directory');
  await client.end();
  return rows[0].data_directory;
}
