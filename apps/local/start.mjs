/** `npm start`: everything a newcomer needs, on a machine with only Node ≥ 20, npm and git. */
import { fileURLToPath } from 'node:url';
import { parseStartArguments, USAGE } from './launcher/arguments.mjs';
import { continueOnOwnNode, installPackages, onFarewell } from './launcher/preamble.mjs';
import { Refusal } from './launcher/refusal.mjs';

const say = (line) => process.stderr.write(`${line}\n`);

function describe(stack, options) {
  const lines = ['', 'Rådslag is running.', ''];
  lines.push(`  Staff    ${stack.urls.staff}`, `  Family   ${stack.urls.family}`, `  Phones   ${stack.urls.operator}`);
  if (stack.signIns.length > 0) {
    lines.push('', 'Demo sign-ins:', '');
    const shown = stack.signIns.map((signIn) => (typeof signIn === 'object' ? Object.values(signIn).filter((value) => typeof value === 'string') : [String(signIn)]));
    const widths = shown.reduce((widest, row) => row.map((cell, i) => Math.max(cell.length, widest[i] ?? 0)), []);
    for (const row of shown) lines.push(`  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ').trimEnd()}`);
  }
  lines.push('', `Ctrl-C stops everything. The data stays in .local/${options.profile}; --reset begins anew.`, '');
  return lines.join('\n');
}

async function start() {
  const argv = process.argv.slice(2);
  const options = parseStartArguments(argv);
  if (options.help) return void process.stdout.write(USAGE);
  await installPackages();
  await continueOnOwnNode(fileURLToPath(import.meta.url), argv);

  const begun = performance.now();
  const { startStack, told } = await import('./launcher/stack.mjs');
  let stack;
  const breakOff = new AbortController();
  const { profile, ports, reset } = options;
  const starting = startStack({ profile, ports, reset, log: say, signal: breakOff.signal });
  let stopping = false;
  onFarewell(async () => {
    stopping = true;
    say('\nStopping …');
    breakOff.abort();
    await starting.then((up) => up.stop()).catch(() => {});
    process.exit(0);
  });
  try {
    stack = await starting;
  } catch (error) {
    if (stopping) return new Promise(() => {});
    throw error;
  }
  if (stopping) return new Promise(() => {});
  if (options.json) {
    process.stdout.write(`${told(stack)}\n`);
  } else {
    process.stdout.write(describe(stack, options));
  }
  say(`Ready after ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  const sentence = await stack.broken;
  if (stopping) return new Promise(() => {});
  stopping = true;
  say(`\n${sentence}\nStopping the rest …`);
  await stack.stop();
  process.exit(1);
}

try {
  await start();
} catch (error) {
  say(error instanceof Refusal ? `\n${error.message}` : error.stack);
  process.exit(1);
}
