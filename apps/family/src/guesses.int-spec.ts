import 'reflect-metadata';
import { letterCode, letterCodeHash } from '@radslag/access';
import { FillInTogether } from '@radslag/conferences';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer, type Server, type Socket } from 'node:net';
import { Writable } from 'node:stream';
import { createLogger } from '@radslag/platform';
import { anInvitation, LINK_KEY } from './an-invitation.fixture';
import { Phone } from './phone.fixture';
import { NOW, Site } from './site.fixture';

jest.setTimeout(60_000);

let site: Site;
let app: NestFastifyApplication;
const LIMITS = { perAddress: 5, inAll: 8, seconds: 60 };
beforeAll(async () => {
  site = await Site.start();
  const key = LINK_KEY.toString('base64');
  Object.assign(process.env, { RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: site.t.appUrl, RADSLAG_REDIS_URL: 'redis://127.0.0.1:1', RADSLAG_MASTER_KEY: key, RADSLAG_LINK_KEY: key, RADSLAG_CALLBACK_KEY: key });
});
beforeEach(async () => {
  await site.t.moveClockTo(NOW);
  app = await Site.app(site.t, LIMITS);
});
afterEach(() => app.close());
afterAll(() => site?.close());

const stranger = () => new Phone(app);
/** More than any limit allows, from the address that everybody in this spec has. */
const floodWith = async (to: () => Promise<{ status: number }>) => {
  for (let i = 0; i < LIMITS.inAll + 2; i++) await to();
};
const wrongLinks = () => floodWith(() => stranger().get(`/r/${'D'.repeat(22)}`));
const aLetter = async (facts: Parameters<typeof anInvitation>[2] = {}) => {
  const invitation = await anInvitation(site.t.db, site.municipality, facts);
  const code = letterCode(LINK_KEY, invitation.invitationId, 0);
  await site.rows('UPDATE invitation SET letter_code_hash = $2 WHERE id = $1', [invitation.invitationId, letterCodeHash(LINK_KEY, code)]);
  return { ...invitation, code };
};

describe('however many wrong links and codes come, from the same address or from all, whoever holds a living one comes in by', () => {
  it('the link: looked at, entered, and said to be the wrong person’s', async () => {
    const [invitation, wrong] = [await anInvitation(site.t.db, site.municipality), await anInvitation(site.t.db, site.municipality)];
    await wrongLinks();
    const phone = stranger();
    expect((await phone.get(`/r/${invitation.token}`)).status).toBe(200);
    expect((await phone.open(invitation.token)).status).toBe(200);
    expect((await stranger().post(`/r/${wrong.token}`, { g: 'fel' })).location).toBe('/11');
  });

  it('the code in a letter', async () => {
    const { code, token } = await aLetter();
    await floodWith(() => stranger().post('/kod', { brevkod: 'ABCDEFGHJK' }));
    expect((await stranger().post('/kod', { brevkod: code })).location).toBe(`/r/${token}`);
  });

  it('the address that a member of staff was given', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const { url } = await new FillInTogether(site.t.db).execute(invitation.coordinator, invitation.invitationId);
    await floodWith(() => stranger().post(`/s/${'x'.repeat(54)}`));
    expect((await stranger().post(new URL(url).pathname)).location).toBe('/2');
  });

  it('the card of a municipality', async () => {
    const slug = (await site.t.asOwner<{ slug: string }>(`SELECT slug FROM municipality WHERE id = '${site.municipality}'`))[0]!.slug;
    await floodWith(() => stranger().get('/om/nobody'));
    expect((await stranger().get(`/om/${slug}`)).status).toBe(200);
  });

  it('the page of a link that has run out, which sends another', async () => {
    const expired = await anInvitation(site.t.db, site.municipality, { expiresAt: new Date(NOW.getTime() - 3_600_000) });
    await wrongLinks();
    const page = await stranger().get(`/r/${expired.token}`);
    expect(page.body).toContain('name="g" value="ny"');
    expect((await stranger().post(`/r/${expired.token}`, { g: 'ny' })).status).toBe(200);
    expect(await site.rows(`SELECT state FROM message WHERE kind = 'newLink' AND invitation_id = $1`, [expired.invitationId])).toEqual([{ state: 'planned' }]);
  });

  it('asking again, which others have asked without end for links that are none', async () => {
    const expired = await anInvitation(site.t.db, site.municipality, { expiresAt: new Date(NOW.getTime() - 3_600_000) });
    await Promise.all(Array.from({ length: LIMITS.inAll + 2 }, () => stranger().post(`/r/${'E'.repeat(22)}`, { g: 'ny' })));
    await stranger().post(`/r/${expired.token}`, { g: 'ny' });
    expect(await site.rows(`SELECT state FROM message WHERE kind = 'newLink' AND invitation_id = $1`, [expired.invitationId])).toEqual([{ state: 'planned' }]);
  });
});

