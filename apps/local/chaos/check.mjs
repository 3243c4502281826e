import { add, nothing, one } from '../checks/totals.mjs';
import { bundleWorker, endBundling, plantInDatabase } from './bundle.mjs';
import { prepareGround } from './ground.mjs';
import { catches, PLANTS, seedsFor } from './plants.mjs';
import { lineOf, storyOf, sumOf, tooLittle } from './report.mjs';

const SEEDS = Array.from({ length: 25 }, (_, i) => i + 1);
const LANES = 4;

/** What `npm test` runs of it: 25 seeds, fairness, and each planted bug until it is caught. */
export async function checkChaos({ keep, log }) {
  let totals = nothing();
  const onVerdict = (verdict) => {
    totals = add(totals, one(verdict.violations.length === 0));
    log(lineOf(verdict));
    if (verdict.violations.length > 0) log(storyOf(verdict));
  };
  const ground = await keep(async (signal) => {
    const prepared = await prepareGround({ lanes: LANES, log, signal, onVerdict });
    return { ...prepared, stop: prepared.close };
  });
  try {
    const bundle = await bundleWorker(ground.bundles);
    const little = tooLittle(sumOf(await ground.round({ seeds: SEEDS, bundle })));
    totals = add(totals, one(little.length === 0));
    log(`${little.length === 0 ? '✓' : '✗'} the seeds did enough to judge by${little.map((line) => `: ${line}`).join('')}`);
    const unfair = await ground.fairness(bundle);
    totals = add(totals, one(unfair.length === 0));
    log(`${unfair.length === 0 ? '✓' : '✗'} one municipality does not wait for another${unfair.map((line) => `: ${line}`).join('')}`);
    // A lane has one Redis, and a Redis is one plant's at a time.
    const plants = Object.keys(PLANTS);
    const findAll = async (lane) => {
      for (let plant = plants.shift(); plant !== undefined; plant = plants.shift()) {
        const caught = await isCaught(ground, plant, lane, log);
        totals = add(totals, one(caught));
      }
    };
    await Promise.all(Array.from({ length: LANES }, (_, lane) => findAll(lane)));
    return totals;
  } finally {
    await endBundling();
    await ground.close();
  }
}

async function isCaught(ground, plant, lane, log) {
  const verdicts = await ground.round({
    seeds: seedsFor(plant),
    bundle: await bundleWorker(ground.bundles, plant),
    plant: { name: plant, inDatabase: (superuser) => plantInDatabase(superuser, plant) },
    enough: (verdict) => catches(plant, verdict),
    onVerdict: () => {},
    lanes: [lane],
  });
  const by = verdicts.find((verdict) => catches(plant, verdict));
  const rule = by?.violations.find(({ rule }) => PLANTS[plant].caughtBy.includes(rule));
  log(by ? `✓ the planted bug ${plant} is caught by seed ${by.seed} after ${verdicts.length} (${rule.rule}: ${rule.what})` : `✗ the planted bug ${plant} is not caught by ${verdicts.length} seeds`);
  return by !== undefined;
}
