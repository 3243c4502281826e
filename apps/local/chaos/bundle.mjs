import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { swcPlugin } from '../build.mjs';
import { root } from '../launcher/places.mjs';
import { PLANTS } from './plants.mjs';

/** What a package asks for in vain is its own business, as it is when Node runs it. */
const optional = {
  name: 'optional',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, importer, pluginData }) => {
      if (pluginData === optional) return undefined;
      const found = await build.resolve(path, { kind, resolveDir, importer, pluginData: optional });
      return found.errors.length > 0 ? { path, external: true } : found;
    });
  },
};

function patched(text, { file, find, put }) {
  const parts = text.split(find);
  if (parts.length !== 2) throw new Error(`The planted bug no longer fits: ${file} has "${find}" ${parts.length - 1} times.`);
  return parts.join(put);
}

let planted = [];
let builder;
/** One bundler for all bundles of a run: what no bug is planted in has been read, compiled and parsed by then. */
async function ours() {
  const [esbuild, { default: swc }] = await Promise.all([import('esbuild'), import('@swc/core')]);
  const compiled = new Map();
  const once = {
    transform: (source, options) => {
      const key = `${options.filename}\n${source}`;
      if (!compiled.has(key)) compiled.set(key, swc.transform(source, options));
      return compiled.get(key);
    },
  };
  const change = (path, source) => planted.filter(({ file }) => file !== undefined && path === join(root, file)).reduce(patched, source);
  return esbuild.context({
    absWorkingDir: root,
    entryPoints: [join(root, 'apps/local/src/chaos/child-main.mjs')],
    outfile: join(root, 'worker.cjs'),
    write: false,
    bundle: true,
    // the press of letters is native code, and no letter is printed here
    external: ['@myriaddreamin/*'],
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    minifySyntax: true,
    minifyWhitespace: true,
    keepNames: true,
    tsconfig: join(root, 'tsconfig.base.json'),
    logLevel: 'error',
    plugins: [optional, swcPlugin(once, change)],
  });
}

let before = Promise.resolve();
/**
 * The worker in one file, packages and all: a process that is to be killed soon should not spend most of a second on looking
 * for its modules.
 */
export function bundleWorker(directory, plant) {
  const mine = before.then(async () => {
    mkdirSync(directory, { recursive: true });
    const outfile = join(directory, `worker-${plant ?? 'as-it-is'}.cjs`);
    if (existsSync(outfile)) return outfile;
    planted = plant === undefined ? [] : PLANTS[plant].patches;
    const { outputFiles } = await (builder ??= ours()).then((context) => context.rebuild());
    writeFileSync(outfile, outputFiles[0].contents);
    return outfile;
  });
  before = mine.catch(() => {});
  return mine;
}

/** Once no more bundles are wanted. */
export async function endBundling() {
  await builder?.then((context) => context.dispose());
  builder = undefined;
}

/** The statements that plant the part of a bug that lives in the database. */
export async function plantInDatabase(client, plant) {
  for (const patch of plant === undefined ? [] : PLANTS[plant].patches) {
    if (patch.sql === undefined) continue;
    const { rows } = await client.query(patch.sql);
    await client.query(patched(rows[0].found, { file: 'the database', ...patch }));
  }
}
