import 'reflect-metadata';
import { FillInTogether } from '@radslag/conferences';
import { revealingWords } from '@radslag/domain';
import { WRITTEN } from '@radslag/family-texts';
import { anInvitation, LINK_KEY } from './an-invitation.fixture';
import { SCRIPT } from './script/script';
import { Site } from './site.fixture';

let site: Site;
beforeAll(async () => {
  site = await Site.start();
  const key = LINK_KEY.toString('base64');
  Object.assign(process.env, { RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: site.t.appUrl, RADSLAG_REDIS_URL: 'redis://127.0.0.1:1', RADSLAG_MASTER_KEY: key, RADSLAG_LINK_KEY: key, RADSLAG_CALLBACK_KEY: key });
});
afterAll(() => site.close());

/** All that comes back: what is read, what stands in titles and attributes, and what the headers say. */
const told = ({ body, headers }: { body: string; headers: Record<string, unknown> }) =>
  `${body.replace(/<style>[\s\S]*?<\/style>/, ' ').replace(SCRIPT, ' ').replace(/data:image[^"]*/g, ' ').replace(/<[^>]+>/g, (tag) => ` ${[...tag.matchAll(/(?:title|alt|aria-label|content|href|action|value|data-[a-z]+)="([^"]*)"/g)].map((match) => match[1]).join(' ')} `)} ${Object.values(headers).join(' ')}`;

it.each(WRITTEN.map(({ code }) => code))('whatever anybody is shown before the second step reveals nothing, in %s', async (code) => {
  const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear', released: true, state: 'confirmed' });
  const slug = (await site.t.asOwner<{ slug: string }>(`SELECT slug FROM municipality WHERE id = '${site.municipality}'`))[0]!.slug;
  const entrance = new URL((await new FillInTogether(site.t.db).execute(invitation.coordinator, invitation.invitationId)).url).pathname;
  const s = `?s=${code}`;
  const stranger = site.phone();
  const seen: [string, Awaited<ReturnType<typeof stranger.get>>][] = [];
  const look = async (name: string, answer: Promise<Awaited<ReturnType<typeof stranger.get>>>) => void seen.push([name, await answer]);
  for (const path of [`/r/${invitation.token}`, '/r/unknown0000000000000', '/kod', `/om/${slug}`, '/om/nobody', '/2', '/10', '/nowhere', entrance]) await look(path.slice(0, 12), stranger.get(path + s));
  await look('list of languages', stranger.get(`/r/${invitation.token}?s=x`));
  await look('a new link', stranger.post(`/r/unknown0000000000000${s}`, { g: 'ny' }));
  await look('a wrong code', stranger.post(`/kod${s}`, { brevkod: 'AAAAAAAAAA' }));
  const entered = await stranger.post(`/r/${invitation.token}${s}`);
  expect(entered.location).toBe('/1');
  await look('the step', stranger.get(`/1${s}`));
  await look('the step, failed', stranger.post('/1', { ar: '1901' }));
  await look('the step, empty', stranger.post('/1', { ar: '' }));
  await look('the plan', stranger.get('/10'));
  await look('wrong person', stranger.post('/11'));
  await look('wrong person, done', stranger.get('/11'));
  expect(seen.length).toBeGreaterThan(15);
  for (const [name, answer] of seen) expect([name, revealingWords(told(answer), { names: ['Alnäs kommun'], places: ['Alnäs fritidsgård'] })]).toEqual([name, []]);
});
