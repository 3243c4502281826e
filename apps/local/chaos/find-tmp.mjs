import { bundleWorker, plantInDatabase } from './bundle.mjs';
import { prepareGround } from './ground.mjs';
import { catches, PLANTS, CAUGHT_WITHIN } from './plants.mjs';
const only = process.argv.slice(2);
const plants = only.length ? only : Object.keys(PLANTS);
const ground = await prepareGround({ lanes: 3, log: () => {}, signal: new AbortController().signal, onVerdict: () => {} });
try {
  let lane = 0;
  await Promise.all(plants.map(async (plant) => {
    const bundle = await bundleWorker(ground.bundles, plant);
    const seeds = Array.from({ length: 30 }, (_, i) => i + 1).filter((s) => s % 5 !== 0);
    const verdicts = await ground.round({ seeds, bundle, plant: { name: plant, inDatabase: (c) => plantInDatabase(c, plant) }, enough: (v) => catches(plant, v), onVerdict: (v) => console.log(plant, v.seed, v.seconds.toFixed(1), [...new Set(v.violations.map((x) => x.rule))].join(',')), lanes: [lane++ % 3] });
    const by = verdicts.filter((v) => catches(plant, v));
    console.log(plant, 'caught by', by.map((v) => v.seed + ' ' + v.seconds.toFixed(1) + 's ' + v.violations.find((x) => PLANTS[plant].caughtBy.includes(x.rule)).what), 'of', verdicts.length);
  }));
} finally { await ground.close(); }
process.exit(0);
