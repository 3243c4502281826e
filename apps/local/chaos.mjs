/** `npm run chaos`: seeded misfortune on real Postgres, real Redis and real workers, judged by what reached the phones. */
import { fileURLToPath } from 'node:url';
import { continueOnOwnNode, installPackages, onFarewell } from './launcher/preamble.mjs';
import { Refusal } from './launcher/refusal.mjs';
import { parseChaosArguments, USAGE } from './chaos/arguments.mjs';

const say = (line) => process.stderr.write(`${line}\n`);

async function chaos() {
  const argv = process.argv.slice(2);
  const options = parseChaosArguments(argv);
  if (options.help) return void process.stdout.write(USAGE);
  await installPackages();
  await continueOnOwnNode(fileURLToPath(import.meta.url), argv);

  const { prepareGround } = await import('./chaos/ground.mjs');
  const { bundleWorker, endBundling, plantInDatabase } = await import('./chaos/bundle.mjs');
  const { lineOf, storyOf, sumOf, tooLittle } = await import('./chaos/report.mjs');
  const { plant } = options;
  const begun = performance.now();
  const breakOff = new AbortController();
  const onVerdict = (verdict) => {
    say(lineOf(verdict));
    if (verdict.violations.length > 0) say(storyOf(verdict, plant));
  };
  const ground = await prepareGround({ lanes: Math.min(options.lanes, options.seeds.length), log: say, signal: breakOff.signal, onVerdict });
  onFarewell(async () => {
    breakOff.abort();
    await ground.close().catch(() => {});
    process.exit(130);
  });
  let verdicts;
  try {
    const bundle = await bundleWorker(ground.bundles, plant);
    await endBundling();
    verdicts = await ground.round({ seeds: options.seeds, bundle, ...(plant === undefined ? {} : { plant: { name: plant, inDatabase: (superuser) => plantInDatabase(superuser, plant) } }) });
  } finally {
    await ground.close();
  }
  const sum = { ...sumOf(verdicts), seconds: Math.round((performance.now() - begun) / 1000) };
  if (options.json) process.stdout.write(`${JSON.stringify({ ...sum, verdicts })}\n`);
  else process.stdout.write(`\n${sum.seeds} seeds, ${sum.violations} violations in ${sum.failed} of them; ${sum.messages} messages, ${sum.accepted} taken by the operator; ${sum.seconds} s\n${sum.weeks} weeks of invited, booked, moved and cancelled; ${sum.told} phones that were told a time which did not stay; Redis hung ${sum.hangs} times; the operator's side was late ${sum.late} times\nDeaths: ${Object.entries(sum.deaths).map(([point, times]) => `${point} ${times}`).join(', ')}\n`);
  const little = plant === undefined ? tooLittle(sum) : [];
  for (const line of little) say(`✗ too little happened to judge by: ${line}`);
  process.exit(sum.violations > 0 || little.length > 0 ? 1 : 0);
}

try {
  await chaos();
} catch (error) {
  say(error instanceof Refusal ? `\n${error.message}` : error.stack);
  process.exit(1);
}
