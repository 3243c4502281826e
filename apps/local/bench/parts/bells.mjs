import { alternate } from '../figures.mjs';
import { atMost } from '../table.mjs';

const MESSAGES = 100_000;
const ROUNDS = 3;

/** Redis has been emptied: everything within the horizon is claimed and rung for anew. */
export async function measureBells({ children, spare, env, say }) {
  const helper = children.helper('farAhead');
  const jobs = children.helper('jobs');
  const redisUrl = env.RADSLAG_REDIS_URL;
  await helper.ask('open', { name: 'to_ring', ...spare.to_ring });
  const anew = async () => {
    const ms = await helper.ask('ringAnew', { name: 'to_ring', redisUrl, rows: MESSAGES });
    say(`rung anew in ${Math.round(ms)} ms`);
    return ms;
  };
  const floor = async () => {
    const ms = await jobs.ask('addDelayed', { redisUrl, prefix: 'bench-bells', jobs: MESSAGES });
    say(`added in ${Math.round(ms)} ms`);
    return ms;
  };
  const seen = await alternate(ROUNDS, { anew, floor }, { seconds: 30 });
  await Promise.all([helper.stop(), jobs.stop()]);
  return [atMost(2, { what: '100k rung for after FLUSHALL', unit: 'ms', figures: seen.anew, floors: seen.floor, note: 'every row claimed anew, a bell for each fifty; floor: BullMQ addBulk of 100k delayed jobs, one for each message.' })];
}
