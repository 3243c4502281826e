/**
 * Builds what has changed: `node apps/local/build.mjs api family worker local web`. Each Node app becomes one file,
 * dist/apps/<app>/main.mjs; packages stay outside it. esbuild bundles, swc compiles, since only swc writes the decorator
 * metadata that Nest and TypeORM read.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { diskTime } from './launcher/disk-time.mjs';
import { builtMain, builtWeb, root } from './launcher/places.mjs';
import { birthOf } from './launcher/processes.mjs';
import { Refusal } from './launcher/refusal.mjs';

/** Mains beside an app's own. The floor stands alone: with the libraries in its bundle it would be no bare application. */
const MAINS = { chaos: 'apps/local/src/chaos/main.ts', restore: 'apps/local/src/restore/main.ts', gallery: 'apps/family/src/gallery.ts', bench: 'apps/local/src/bench/main.ts', 'bench-floor': 'apps/local/src/bench/floor-main.ts' };
const CONFIGURATION = ['package-lock.json', 'tsconfig.base.json', 'nx.json', 'apps/local/build.mjs'];
const dist = join(root, 'dist');
const madeAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : Infinity);
const newest = (files) => Math.max(...files.map((file) => madeAt(join(root, file))));
/** One from a day that has not come was dated by another clock, and says nothing of what is in it. */
const isNewer = (output, sources) => newest(sources) < madeAt(output) && madeAt(output) <= diskTime(dist).getTime();

/** `change` may alter a source before it is compiled: the chaos run plants its bugs so. */
export const swcPlugin = (swc, change = (_path, source) => source) => ({
  name: 'swc',
  setup(build) {
    build.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const source = change(path, readFileSync(path, 'utf8'));
      const { code } = await swc.transform(source, {
        filename: path,
        swcrc: false,
        configFile: false,
        sourceMaps: 'inline',
        jsc: {
          parser: { syntax: 'typescript', tsx: path.endsWith('.tsx'), decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            react: { runtime: 'automatic', importSource: 'preact' },
          },
          target: 'es2024',
        },
        module: { type: 'es6' },
      });
      return { contents: code, loader: 'js' };
    });
  },
});

function isCurrent(app) {
  const note = join(root, 'dist', 'apps', app, 'inputs.json');
  if (!existsSync(note) || !existsSync(builtMain(app))) return false;
  return isNewer(builtMain(app), [...JSON.parse(readFileSync(note, 'utf8')), ...CONFIGURATION]);
}

async function buildNodeApp(app, log) {
  const entry = join(root, MAINS[app] ?? `apps/${app}/src/main.ts`);
  if (!existsSync(entry)) throw new Refusal(`There is no app "${app}": ${relative(root, entry)} does not exist.`);
  if (isCurrent(app)) return false;
  log(`Building ${app} …`);
  const begun = diskTime(dist);
  const [esbuild, { default: swc }] = await Promise.all([import('esbuild'), import('@swc/core')]);
  const outfile = builtMain(app);
  let result;
  try {
    result = await esbuild.build({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile,
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      packages: 'external',
      tsconfig: join(root, 'tsconfig.base.json'),
      sourcemap: 'linked',
      keepNames: true,
      logLevel: 'warning',
      plugins: [swcPlugin(swc)],
    });
  } catch (error) {
    if (error.errors) throw new Refusal(`${app} does not build: see the ${error.errors.length} error(s) above.`);
    throw error;
  }
  mkdirSync(dirname(outfile), { recursive: true });
  // written beside and moved into place: a process that starts meanwhile reads the old file or the new one, never half
  for (const file of result.outputFiles) {
    writeFileSync(`${file.path}.new`, file.contents);
    renameSync(`${file.path}.new`, file.path);
  }
  const inputs = Object.keys(result.metafile.inputs).filter((file) => !file.startsWith('node_modules/'));
  writeFileSync(join(dirname(outfile), 'inputs.json'), JSON.stringify(inputs));
  // a source saved while we were building is newer than the output, and so builds again next time
  utimesSync(outfile, begun, begun);
  return true;
}

function webInputs() {
  const skip = (name) => name === 'node_modules' || name === '.angular' || name === 'dist';
  return globSync(['apps/web/**/*', 'libs/contracts/**/*', 'libs/domain/**/*', 'libs/messages/**/*'], { cwd: root, exclude: skip });
}

async function buildWeb(log, signal) {
  const page = join(builtWeb, 'index.html');
  if (existsSync(page) && isNewer(page, [...webInputs(), ...CONFIGURATION])) return false;
  if (!existsSync(join(root, 'apps', 'web', 'project.json'))) throw new Refusal('There is no web to build: apps/web/project.json does not exist.');
  log('Building web …');
  const child = spawn(process.execPath, [join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js'), 'run', 'web:build'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
    signal,
  });
  const code = await new Promise((resolve) => child.once('exit', resolve).once('error', () => resolve(1)));
  if (code !== 0) throw new Refusal('web does not build: see the errors above.');
  if (!existsSync(page)) throw new Refusal(`web was built, but not to ${relative(root, builtWeb)}.`);
  // a build taken from the cache keeps its old times
  const now = diskTime(dist);
  utimesSync(page, now, now);
  return true;
}

/** Two starts from one checkout take turns. */
async function alone(work) {
  const lock = join(root, 'dist', '.build-lock');
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = readHolder(lock);
    if (holder && birthOf(holder.pid) !== holder.birth) rmSync(lock, { force: true });
    else await pause(100);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function readHolder(lock) {
  try {
    return JSON.parse(readFileSync(lock, 'utf8'));
  } catch {
    return null;
  }
}

export function buildApps(apps, log, signal) {
  return alone(async () => {
    for (const app of apps) {
      signal?.throwIfAborted();
      await (app === 'web' ? buildWeb(log, signal) : buildNodeApp(app, log));
    }
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const apps = process.argv.slice(2);
  const begun = performance.now();
  try {
    if (apps.length === 0) throw new Refusal('Say which apps to build: node apps/local/build.mjs api family worker local web');
    await buildApps(apps, (line) => process.stderr.write(`${line}\n`));
    process.stderr.write(`Built in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
