import { builtMain } from '../../launcher/places.mjs';
import { Phone } from '../phone.mjs';
import { below } from '../table.mjs';

/** What fits in the first flight of a connection (ten packets), so that a page needs no second round trip. */
const LIMIT_KB = 14;
const LANGUAGES = ['sv', 'latt', 'en', 'ar'];

/** Every page of the family site as a phone gets it: headers and all, compressed, in every language. */
export async function measurePages({ children, ground, env, ports, say }) {
  const plant = await ground();
  const people = await plant.ask('conferences', { count: 2, state: 'polling' });
  const meeting = await plant.ask('conferences', { count: 2, state: 'confirmed' });
  const planned = meeting.at(-1);
  await plant.ask('plan', planned);
  const port = await ports();
  const site = await children.app({ name: 'family-pages', main: builtMain('family'), node: ['--enable-source-maps'], port, env: { ...env, RADSLAG_FAMILY_PORT: String(port) } });

  const seen = [];
  const look = async (name, phone, path) => {
    for (const language of LANGUAGES) {
      const { status, bytes, body, headers } = await phone.get(`${path}${path.includes('?') ? '&' : '?'}s=${language}`, { encoding: 'gzip' });
      if (!/content-encoding: gzip/i.test(headers)) throw new Error(`${name} comes uncompressed (${status})`);
      if (status >= 500 || status === 303) throw new Error(`${name} answered ${status}`);
      seen.push({ name, language, bytes, ...(await further(body)) });
    }
  };
  const stranger = new Phone(port);
  await look('link', stranger, `/r/${people[0].token}`);
  await look('dead link', stranger, `/r/${'0'.repeat(22)}`);
  await look('no session', stranger, '/2');

  const polled = new Phone(port);
  await polled.open(people[0].token);
  await look('coming', polled, '/2');
  await polled.post('/2', { k: 'yes' });
  await look('times', polled, '/3');
  await polled.post('/3', Object.fromEntries(people[0].timeIds.map((_, n) => [`t${n}`, 'yes'])));
  await look('how', polled, '/4');
  await polled.post('/4', { h: 'inPerson' });
  await look('needs', polled, '/5');
  await polled.post('/5', { b: 'interpreter' });
  for (const digit of [1, 2, 3, 4, 5]) await look(`need ${digit}`, polled, `/5${digit}`);
  await polled.post('/51', { d: 'arabiska', v: 'woman' });
  await look('worry', polled, '/6');
  await polled.post('/6', { o: 'no' });
  await look('check', polled, '/7');
  await polled.post('/7', { n: 'Jag kommer direkt från jobbet.' });
  await look('done', polled, '/8');
  await look('told', polled, '/12');

  const invited = new Phone(port);
  await invited.open(meeting[0].token);
  await look('meeting', invited, '/9');
  const reader = new Phone(port);
  await reader.open(planned.token);
  await look('code', reader, '/1');
  await reader.post('/1', { ar: '1980' });
  await look('plan', reader, '/10');
  const mistaken = new Phone(port);
  await mistaken.open(people[1].token);
  await mistaken.post('/11', {});
  await look('wrong person', mistaken, '/11');
  // the list of languages has no language of its own
  const { bytes } = await stranger.get('/?s=x', { encoding: 'gzip' });
  seen.push({ name: 'languages', language: 'sv', bytes, requests: 1, scripts: 0 });
  await site.stop();

  const heaviest = seen.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  const swedish = seen.filter((page) => page.language === 'sv').map((page) => `${page.name} ${(page.bytes / 1000).toFixed(1)}`);
  say(swedish.join(' · '));
  return [
    below(LIMIT_KB, { what: 'Family pages, the heaviest', unit: 'kB', figure: heaviest.bytes / 1000, note: `“${heaviest.name}” (${heaviest.language}), gzip with headers, of ${seen.length}; in Swedish: ${swedish.join(', ')}.` }),
    below(1, { what: 'Requests for a page', unit: '', figure: Math.max(...seen.map((page) => page.requests)), note: 'the page itself is one.' }),
    below(0, { what: 'Scripts on a page', unit: '', figure: Math.max(...seen.map((page) => page.scripts)), note: '' }),
  ];
}

/** What a browser would go on to fetch or run. */
async function further(body) {
  const { gunzipSync } = await import('node:zlib');
  const html = gunzipSync(body).toString();
  const fetched = [...html.matchAll(/<(?:script|img|iframe|source|audio|video)[^>]*\ssrc="([^"]*)"|<link[^>]*\shref="([^"]*)"|url\(([^)]*)\)/g)].map((found) => found[1] ?? found[2] ?? found[3]);
  return { requests: 1 + fetched.filter((address) => !/^["']?data:/.test(address)).length, scripts: (html.match(/<script|\son\w+="/g) ?? []).length };
}
