import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findOrInstall, onPath } from '../launcher/machine.mjs';
import { root } from '../launcher/places.mjs';
import { DAYS, dayOf, SAMPLED_SPECS } from './days.mjs';
import { started } from './run.mjs';
import { add, fromClosingLine, nothing, one } from './totals.mjs';

/**
 * The tests on another day than today: every process but Redis and the browser (their allocators clash with the library
 * that fakes the clock) believes that it is `day`. Asked for by name, all of unit, integration, family and journeys on every
 * day of `DAYS`; as a part of every run what costs under two minutes, on a day drawn by the printed seed.
 */
export async function checkAnyDay({ log, alone, seed, directory }) {
  const library = await fakeClock(log);
  if (library === null) {
    log('Skipped: faketime is missing, and there is no apt to install it with (Debian and Ubuntu: apt-get install faketime).');
    return { ...nothing(), skipped: 1 };
  }
  let totals = nothing();
  mkdirSync(directory, { recursive: true });
  // the browser keeps the real clock: a page that is letter for letter what it was on the day before is not looked at again
  const seenPages = join(directory, 'seen-pages');
  const runs = alone
    ? Object.entries(DAYS).map(([name, at]) => ({ name, at: new Date(at), kinds: ['unit', 'integration', 'family', 'e2e'], env: { RADSLAG_TEST_SEEN_PAGES: seenPages } }))
    : [{ name: `the day of seed ${seed}`, at: dayOf(seed), kinds: ['unit', 'integration'], env: { RADSLAG_TEST_SAMPLE: `${seed}:${SAMPLED_SPECS}` } }];
  for (const { name, at, kinds, env } of runs) {
    log(`\nAs if it were ${at.toISOString()} (${name}; npm test -- any-day --seed ${seed} draws the same)`);
    totals = add(totals, await runOn(library, at, kinds, env));
  }
  return totals;
}

/** Where the library of Debian's faketime lies: the command itself says so. */
async function fakeClock(log) {
  const command = onPath('faketime') ?? (await findOrInstall(['faketime'], ['faketime'], log));
  if (command === null) return null;
  return spawnSync(command, ['-m', '-f', '+0s', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' }).stdout.trim() || null;
}

function runOn(library, at, kinds, env) {
  const ahead = Math.round((at.getTime() - Date.now()) / 1000);
  const child = started(
    spawn(process.execPath, [join(root, 'apps', 'local', 'test.mjs'), ...kinds], {
      cwd: root,
      // Waiting is done by the monotonic clock, which goes on as it is; ages of files are compared with each other.
      env: { ...process.env, ...env, LD_PRELOAD: library, FAKETIME: `${ahead < 0 ? '' : '+'}${ahead}s`, FAKETIME_DONT_FAKE_MONOTONIC: '1', NO_FAKE_STAT: '1' },
      stdio: ['ignore', 'pipe', 2],
    }),
  );
  let printed = '';
  child.stdout.on('data', (data) => {
    process.stdout.write(data);
    printed = (printed + data).slice(-2000);
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(one(false)));
    child.once('close', (code) => {
      const totals = fromClosingLine(printed);
      resolve(totals === null || (code !== 0 && totals.failed === 0) ? add(totals ?? nothing(), one(false)) : totals);
    });
  });
}
