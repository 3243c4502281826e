import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { builtMain } from '../../launcher/places.mjs';
import { alternate, median } from '../figures.mjs';
import { Phone } from '../phone.mjs';
import { atLeast, known } from '../table.mjs';

const CONNECTIONS = 16;
/** What an app has by default; the floors get as many. */
const POOL = 10;
const ROUNDS = 5;
const SECONDS = 2;
const ANSWERS = 1200;
const recorder = pathToFileURL(fileURLToPath(new URL('../record-sql.mjs', import.meta.url))).href;
const TIMES = '/3';
const SEND = '/7';

/** The page of a session and the answer that is sent, each against the very SQL that it says, as one request was heard saying it. */
export async function measureFamily(shop) {
  const { children, ground, env, say } = shop;
  const plant = await ground();
  const people = await plant.ask('conferences', { count: 8, state: 'polling' });
  const client = children.helper('load', { pin: true });
  const replayer = children.helper('replay');

  const spoken = await listen(shop, plant, people.at(-1));
  const site = await startSite(shop, 'family');
  const phones = await Promise.all(people.slice(0, CONNECTIONS * 8).map((person) => filledIn(new Phone(site.port), person)));
  const sessions = new Map((await plant.ask('sessions')).map((session) => [session.invitationId, session]));
  /** Every connection has people of its own: nobody answers twice at once. */
  const each = (request) => Array.from({ length: CONNECTIONS }, (_, lane) => phones.filter((_, n) => n % CONNECTIONS === lane).map(request));
  const standsFor = (person) => pairs(spoken.person, spoken.session, person, sessions.get(person.invitationId));
  const told = (name, { perSecond, p50, p99 }) => say(`${name} ${Math.round(perSecond)}/s${p50 === undefined ? '' : ` (p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms)`}`);
  const run = async (name, task) => {
    const seen = await client.ask('run', { port: site.port, ...task });
    told(name, seen);
    return seen;
  };
  const replayed = async (statements, runs) => {
    const stand = Array.from({ length: runs }, (_, n) => standsFor(people[n % phones.length]));
    const seen = await replayer.ask('run', { databaseUrl: env.RADSLAG_DATABASE_URL, connections: POOL, statements, since: spoken.since, people: stand });
    told('bare driver', seen);
    return seen;
  };

  // what comes over the wire is compressed, so the floor answers as many bytes as the phone gets
  const asPhonesAsk = { keepAlive: true, encoding: 'gzip' };
  const { body } = await phones[0].get(TIMES, { encoding: 'gzip' });
  const floor = await startFloor(shop, { databaseUrl: env.RADSLAG_DATABASE_URL, pool: POOL, statements: spoken.get, bytes: body.length });
  const floorRequest = [`GET /page HTTP/1.1\r\nhost: 127.0.0.1:${floor.port}\r\n\r\n`];
  const get = await alternate(ROUNDS, {
    page: () => run('page', { connections: each((phone) => phone.request('GET', TIMES, asPhonesAsk)), expect: 'HTTP/1.1 200', seconds: SECONDS }),
    floor: () => run('floor', { port: floor.port, connections: Array(CONNECTIONS).fill(floorRequest), expect: 'HTTP/1.1 200', seconds: SECONDS }),
    plain: () => run('page, not compressed', { connections: each((phone) => phone.request('GET', TIMES, { keepAlive: true })), expect: 'HTTP/1.1 200', seconds: SECONDS }),
    driver: () => replayed(spoken.get, 1500),
  });
  await floor.stop();

  const post = await alternate(ROUNDS, {
    answer: () => run('answer', { connections: each((phone) => phone.request('POST', SEND, { keepAlive: true, fields: { n: 'Jag kommer direkt från jobbet.' } })), expect: 'HTTP/1.1 303', amount: ANSWERS }),
    driver: () => replayed(spoken.post, ANSWERS),
  });
  await Promise.all([site.stop(), client.stop(), replayer.stop()]);

  const perSecond = (list) => list.map((one) => one.perSecond);
  const wait = (list) => `p50 ${median(list.map((one) => one.p50)).toFixed(1)} ms, p99 ${median(list.map((one) => one.p99)).toFixed(1)} ms with ${CONNECTIONS} connections`;
  return [
    atLeast(0.6, { what: 'Family page, GET', unit: 'requests/s', figures: perSecond(get.page), floors: perSecond(get.floor), note: `the page of times, compressed as phones ask; ${wait(get.page)}; floor: bare Nest on Fastify, the same SQL, ${body.length} bytes.` }),
    known({ what: 'Family page, not compressed', unit: 'requests/s', figures: perSecond(get.plain), note: `${(median(perSecond(get.plain)) / median(perSecond(get.floor))).toFixed(2)}× the floor.` }),
    known({ what: 'SQL of the page, bare driver', unit: 'requests/s', figures: perSecond(get.driver), note: `${spoken.get.length} statement(s) over ${POOL} connections.` }),
    atLeast(0.3, { what: 'Family answer, POST', unit: 'answers/s', figures: perSecond(post.answer), floors: perSecond(post.driver), note: `“Skicka mitt svar”; ${wait(post.answer)}; floor: the same ${spoken.post.length} statements over a bare driver with ${POOL} connections.` }),
  ];
}

