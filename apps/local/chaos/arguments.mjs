import { Refusal } from '../launcher/refusal.mjs';
import { PLANTS } from './plants.mjs';

export const USAGE = `npm run chaos [-- options]

  --seeds N      seeds 1 to N (100 unless said)
  --seed S       this one alone: the same steps as when it failed
  --plant NAME   with a bug planted in the worker: ${Object.keys(PLANTS).join(', ')}
  --lanes N      so many seeds side by side (4 unless said)
  --json         one JSON document on stdout instead of lines
`;

const whole = (name, text) => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Refusal(`${name} wants a whole number from 1, not "${text ?? ''}".\n\n${USAGE}`);
  return number;
};

export function parseChaosArguments(argv) {
  const options = { seeds: undefined, seed: undefined, plant: undefined, lanes: 4, json: false, help: false };
  const words = [...argv];
  while (words.length > 0) {
    const word = words.shift();
    if (word === '--json') options.json = true;
    else if (word === '--help' || word === '-h') options.help = true;
    else if (word === '--seeds' || word === '--seed' || word === '--lanes') options[word.slice(2)] = whole(word, words.shift());
    else if (word === '--plant') {
      options.plant = words.shift();
      if (!Object.hasOwn(PLANTS, options.plant ?? '')) throw new Refusal(`"${options.plant ?? ''}" is no planted bug.\n\n${USAGE}`);
    } else throw new Refusal(`"${word}" means nothing here.\n\n${USAGE}`);
  }
  const seeds = options.seed !== undefined ? [options.seed] : Array.from({ length: options.seeds ?? 100 }, (_, i) => i + 1);
  return { seeds, plant: options.plant, lanes: options.lanes, json: options.json, help: options.help };
}
