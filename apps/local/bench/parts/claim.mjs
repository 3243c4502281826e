import { alternate } from '../figures.mjs';
import { atMost } from '../table.mjs';

const FEW = 10_000;
const MANY = 1_000_000;
const ROUNDS = 8;
const CLAIMS = 7;

/** What is planned for later costs nothing now: a full batch claimed from a million rows against ten thousand. */
export async function measureClaim({ children, spare, say }) {
  const helper = children.helper('farAhead');
  for (const [name, rows] of [['few_ahead', FEW], ['many_ahead', MANY]]) {
    await helper.ask('open', { name, ...spare[name] });
    for (let planned = 0; planned < rows; ) planned += await helper.ask('plan', { name, from: planned, rows: rows - planned });
    await helper.ask('settle', { name });
    say(`${rows} messages are planned`);
  }
  const claim = (name) => async () => {
    const ms = await helper.ask('claim', { name, times: CLAIMS });
    say(`${name} ${ms.toFixed(1)} ms`);
    return ms;
  };
  const seen = await alternate(ROUNDS, { few: claim('few_ahead'), many: claim('many_ahead') }, { seconds: 25 });
  await helper.stop();
  return [atMost(1.3, { what: 'Claim, 1M planned ahead', unit: 'ms', figures: seen.many, floors: seen.few, note: `500 due messages of two municipalities claimed, ${CLAIMS} times a round; floor: the same with 10k planned ahead, in the same rounds.` })];
}