export async function startSite({ children, env, ports, profile }, name, more = {}) {
  const port = await ports();
  const url = { RADSLAG_FAMILY_PORT: String(port) };
  const { node = [], ...rest } = more;
  const app = await children.app({ name, main: builtMain('family'), node: ['--enable-source-maps', ...profile(name), ...node], port, env: { ...env, ...url, ...rest } });
  return { ...app, port };
}

async function startFloor({ children, directory, ports }, page) {
  const port = await ports();
  const task = join(directory, 'floor.json');
  writeFileSync(task, JSON.stringify({ port, page }));
  const app = await children.app({ name: 'floor', main: builtMain('bench-floor'), node: ['--enable-source-maps'], args: [task], port });
  return { ...app, port };
}

/** Everything answered but not sent. */
async function filledIn(phone, person) {
  await phone.open(person.token);
  await phone.post('/2', { k: 'yes' });
  await phone.post('/3', Object.fromEntries(person.timeIds.map((_, n) => [`t${n}`, n % 2 === 0 ? 'yes' : 'ifNeedBe'])));
  await phone.post('/4', { h: 'inPerson' });
  await phone.post('/5', { b: 'interpreter' });
  await phone.post('/51', { d: 'arabiska', v: 'woman' });
  await phone.post('/6', { o: 'no' });
  return phone;
}

/** One page and one answer of an instance that is heard, so that the floors can say the same. */
async function listen(shop, plant, person) {
  const file = join(shop.directory, 'spoken.jsonl');
  const site = await startSite(shop, 'family-heard', { node: ['--import', recorder], RADSLAG_BENCH_SQL: file });
  const phone = await filledIn(new Phone(site.port), person);
  const heard = async (request) => {
    const from = existsSync(file) ? readFileSync(file, 'utf8').length : 0;
    await request();
    return readFileSync(file, 'utf8').slice(from).trimEnd().split('\n').map((line) => JSON.parse(line));
  };
  // once unheard: what is asked only the first time (keys, contact numbers) is not what a request costs
  await phone.get(TIMES);
  await phone.post(SEND, { n: 'Jag kommer direkt från jobbet.' });
  const get = await heard(() => phone.get(TIMES));
  const since = await plant.ask('now');
  const post = await heard(() => phone.post(SEND, { n: 'Jag kommer direkt från jobbet.' }));
  const session = (await plant.ask('sessions')).find((one) => one.invitationId === person.invitationId);
  await site.stop();
  return { get, post, since, person, session };
}

function pairs(person, session, other, otherSession) {
  const ids = ['municipalityId', 'conferenceId', 'referralId', 'memberId', 'invitationId'].map((name) => [person[name], other[name]]);
  const times = person.timeIds.map((id, n) => [id, other.timeIds[n]]);
  return [...ids, ...times, [session.sessionId, otherSession.sessionId], [session.tokenHash, otherSession.tokenHash]];
}
