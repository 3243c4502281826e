import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildApps } from '../build.mjs';
import { changesOfLock } from '../launcher/lock.mjs';
import { findOrInstall } from '../launcher/machine.mjs';
import { root } from '../launcher/places.mjs';
import { Refusal } from '../launcher/refusal.mjs';
import { startStack, told } from '../launcher/stack.mjs';
import { sampleOf } from './days.mjs';
import { run, runCommand } from './run.mjs';
import { add, fromJest, fromPlaywright, nothing, one } from './totals.mjs';

const tool = (path) => join(root, 'node_modules', path);
const say = (line) => process.stdout.write(`${line}\n`);

/**
 * The lock file decides what is installed: an install that puts another version or integrity into it has installed something
 * else. On a clean checkout what was committed is the measure, since something else may have installed before us.
 */
async function packages({ lockChanges }) {
  const changes = [...lockChanges];
  if (process.env.CI && existsSync(join(root, '.git'))) {
    const committed = spawnSync('git', ['show', 'HEAD:package-lock.json'], { cwd: root, encoding: 'utf8', maxBuffer: 50_000_000 });
    if (committed.status === 0) changes.push(...changesOfLock(committed.stdout, readFileSync(join(root, 'package-lock.json'), 'utf8')));
  }
  for (const change of new Set(changes)) say(change);
  if (changes.length > 0) say('Installing changed package-lock.json: commit the lock file that belongs to package.json.');
  return one(changes.length === 0);
}

async function lint() {
  const env = { NX_DAEMON: 'false', NX_TUI: 'false', NX_ISOLATE_PLUGINS: 'false' };
  return one((await run(tool('nx/dist/bin/nx.js'), ['run-many', '-t', 'lint', '--parallel=2', '--outputStyle=static'], env)) === 0);
}

/** Two at a time: the compiler is hungry, and machines that run this are small. */
async function types() {
  const projects = globSync(['apps/*/tsconfig.json', 'libs/*/tsconfig.json'], { cwd: root })
    .filter((file) => dirname(file) !== join('apps', 'web'))
    .sort();
  let totals = nothing();
  const check = async () => {
    for (let file = projects.shift(); file; file = projects.shift()) {
      const code = await run(tool('typescript/bin/tsc'), ['-p', file, '--noEmit', '--pretty', 'false']);
      say(`${code === 0 ? '✓' : '✗'} ${dirname(file)}`);
      totals = add(totals, one(code === 0));
    }
  };
  await Promise.all([check(), check()]);
  // templates are checked by Angular's own compiler alone, so the build is the web's type check
  if (existsSync(join(root, 'apps', 'web', 'project.json'))) {
    const ok = await buildApps(['web'], say).then(() => true, refused);
    say(`${ok ? '✓' : '✗'} apps/web (its build)`);
    totals = add(totals, one(ok));
  }
  return totals;
}

function refused(error) {
  if (!(error instanceof Refusal)) throw error;
  say(error.message);
  return false;
}

async function jest(directory, name, args, env = {}) {
  const outputFile = join(directory, `${name}.json`);
  mkdirSync(directory, { recursive: true });
  const code = await run(tool('jest/bin/jest.js'), ['--ci', '--forceExit', '--watchman=false', '--json', `--outputFile=${outputFile}`, ...args], { TZ: 'UTC', ...env });
  if (!existsSync(outputFile)) return one(false);
  const totals = fromJest(JSON.parse(readFileSync(outputFile, 'utf8')));
  // a failing exit with nothing failed is a failure too: an open handle, a broken set-up
  return code !== 0 && totals.failed === 0 ? add(totals, one(false)) : totals;
}

async function unit({ directory }) {
  let totals = await jest(directory, 'unit', ['--selectProjects', 'unit', '--passWithNoTests']);
  for (const config of globSync('apps/*/jest.config.{mjs,cjs,js,ts}', { cwd: root })) {
    totals = add(totals, await jest(directory, `unit-${config.split(/[\\/]/)[1]}`, ['--config', config, '--passWithNoTests']));
  }
  return totals;
}

