/** `npm test`: every runner in turn, on data and ports of this run's own, and one line of totals at the end. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { add, chosenKinds, closingLine, KINDS, nothing, one, provesSomething } from './checks/totals.mjs';
import { profileDirectory, root } from './launcher/places.mjs';
import { continueOnOwnNode, installPackages, onFarewell } from './launcher/preamble.mjs';
import { Refusal } from './launcher/refusal.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const LOCK = 'RADSLAG_LOCK_CHANGES';

/** A run that was killed could not clean up after itself. */
async function sweepKilledRuns() {
  const { birthOf, Ledger } = await import('./launcher/processes.mjs');
  const all = join(root, '.local');
  for (const name of existsSync(all) ? readdirSync(all) : []) {
    if (!/^test-\d+-[0-9a-f]+/.test(name)) continue;
    const directory = join(all, name);
    if (birthOf(Number(name.split('-')[1])) !== null) continue;
    try {
      await new Ledger(join(directory, 'pids.json')).takeOver(() => {});
      rmSync(directory, { recursive: true, force: true });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

async function runChecks({ kinds, seed }) {
  const { checks } = await import('./checks/kinds.mjs');
  const { endRunning } = await import('./checks/run.mjs');
  const profile = `test-${process.pid}-${randomBytes(3).toString('hex')}`;
  const stacks = [];
  const directory = profileDirectory(`${profile}-reports`);
  const breakOff = new AbortController();
  onFarewell(async () => {
    breakOff.abort();
    endRunning();
    await Promise.allSettled(stacks.map(async (starting) => (await starting).stop()));
    rmSync(directory, { recursive: true, force: true });
    process.exit(130);
  });
  /** Remembers a stack from the moment it begins to start, so that an interrupted run leaves none behind. */
  const keep = (start) => {
    const starting = start(breakOff.signal);
    stacks.push(starting);
    return starting;
  };
  const circumstances = {
    profile, directory, keep, log: say,
    lockChanges: JSON.parse(process.env[LOCK] ?? '[]'),
    seed: seed ?? randomBytes(3).readUIntBE(0, 3),
    alone: kinds.length === 1 && seed === null,
  };
  let totals = nothing();
  for (const kind of kinds) {
    say(`\n── ${kind} ${'─'.repeat(60 - kind.length)}`);
    const begun = performance.now();
    let counted;
    try {
      counted = await checks[kind](circumstances);
    } catch (error) {
      if (!breakOff.signal.aborted) say(error instanceof Refusal ? error.message : error.stack);
      counted = one(false);
    }
    // an interrupted run proves nothing either way; the farewell above ends this process
    if (breakOff.signal.aborted) await new Promise(() => {});
    if (!provesSomething(counted)) {
      say(`${kind} ran no test at all, which counts as a failure.`);
      counted = one(false);
    }
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    say(`${counted.failed === 0 ? '✓' : '✗'} ${kind} · passed ${counted.passed} · failed ${counted.failed} · skipped ${counted.skipped} · ${seconds} s`);
    totals = add(totals, counted);
  }
  rmSync(directory, { recursive: true, force: true });
  return totals;
}

async function test() {
  const argv = process.argv.slice(2);
  const chosen = chosenKinds(argv);
  if (!chosen) throw new Refusal(`Say which checks to run, or none for all: ${KINDS.join(', ')}. What is drawn is drawn again with --seed and its number.`);
  const { lockChanges } = await installPackages();
  await continueOnOwnNode(fileURLToPath(import.meta.url), argv, { [LOCK]: JSON.stringify(lockChanges) });
  await sweepKilledRuns();
  const totals = await runChecks(chosen);
  say(`\n${closingLine(totals)}`);
  process.exit(totals.failed > 0 ? 1 : 0);
}

try {
  await test();
} catch (error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : error.stack}\n`);
  process.exit(1);
}
