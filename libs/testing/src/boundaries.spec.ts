import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The lint that keeps the house in order, seen to refuse. Bare eslint passes without a project graph: so one is made first. */
const root = resolve(__dirname, '../../..');
const node = join(root, 'node_modules/.bin/node');
const environment = { ...process.env, NX_DAEMON: 'false', CI: 'true', FORCE_COLOR: '0' };

function run(args: string[], stdin?: string): Promise<string> {
  return new Promise((done, fail) => {
    const child = execFile(node, args, { cwd: root, env: environment, maxBuffer: 10_000_000 }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') fail(error);
      else done(stdout + stderr);
    });
    if (stdin !== undefined) child.stdin!.end(stdin);
  });
}

const lint = (file: string, code: string) => run([join(root, 'node_modules/eslint/bin/eslint.js'), '--stdin', '--stdin-filename', file], code);

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'radslag-graph-'));
  await run([join(root, 'node_modules/nx/dist/bin/nx.js'), 'graph', `--file=${join(folder, 'graph.json')}`]);
  rmSync(folder, { recursive: true });
}, 120_000);

describe('the lint refuses, and says where the code belongs', () => {
  it.each([
    ['the domain reaching for the database', 'libs/domain/src/planted.ts', `import { Database } from '@radslag/db'; export const x = Database;`, /enforce-module-boundaries/],
    ['the domain using a package', 'libs/domain/src/planted.ts', `import { pino } from 'pino'; export const x = pino;`, /is not allowed to import "pino"/],
    ['the domain reading a file', 'libs/domain/src/planted.ts', `import { readFileSync } from 'node:fs'; export const x = readFileSync;`, /The domain does no I\/O/],
    ['the domain reading the clock', 'libs/domain/src/planted.ts', `export const x = () => new Date();`, /`now` is an argument/],
    ['the web reaching for the database', 'apps/web/src/app/planted.ts', `import { Database } from '@radslag/db'; export const x = Database;`, /runtime:browser/],
    ['outreach knowing conferences', 'libs/outreach/src/planted.ts', `import { SendInvitations } from '@radslag/conferences'; export const x = SendInvitations;`, /enforce-module-boundaries/],
    ['a lib reaching into an app', 'libs/plans/src/planted.ts', `import { AppModule } from '../../../apps/api/src/app.module'; export const x = AppModule;`, /relative or absolute path/],
    ['production code using test factories', 'libs/plans/src/planted.ts', `import { aMember } from '@radslag/testing'; export const x = aMember;`, /type:feature/],
    ['a setting read outside its file', 'libs/plans/src/planted.ts', `export const x = process.env['RADSLAG_MODE'];`, /Settings are parsed once/],
    ['a focused spec', 'libs/plans/src/planted.spec.ts', `it.only('is alone', () => expect(1).toBe(1));`, /hides the others/],
    ['a focused journey', 'apps/e2e/src/planted.e2e.ts', `test.describe.only('is alone', () => undefined);`, /hides the others/],
    ['a spec that asks what day it is', 'libs/plans/src/planted.int-spec.ts', `export const x = new Date();`, /a clock that they set/],
    ['a fixture that asks what day it is', 'apps/family/src/planted.fixture.ts', `export const x = Date.now();`, /a clock that they set/],
    ['a journey with a date of its own', 'apps/e2e/src/planted.ts', `export const x = '2026-12-10T17:30';`, /count them from the clock/],
    ['a demo family with a date of its own', 'apps/local/src/demo/planted.ts', 'export const x = (at: string) => `2027-03-01T${at}`;', /count them from the clock/],
    ['the named zod import', 'libs/contracts/src/planted.ts', `import { z } from 'zod'; export const x = z;`, /every locale/],
  ])('%s', async (_name, file, code, message) => expect(await lint(file, code)).toMatch(message), 60_000);

  it('and lets pass what is in its place', async () => {
    expect(await lint('libs/outreach/src/planted.ts', `import { Database } from '@radslag/db'; export const x = Database;\n`)).toBe('');
  }, 60_000);
});