async function integration({ profile, directory, keep, log }) {
  const stack = await keep((signal) => startStack({ profile: `${profile}-int`, mode: 'test', throwaway: true, apps: [], seed: false, log, signal }));
  try {
    const files = sampleOf(globSync('{libs,apps}/**/*.int-spec.{ts,tsx}', { cwd: root, exclude: (name) => name === 'node_modules' }), process.env.RADSLAG_TEST_SAMPLE);
    return await jest(directory, 'integration', ['--selectProjects', 'integration', '--runTestsByPath', ...files], {
      RADSLAG_TEST_OWNER_DATABASE_URL: stack.ownerDatabaseUrl,
      RADSLAG_TEST_DATABASE_URL: stack.databaseUrl,
      RADSLAG_TEST_REDIS_URL: stack.redisUrl,
    });
  } finally {
    await stack.stop();
  }
}

async function compose() {
  const able = await new Promise((resolve) => {
    const child = spawn('docker', ['compose', 'version'], { stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
  if (!able) {
    say('Skipped: there is no docker compose here.');
    return { ...nothing(), skipped: 1 };
  }
  return one((await runCommand('docker', ['compose', '-f', 'docker/compose.yml', '--env-file', 'docker/.env.example', 'config', '-q'])) === 0);
}

async function findChromium(log) {
  const found = process.env.RADSLAG_CHROMIUM ?? (await findOrInstall(['chromium', 'chromium-browser', 'google-chrome'], ['chromium', 'fonts-noto-core'], log));
  if (!found) throw new Refusal('Chromium is missing: install it (Debian and Ubuntu: apt-get install chromium), or say where it is with RADSLAG_CHROMIUM.');
  return found;
}

/** What the apps said goes with the data of the run, unless it may explain a failure. */
function keepLogs(from) {
  const logs = join('test-output', 'logs');
  rmSync(join(root, logs), { recursive: true, force: true });
  cpSync(join(from, 'logs'), join(root, logs), { recursive: true });
  say(`The logs of the apps are in ${logs}.`);
}

async function e2e({ profile, directory, keep, log }) {
  const chromium = await findChromium(log);
  const stack = await keep((signal) => startStack({ profile: `${profile}-e2e`, mode: 'test', throwaway: true, log, signal }));
  stack.broken.then((sentence) => say(sentence));
  mkdirSync(directory, { recursive: true });
  const report = join(directory, 'e2e.json');
  try {
    const code = await run(tool('@playwright/test/cli.js'), ['test', '-c', 'apps/e2e/playwright.config.ts', '--reporter=list,json'], {
      RADSLAG_E2E: told(stack),
      RADSLAG_CHROMIUM: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
    const counted = existsSync(report) ? fromPlaywright(JSON.parse(readFileSync(report, 'utf8'))) : one(false);
    const totals = code !== 0 && counted.failed === 0 ? add(counted, one(false)) : counted;
    if (totals.failed > 0) keepLogs(stack.directory);
    return totals;
  } finally {
    await stack.stop();
  }
}

/** A short `npm run chaos`, and the bugs that it must catch. */
const chaos = async (circumstances) => (await import('../chaos/check.mjs')).checkChaos(circumstances);

/** Every family page, in every state and language, in a browser. */
const family = async ({ directory, log }) => (await import('../family/check.mjs')).checkFamilyPages({ directory, log, executablePath: await findChromium(log), seen: process.env.RADSLAG_TEST_SEEN_PAGES });

/** A database put back from a backup. */
const restore = async (circumstances) => (await import('../restore/check.mjs')).checkRestore(circumstances);

/** What of it is cheap, on a day that is drawn; asked for by itself, everything on the worst of days. */
const anyDay = async (circumstances) => (await import('./any-day.mjs')).checkAnyDay(circumstances);

export const checks = { packages, lint, types, unit, integration, 'any-day': anyDay, chaos, restore, compose, family, e2e };
