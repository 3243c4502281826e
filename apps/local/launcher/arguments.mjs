import { Refusal } from './refusal.mjs';

const PORTS = { '--port-staff': 'staff', '--port-family': 'family', '--port-operator': 'operator' };

export const USAGE = `npm start [-- options]

  --reset                begin anew: the profile's data is thrown away
  --json                 one line of JSON on stdout when everything is ready
  --profile <name>       keep data under .local/<name> (default: start)
  --port-staff <port>    staff web and API (default 3000)
  --port-family <port>   family pages (default 3001)
  --port-operator <port> simulated SMS operator with its phones (default 3002)
`;

function portFrom(flag, text) {
  const port = Number(text);
  if (!/^\d+$/.test(text ?? '') || port < 1 || port > 65535) {
    throw new Refusal(`${flag} needs a port between 1 and 65535, not "${text ?? ''}".`);
  }
  return port;
}

function profileFrom(text) {
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(text ?? '')) {
    throw new Refusal(`--profile needs a name of small letters, digits and hyphens, not "${text ?? ''}".`);
  }
  return text;
}

export function parseStartArguments(argv) {
  const options = {
    reset: false,
    json: false,
    help: false,
    profile: 'start',
    ports: { staff: 3000, family: 3001, operator: 3002 },
  };
  const words = argv.flatMap((word) => (/^--[a-z-]+=/.test(word) ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word]));
  while (words.length > 0) {
    const word = words.shift();
    if (word === '--reset') options.reset = true;
    else if (word === '--json') options.json = true;
    else if (word === '--help' || word === '-h') options.help = true;
    else if (word === '--profile') options.profile = profileFrom(words.shift());
    else if (Object.hasOwn(PORTS, word)) options.ports[PORTS[word]] = portFrom(word, words.shift());
    else throw new Refusal(`"${word}" is not an option here.\n\n${USAGE}`);
  }
  const chosen = Object.values(options.ports);
  if (new Set(chosen).size < chosen.length) throw new Refusal('Staff, family and operator need three different ports.');
  return options;
}