describe('a secret that opens nothing', () => {
  it.each<[string, () => Promise<{ status: number; headers: Record<string, unknown> }>]>([
    ['a link', () => stranger().get(`/r/${'D'.repeat(22)}`)],
    ['a link that is entered', () => stranger().post(`/r/${'D'.repeat(22)}`)],
    ['a code', () => stranger().post('/kod', { brevkod: 'ABCDEFGHJK' })],
    ['an entrance', () => stranger().post(`/s/${'x'.repeat(54)}`)],
    ['a card', () => stranger().get('/om/nobody')],
  ])('too often is told when to try again: %s', async (_what, act) => {
    for (let i = 0; i < LIMITS.perAddress; i++) expect(await act()).toMatchObject({ status: 404, headers: expect.not.objectContaining({ 'retry-after': expect.anything() }) });
    const refused = await act();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(LIMITS.seconds);
  });

  it('is the same whether unknown, expired or revoked, also too often', async () => {
    const [expired, revoked] = [await aLetter({ expiresAt: new Date(NOW.getTime() - 3_600_000) }), await aLetter()];
    await site.rows('UPDATE invitation SET revoked_at = app_now(), state = $2 WHERE id = $1', [revoked.invitationId, 'revoked']);
    await wrongLinks();
    const same = async (answers: Promise<{ status: number; body: string; headers: Record<string, unknown> }>[]) => new Set((await Promise.all(answers)).map(({ status, body, headers }) => JSON.stringify([status, body, { ...headers, date: '', 'retry-after': '' }]))).size;
    expect(await same(['D'.repeat(22), expired.token, revoked.token].map((token) => stranger().get(`/r/${token}`)))).toBe(1);
    expect(await same(['ABCDEFGHJK', expired.code, revoked.code].map((brevkod) => stranger().post('/kod', { brevkod })))).toBe(1);
  });

  it('often enough in all is an alarm, one line however long it goes on, and no lock', async () => {
    const lines: { alarm?: string }[] = [];
    const sink = new Writable({ write: (chunk, _encoding, done) => (lines.push(JSON.parse(String(chunk))), done()) });
    const told = await Site.app(site.t, { perAddress: 1000, inAll: 4, seconds: 60 }, createLogger('family', 'info', sink));
    for (let i = 0; i < 12; i++) expect((await new Phone(told).get(`/r/${'D'.repeat(22)}`)).status).toBe(404);
    expect(lines.filter(({ alarm }) => alarm === 'link-misses')).toHaveLength(1);
    await told.close();
  });
});

describe('a Redis that takes connections and never answers', () => {
  let deaf: Server;
  const held = new Set<Socket>();
  beforeAll(() => new Promise<void>((listening) => void (deaf = createServer((socket) => held.add(socket)).listen(0, '127.0.0.1', listening))));
  afterAll(() => {
    for (const socket of held) socket.destroy();
    deaf.close();
  });

  it('keeps nobody with a living link waiting', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const beside = await Site.app(site.t, LIMITS, createLogger('family', 'silent'), `redis://127.0.0.1:${(deaf.address() as { port: number }).port}`);
    const began = performance.now();
    expect((await new Phone(beside).get(`/r/${invitation.token}`)).status).toBe(200);
    expect((await new Phone(beside).open(invitation.token)).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(2000);
    for (const socket of held) socket.destroy();
    await beside.close();
  });
});
