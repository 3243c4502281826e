/** `npm run bench`: every figure beside a floor measured in the same run, on throw-away data and ports of its own. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseBenchArguments, USAGE } from './bench/arguments.mjs';
import { profileDirectory, root } from './launcher/places.mjs';
import { continueOnOwnNode, installPackages, onFarewell } from './launcher/preamble.mjs';
import { Refusal } from './launcher/refusal.mjs';

const say = (line) => process.stderr.write(`${line}\n`);

/** A bench that was killed could not clean up after itself. */
async function sweepKilledRuns() {
  const { birthOf, Ledger } = await import('./launcher/processes.mjs');
  const all = join(root, '.local');
  for (const name of existsSync(all) ? readdirSync(all) : []) {
    if (!/^bench-\d+-[0-9a-f]+/.test(name) || birthOf(Number(name.split('-')[1])) !== null) continue;
    try {
      for (const ledger of ['bench-pids.json', 'pids.json']) await new Ledger(join(all, name, ledger)).takeOver(() => {});
      rmSync(join(all, name), { recursive: true, force: true });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

async function bench() {
  const argv = process.argv.slice(2);
  const options = parseBenchArguments(argv);
  if (options.help) return void process.stdout.write(USAGE);
  await installPackages();
  await continueOnOwnNode(fileURLToPath(import.meta.url), argv);
  await sweepKilledRuns();

  const { measure } = await import('./bench/measure.mjs');
  const { tableOf } = await import('./bench/table.mjs');
  const begun = performance.now();
  const breakOff = new AbortController();
  const directory = profileDirectory(`bench-${process.pid}-${randomBytes(3).toString('hex')}`);
  let interrupted = false;
  const measuring = measure({ parts: options.parts, directory, say, signal: breakOff.signal });
  onFarewell(async () => {
    interrupted = true;
    breakOff.abort();
    await measuring.catch(() => {});
    process.exit(130);
  });
  let rows;
  try {
    rows = await measuring;
  } catch (error) {
    if (interrupted) return new Promise(() => {});
    throw error;
  }
  if (interrupted) return new Promise(() => {});
  const seconds = Math.round((performance.now() - begun) / 1000);
  const short = rows.filter((one) => one.met === false).length;
  if (options.json) process.stdout.write(`${JSON.stringify({ seconds, met: rows.filter((one) => one.met).length, short, rows })}\n`);
  else process.stdout.write(`\n${tableOf(rows)}\n\n${short === 0 ? 'Every goal is met' : `${short} goal(s) not met`}, after ${seconds} s\n`);
  process.exit(0);
}

try {
  await bench();
} catch (error) {
  say(error instanceof Refusal ? `\n${error.message}` : error.stack);
  process.exit(1);
}
