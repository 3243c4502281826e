import { existsSync, mkdirSync } from 'node:fs';
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

/**
 * The worker in one file, packages and all: a process that is to be killed soon should not spend most of a second on looking
 * for its modules.
 */
export async function bundleWorker(directory, plant) {
  mkdirSync(directory, { recursive: true });
  const outfile = join(directory, `worker-${plant ?? 'as-it-is'}.cjs`);
  if (existsSync(outfile)) return outfile;
  const patches = plant === undefined ? [] : PLANTS[plant].patches;
  const change = (path, source) => patches.filter(({ file }) => file !== undefined && path === join(root, file)).reduce(patched, source);
  const [esbuild, { default: swc }] = await Promise.all([import('esbuild'), import('@swc/core')]);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [join(root, 'apps/local/src/chaos/child-main.mjs')],
    outfile,
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
    plugins: [optional, swcPlugin(swc, change)],
  });
  return outfile;
}

/** The statements that plant the part of a bug that lives in the database. */
export async function plantInDatabase(client, plant) {
  for (const patch of plant === undefined ? [] : PLANTS[plant].patches) {
    if (patch.sql === undefined) continue;
    const { rows } = await client.query(patch.sql);
    await client.query(patched(rows[0].found, { file: 'the database', ...patch }));
  }
}
