import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { builtMain, profileDirectory } from '../../launcher/places.mjs';
import { alternate } from '../figures.mjs';
import { atMost, known } from '../table.mjs';

const STARTS = 10;

/** From `node main.mjs` to the first "ready"; then a whole second `npm start`, data kept, everything built. */
export async function measureStartUp(shop) {
  const { children, directory, env, ports, say } = shop;
  const [apiPort, floorPort] = [await ports(), await ports()];
  const task = join(directory, 'bare.json');
  writeFileSync(task, JSON.stringify({ port: floorPort }));
  const once = async (name, options) => {
    const app = await children.app({ name, node: ['--enable-source-maps'], ...options });
    await app.stop();
    say(`${name} ready after ${Math.round(app.readyMs)} ms`);
    return app.readyMs;
  };
  const seen = await alternate(STARTS, {
    api: () => once('api', { main: builtMain('api'), port: apiPort, env: { ...env, RADSLAG_API_PORT: String(apiPort) } }),
    bare: () => once('bare', { main: builtMain('bench-floor'), args: [task], port: floorPort }),
  });
  const seconds = await secondStart(shop);
  return [
    atMost(4, { what: 'API ready', unit: 'ms', figures: seen.api, floors: seen.bare, note: `${STARTS} starts each, database and Redis up; floor: bare Nest on Fastify.` }),
    known({ what: 'npm start, the second time', unit: 's', figures: [seconds], note: 'Postgres, Redis, migrations, demo data looked after, four apps ready; everything built.' }),
  ];
}

async function secondStart({ directory, keep, say }) {
  const profile = `${basename(directory)}-whole`;
  try {
    const first = await keep({ profile });
    await first.stop();
    const begun = performance.now();
    const second = await keep({ profile });
    const seconds = (performance.now() - begun) / 1000;
    say(`the whole again after ${seconds.toFixed(1)} s`);
    await second.stop();
    return seconds;
  } finally {
    rmSync(profileDirectory(profile), { recursive: true, force: true });
  }
}
