import { Refusal } from '../launcher/refusal.mjs';

export const PARTS = ['family', 'pages', 'paint', 'pipeline', 'claim', 'move', 'bells', 'fair', 'web', 'start'];

export const USAGE = `npm run bench [-- options] [names]

  --json   one JSON document on stdout instead of the table
  names    only these: ${PARTS.join(', ')}
`;

/** Everything, or only what was named, in the order of the table. */
export function parseBenchArguments(argv) {
  const options = { json: false, help: false };
  const named = [];
  for (const word of argv) {
    if (word === '--json') options.json = true;
    else if (word === '--help' || word === '-h') options.help = true;
    else if (PARTS.includes(word)) named.push(word);
    else throw new Refusal(`"${word}" is not measured here.\n\n${USAGE}`);
  }
  return { ...options, parts: named.length === 0 ? PARTS : PARTS.filter((part) => named.includes(part)) };
}
