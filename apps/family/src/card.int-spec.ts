import 'reflect-metadata';
import { Site } from './site.fixture';

let site: Site;
beforeAll(async () => {
  site = await Site.start();
});
afterAll(() => site.close());

const slug = async (): Promise<string> => {
  const rows = await site.t.asOwner<{ slug: string }>(`SELECT slug FROM municipality WHERE id = '${site.municipality}'`);
  return rows[0]!.slug;
};
const get = (url: string) => site.app.inject({ method: 'GET', url });

describe('how a municipality’s texts look', () => {
  it('is told to anybody: sender, link, whom to call; no name of the municipality, nothing to type in, nothing written', async () => {
    await site.t.asOwner(`UPDATE municipality SET out_of_hours_phone = '+46701740699', email_from = 'svara@example.test' WHERE id = '${site.municipality}'`);
    const before = await site.everything();
    const page = await get(`/om/${await slug()}`);
    expect(page.statusCode).toBe(200);
    for (const said of ['Svara', 'svara.example/r/', '070-174 06 99', 'svara@example.test', 'Personnummer']) expect(page.body).toContain(said);
    expect(page.body).not.toMatch(/kommun|<input/i);
    expect(page.headers['set-cookie']).toBeUndefined();
    expect(await site.everything()).toBe(before);
  });
  it('is told in the language asked for', async () => {
    expect((await get(`/om/${await slug()}?s=en`)).body).toContain('Is the message from us?');
    expect((await get(`/om/${await slug()}?s=ar`)).body).toMatch(/<html[^>]* dir="rtl"/);
  });
  it.each(['finns-inte', '%27%3B--', '%00', 'a%00b', 'a'.repeat(200)])('an address that is nobody’s is just not there: %s', async (other) => {
    expect((await get(`/om/${other}`)).statusCode).toBe(404);
  });
});
