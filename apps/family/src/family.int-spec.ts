import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FamilySecrets, hashToken, readSessionCookie, writeSessionCookie } from '@radslag/access';
import { Invitation, Message, type Database } from '@radslag/db';
import { createLogger, newId } from '@radslag/platform';
import { anActiveCase, testDatabase, type TestDatabase } from '@radslag/testing';
import { anInvitation, LINK_KEY, type InvitationFixture } from './an-invitation.fixture';
import { createFamilyApp } from './start-family';

const secrets = new FamilySecrets(LINK_KEY);
const NOW = new Date('2026-11-22T09:00:00Z');
/** No Redis listens there: what is counted is counted here. */
const NO_REDIS = 'redis://127.0.0.1:1';

jest.setTimeout(60_000);

let t: TestDatabase;
let app: NestFastifyApplication;
let municipality: string;

const start = (database: Database, limits = { perAddress: 1000, inAll: 100_000, seconds: 60 }) =>
  createFamilyApp({ database, linkKey: LINK_KEY, redis: { url: NO_REDIS, prefix: newId() }, logger: createLogger('family', 'silent'), limits });

beforeAll(async () => {
  t = await testDatabase();
  municipality = (await t.aMunicipality()).id;
  app = await start(t.db);
});
beforeEach(() => t.moveClockTo(NOW));
afterAll(async () => {
  await app?.close();
  await t.close();
});

type Answer = { status: number; body: string; location: string; cookie: string | undefined; headers: Record<string, unknown> };

/** A phone: it keeps its cookie and posts the forms it was shown. */
class Phone {
  cookie: string | undefined;
  formToken = '';
  constructor(private readonly site: NestFastifyApplication = app) {}

  async get(url: string, method: 'GET' | 'HEAD' = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
    return this.keep(await this.site.inject({ method, url, headers: { ...this.headers(), ...headers } }));
  }
  async post(url: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const payload = new URLSearchParams({ t: this.formToken, ...fields }).toString();
    return this.keep(await this.site.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/x-www-form-urlencoded', ...this.headers(), ...headers } }));
  }
  /** Presses Continue, and looks at the page it comes to. */
  async open(token: string): Promise<Answer> {
    const entered = await this.post(`/r/${token}`);
    return this.get(entered.location);
  }
  private headers(): Record<string, string> {
    return this.cookie === undefined ? {} : { cookie: `__Host-moete=${this.cookie}` };
  }
  private keep(response: { statusCode: number; body: string; headers: Record<string, unknown> }): Answer {
    const set = /__Host-moete=([^;]*)/.exec(String(response.headers['set-cookie'] ?? ''))?.[1];
    if (set !== undefined) this.cookie = set === '' ? undefined : set;
    this.formToken = /name="t" value="([\w-]{22})"/.exec(response.body)?.[1] ?? this.formToken;
    return { status: response.statusCode, body: response.body, location: String(response.headers['location'] ?? ''), cookie: set, headers: response.headers };
  }
}

/** Every row of every table, as one number. */
async function everything(): Promise<string> {
  const tables = await t.asOwner<{ relname: string }>(`SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`);
  const hash = createHash('sha256');
  for (const { relname } of tables) {
    await t.asOwner(`SELECT set_config('app.municipality', $1, false)`, [municipality]);
    const [row] = await t.asOwner<{ all: string }>(`SELECT coalesce(string_agg(r::text, '|' ORDER BY r::text), '') AS all FROM "${relname}" r`);
    hash.update(`${relname}:${row!.all}`);
  }
  return hash.digest('hex');
}
const rows = async <T>(sql: string, parameters: unknown[]): Promise<T[]> => t.db.inMunicipality(municipality, { kind: 'system' }, (tx) => tx.query<T>(sql, parameters));
const answersOf = (invitation: InvitationFixture) => rows<{ coming: string }>('SELECT coming FROM answer WHERE invitation_id = $1 ORDER BY at', [invitation.invitationId]);
const tasksOf = (invitation: InvitationFixture) => rows<{ kind: string; reason: string | null; urgent: boolean; assigned_to: string }>('SELECT kind, reason, urgent, assigned_to FROM task WHERE member_id = $1 AND done_at IS NULL ORDER BY kind, reason', [invitation.memberId]);

async function answerAll(phone: Phone, invitation: InvitationFixture): Promise<Answer> {
  await phone.open(invitation.token);
  await phone.post('/2', { k: 'yes' });
  await phone.post('/3', { t0: 'yes', t1: 'ifNeedBe', t2: 'no', t3: 'no' });
  await phone.post('/4', { h: 'inPerson' });
  await phone.post('/5', { b: 'interpreter' });
  await phone.post('/51', { d: 'arabiska', v: 'woman' });
  await phone.post('/6', { o: 'no' });
  return phone.post('/7', { n: 'Jag kommer direkt från jobbet.' });
}

async function aPlannedMessage(invitation: InvitationFixture): Promise<string> {
  return t.db.inMunicipality(municipality, { kind: 'system' }, async (tx) => {
    const { consentId } = await tx.get(Invitation, invitation.invitationId);
    const message = await tx.insert(Message, {
      referralId: invitation.referralId, conferenceId: invitation.conferenceId, memberId: invitation.memberId, invitationId: invitation.invitationId, consentId, actionId: null, kind: 'reminderDay', scheduleVersion: 1,
      channel: 'sms', state: 'planned', reason: null, idempotencyKey: newId(), dueAt: new Date('2026-12-07T15:00:00Z'), notAfter: new Date('2026-12-08T15:00:00Z'), leaseUntil: null, createdAt: tx.now,
    });
    return message.id;
  });
}

describe('a link that is looked at', () => {
  it('a hundred times, by GET and HEAD, by scanners and by a phone with a session, changes no row', async () => {
    const invitation = await anInvitation(t.db, municipality, { state: 'confirmed', released: true });
    const phone = new Phone();
    await phone.open(invitation.token);
    const before = await everything();
    for (let i = 0; i < 50; i++) {
      const scanner = new Phone();
      await scanner.get(`/r/${invitation.token}`, i % 2 ? 'HEAD' : 'GET', { purpose: 'prefetch', 'user-agent': 'WhatsApp/2' });
      await scanner.get(`/r/${invitation.token}?s=${['ar', 'x', 'x-ti', 'latt'][i % 4]}`);
      await phone.get(['/', '/1', '/2', '/6', '/7', '/9', '/10', '/12', '/90', '/9?s=en'][i % 10]!, i % 3 ? 'GET' : 'HEAD');
      await scanner.get('/3');
    }
    expect(await everything()).toBe(before);
  });

  it('shows that there is a meeting and whom to call, with headers that keep it to this phone', async () => {
    const invitation = await anInvitation(t.db, municipality);
    const page = await new Phone().get(`/r/${invitation.token}`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('Hej! Du är bjuden till ett möte');
    expect(page.body).toContain('Ring Sanna');
    expect(page.cookie).toBeUndefined();
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src 'self' data:; form-action 'self' https:\/\/www\.smhi\.se; frame-ancestors 'none'; base-uri 'none'$/);
    expect(page.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' });
  });

  it('comes compressed when the phone can take it', async () => {
    const invitation = await anInvitation(t.db, municipality);
    const response = await app.inject({ method: 'GET', url: `/r/${invitation.token}`, headers: { 'accept-encoding': 'gzip, br' } });
    expect(response.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(response.rawPayload).toString()).toContain('Du är bjuden');
  });

  it('unknown, expired, revoked and rotated are the same to the last byte, also when entered', async () => {
    const expired = await anInvitation(t.db, municipality, { expiresAt: new Date('2026-11-22T08:59:59Z') });
    const revoked = await anInvitation(t.db, municipality);
    const rotated = await anInvitation(t.db, municipality);
    await rows('UPDATE invitation SET revoked_at = app_now(), state = $2 WHERE id = $1', [revoked.invitationId, 'revoked']);
    await rows('UPDATE invitation SET rotation = 1, token_hash = $2 WHERE id = $1', [rotated.invitationId, hashToken('another')]);
    const tokens = ['A'.repeat(22), 'short', encodeURIComponent('../../x'), expired.token, revoked.token, rotated.token];
    for (const act of [(token: string) => new Phone().get(`/r/${token}`), (token: string) => new Phone().post(`/r/${token}`), (token: string) => new Phone().post(`/r/${token}`, { g: 'fel' })]) {
      const answers = await Promise.all(tokens.map(act));
      expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
      expect(new Set(answers.map((answer) => JSON.stringify({ ...answer.headers, date: '' }))).size).toBe(1);
      expect(answers.map((answer) => answer.status)).toEqual(tokens.map(() => 404));
    }
  });
});

describe('asking for a new link', () => {
  const ask = (token: string) => new Phone().post(`/r/${token}`, { g: 'ny' });

  it('an expired one gets another secret and a message; unknown and revoked get the same answer and nothing', async () => {
    const expired = await anInvitation(t.db, municipality, { expiresAt: new Date('2026-11-22T08:00:00Z') });
    const revoked = await anInvitation(t.db, municipality);
    await rows('UPDATE invitation SET revoked_at = app_now(), state = $2 WHERE id = $1', [revoked.invitationId, 'revoked']);
    const answers = await Promise.all([expired.token, revoked.token, 'B'.repeat(22)].map(ask));
    expect(new Set(answers.map((answer) => answer.status + answer.body)).size).toBe(1);
    const messages = await rows<{ invitation_id: string; state: string }>(`SELECT invitation_id, state FROM message WHERE kind = 'newLink' AND invitation_id = ANY($1)`, [[expired.invitationId, revoked.invitationId]]);
    expect(messages).toEqual([{ invitation_id: expired.invitationId, state: 'planned' }]);
    expect((await new Phone().get(`/r/${expired.token}`)).status).toBe(404);
  });

  it('takes the same time whether there was anything to do or not', async () => {
    const began = performance.now();
    await ask('C'.repeat(22));
    expect(performance.now() - began).toBeGreaterThanOrEqual(395);
  });
});

describe('guesses', () => {
  it('are stopped per address, with Redis away too; an open session goes on', async () => {
    const site = await start(t.db, { perAddress: 5, inAll: 1000, seconds: 60 });
    const invitation = await anInvitation(t.db, municipality);
    const phone = new Phone(site);
    expect((await phone.open(invitation.token)).status).toBe(200);
    for (let i = 0; i < 5; i++) expect((await new Phone(site).get(`/r/${'D'.repeat(21)}${i}`)).status).toBe(404);
    expect((await new Phone(site).get(`/r/${'D'.repeat(22)}`)).status).toBe(429);
    // Also the right one: whoever guesses must not learn that it was.
    expect((await new Phone(site).get(`/r/${invitation.token}`)).status).toBe(429);
    expect((await phone.get('/2')).status).toBe(200);
    await site.close();
  });
});

describe('an answer', () => {
  it('is kept page by page, sent once, and can be changed from the same link', async () => {
    const invitation = await anInvitation(t.db, municipality);
    const phone = new Phone();
    const sent = await answerAll(phone, invitation);
    expect(sent).toMatchObject({ status: 303, location: '/8' });
    expect((await phone.get('/8')).body).toContain('Tack! Vi har fått ditt svar');
    const [answer] = await rows<{ coming: string; mode: string; worry: string }>('SELECT coming, mode, worry FROM answer WHERE invitation_id = $1', [invitation.invitationId]);
    expect(answer).toEqual({ coming: 'yes', mode: 'inPerson', worry: 'no' });
    const times = await rows<{ value: string }>('SELECT x.value FROM answer_time x JOIN answer a ON a.id = x.answer_id JOIN proposed_time p ON p.id = x.proposed_time_id WHERE a.invitation_id = $1 ORDER BY p.starts_local', [invitation.invitationId]);
    expect(times.map((time) => time.value)).toEqual(['yes', 'ifNeedBe', 'no', 'no']);

    const again = new Phone();
    const check = await again.open(invitation.token);
    expect(check.body).toContain('Stämmer det här?');
    expect(check.body).toContain('<bdi>arabiska</bdi>');
    expect(check.body).not.toContain('direkt från jobbet');
    await again.post('/2', { k: 'no' });
    await again.post('/4', { h: 'none' });
    expect((await again.post('/7', { n: '' })).location).toBe('/8?a');
    expect((await again.get('/8?a')).body).toContain('Tack! Vi har ändrat ditt svar');
    expect((await answersOf(invitation)).map((row) => row.coming)).toEqual(['yes', 'no']);
  });

  it('a page left half answered is there again on another phone', async () => {
    const invitation = await anInvitation(t.db, municipality);
    const phone = new Phone();
    await phone.open(invitation.token);
    await phone.post('/2', { k: 'yes' });
    const fault = await phone.post('/3', { t0: 'yes' });
    expect(fault.status).toBe(422);
    expect(fault.body).toContain('Svara på tre tider till');
    const other = await new Phone().open(invitation.token);
    expect(other.body).toContain('När kan du komma?');
    expect(other.body).toMatch(/name="t0" value="yes" checked/);
  });

  it('is refused from another session’s form, from elsewhere, and without a form', async () => {
    const [mine, theirs] = [await anInvitation(t.db, municipality), await anInvitation(t.db, municipality)];
    const [me, them] = [new Phone(), new Phone()];
    await me.open(mine.token);
    await them.open(theirs.token);
    const forged = await me.post('/2', { k: 'no', t: them.formToken });
    expect(forged.status).toBe(403);
    expect((await me.post('/2', { k: 'no' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await me.post('/2', { k: 'no' }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await me.post('/2', { k: 'no', t: '' })).status).toBe(403);
    const drafts = await rows('SELECT id FROM invitation WHERE draft IS NOT NULL AND id = ANY($1)', [[mine.invitationId, theirs.invitationId]]);
    expect(drafts).toEqual([]);
    // Our pages send no referrer, so browsers call their origin null.
    expect((await me.post('/2', { k: 'no' }, { origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(303);
  });

  it('comes too late after the last day, and the page says so', async () => {
    const invitation = await anInvitation(t.db, municipality);
    const phone = new Phone();
    await answerAll(phone, invitation);
    await t.moveClockTo(new Date('2026-11-27T23:00:00Z'));
    const late = new Phone();
    expect((await late.open(invitation.token)).body).toContain('Svarstiden gick ut');
    expect((await late.post('/7', {})).location).toBe('/7');
    expect(await answersOf(invitation)).toHaveLength(1);
  });

  it('broken bytes, a body of another kind and one that is too large get a kind page and change nothing', async () => {
    const invitation = await anInvitation(t.db, municipality);
    const phone = new Phone();
    await phone.open(invitation.token);
    const before = await everything();
    const send = (payload: Buffer | string, type = 'application/x-www-form-urlencoded') => app.inject({ method: 'POST', url: '/2', payload, headers: { 'content-type': type, cookie: `__Host-moete=${phone.cookie}` } });
    const answers = [await send(Buffer.from([0x6b, 0x3d, 0xff])), await send('k=%zz'), await send('{"k":', 'application/json'), await send(`k=${'x'.repeat(30_000)}`), await send('x'.repeat(5_000_000))];
    expect(answers.map((answer) => answer.statusCode)).toEqual([400, 400, 400, 413, 413]);
    for (const answer of answers) expect(answer.body).toContain('<!doctype html>');
    expect(await everything()).toBe(before);
  });

  it('a text of 10,000 characters is refused and kept', async () => {
    const invitation = await anInvitation(t.db, municipality);
    const phone = new Phone();
    await phone.open(invitation.token);
    await phone.post('/2', { k: 'yes' });
    const page = await phone.post('/3', { ingen: '1', nar: 'x'.repeat(10_000) });
    expect(page.status).toBe(422);
    expect(page.body).toContain('Texten är för lång. Skriv högst 1000 tecken.');
    expect(page.body).toContain('x'.repeat(10_000));
  });
});

describe('a worry', () => {
  it('reaches the coordinator at once, once, and is not echoed', async () => {
    const invitation = await anInvitation(t.db, municipality);
    const phone = new Phone();
    await phone.open(invitation.token);
    await phone.post('/6', { o: 'doNotCall' });
    await phone.post('/6', { o: 'doNotCall' });
    expect(await tasksOf(invitation)).toEqual([{ kind: 'worried', reason: 'doNotCall', urgent: true, assigned_to: invitation.coordinator.userId }]);
    expect((await phone.get('/6')).body).not.toMatch(/ checked/);
  });
});

describe('the second step', () => {
  it('comes before everything, and five wrong years pause it for a quarter of an hour', async () => {
    const invitation = await anInvitation(t.db, municipality, { secondStep: 'birthYear', state: 'confirmed', released: true });
    const phone = new Phone();
    expect((await phone.open(invitation.token)).body).toContain('Vilket år är du född?');
    expect((await phone.get('/9')).location).toBe('/1');
    expect((await phone.post('/1', { ar: '74' })).body).toContain('Skriv fyra siffror');
    for (let i = 0; i < 4; i++) expect((await phone.post('/1', { ar: '1973' })).body).toContain('Året stämmer inte. Försök igen.');
    expect((await phone.post('/1', { ar: '1973' })).body).toContain('Vi pausar en stund. Ring Sanna');
    expect((await phone.post('/1', { ar: '1974' })).body).toContain('Vi pausar en stund');
    await t.moveClockTo(new Date(NOW.getTime() + 14 * 60_000));
    expect((await phone.post('/1', { ar: '1974' })).body).toContain('Vi pausar en stund');
    await t.moveClockTo(new Date(NOW.getTime() + 16 * 60_000));
    expect((await phone.post('/1', { ar: '1974' })).location).toBe('/9');
    expect((await phone.get('/9')).body).toContain('Alnäs fritidsgård');
  });

  it('a code told on the phone opens it too', async () => {
    const invitation = await anInvitation(t.db, municipality, { secondStep: 'code', code: '123456' });
    const phone = new Phone();
    expect((await phone.open(invitation.token)).body).toContain('Vilken kod har du fått?');
    expect((await phone.post('/1', { kod: '654321' })).body).toContain('Koden stämmer inte');
    expect((await phone.post('/1', { kod: '123 456' })).location).toBe('/2');
  });

  it('without one, the place and the plan stay closed and the page says whom to call', async () => {
    const invitation = await anInvitation(t.db, municipality, { state: 'confirmed', released: true });
    const phone = new Phone();
    const page = await phone.open(invitation.token);
    expect(page.body).toContain('Platsen visar vi bara för dig. Ring Sanna');
    expect(page.body).not.toContain('Alnäs');
    expect((await phone.get('/90')).body).not.toContain('Alnäs');
  });

  it('counts for this session only', async () => {
    const invitation = await anInvitation(t.db, municipality, { secondStep: 'birthYear' });
    const phone = new Phone();
    await phone.open(invitation.token);
    await phone.post('/1', { ar: '1974' });
    expect((await phone.get('/2')).status).toBe(200);
    expect((await new Phone().open(invitation.token)).body).toContain('Vilket år är du född?');
  });
});

describe('a session', () => {
  it('ends after fifteen idle minutes, without a write; using it keeps it', async () => {
    const invitation = await anInvitation(t.db, municipality);
    const phone = new Phone();
    await phone.open(invitation.token);
    for (const minutes of [14, 28, 42]) {
      await t.moveClockTo(new Date(NOW.getTime() + minutes * 60_000));
      expect((await phone.get('/2')).status).toBe(200);
    }
    await t.moveClockTo(new Date(NOW.getTime() + 58 * 60_000));
    const over = await phone.get('/2');
    expect(over.status).toBe(403);
    expect(over.body).toContain('Öppna länken igen');
    expect(over.body).not.toContain('Sanna');
  });

  it('ends after twelve hours however much it is used', async () => {
    const invitation = await anInvitation(t.db, municipality);
    const phone = new Phone();
    await phone.open(invitation.token);
    for (let minutes = 14; minutes < 12 * 60; minutes += 14) {
      await t.moveClockTo(new Date(NOW.getTime() + minutes * 60_000));
      await phone.get('/2');
    }
    await t.moveClockTo(new Date(NOW.getTime() + 12 * 3_600_000 + 1000));
    expect((await phone.get('/2')).status).toBe(403);
  });

  it('dies with its link: rotated or revoked', async () => {
    for (const change of ['rotation = rotation + 1', `revoked_at = app_now(), state = 'revoked'`]) {
      const invitation = await anInvitation(t.db, municipality);
      const phone = new Phone();
      await phone.open(invitation.token);
      expect((await phone.get('/2')).status).toBe(200);
      await rows(`UPDATE invitation SET ${change} WHERE id = $1`, [invitation.invitationId]);
      expect((await phone.get('/2')).status).toBe(403);
      expect((await phone.post('/2', { k: 'yes' })).status).toBe(403);
    }
  });

  it('cannot be made, moved to another municipality or kept alive by writing the cookie oneself', async () => {
    const invitation = await anInvitation(t.db, municipality);
    const phone = new Phone();
    await phone.open(invitation.token);
    const own = readSessionCookie(secrets, phone.cookie)!;
    const forger = new FamilySecrets(Buffer.alloc(32, 1));
    const tries = [writeSessionCookie(forger, own), writeSessionCookie(secrets, { ...own, municipalityId: (await t.aMunicipality()).id }), `${phone.cookie!.slice(0, -1)}x`, 'x'.repeat(96), ''];
    for (const value of tries) {
      const thief = new Phone();
      thief.cookie = value;
      expect((await thief.get('/2')).status).toBe(403);
    }
  });

  it('is left by one button: ended, cleared, and on to the weather', async () => {
    const invitation = await anInvitation(t.db, municipality);
    const phone = new Phone();
    await phone.open(invitation.token);
    const kept = phone.cookie;
    const left = await phone.post('/ut');
    expect(left).toMatchObject({ status: 303, location: 'https://www.smhi.se/', cookie: '' });
    expect(left.headers['clear-site-data']).toContain('storage');
    phone.cookie = kept;
    expect((await phone.get('/2')).status).toBe(403);
    expect((await new Phone().post('/ut')).location).toBe('https://www.smhi.se/');
  });
});

describe('the wrong person', () => {
  it('stops everything to that number in the same request, kills the link, makes an urgent task; the same session can take it back', async () => {
    const invitation = await anInvitation(t.db, municipality, { phone: '+46701740690' });
    const shared = await anInvitation(t.db, municipality, { phone: '+46701740690' });
    const [message, other] = [await aPlannedMessage(invitation), await aPlannedMessage(shared)];
    const phone = new Phone();
    const pressed = await phone.post(`/r/${invitation.token}`, { g: 'fel' });
    expect(pressed).toMatchObject({ status: 303, location: '/11' });
    const stopped = await rows<{ state: string; reason: string }>('SELECT state, reason FROM message WHERE id = ANY($1)', [[message, other]]);
    expect(stopped).toEqual([{ state: 'suppressed', reason: 'wrongPerson' }, { state: 'suppressed', reason: 'wrongPerson' }]);
    expect(await tasksOf(invitation)).toMatchObject([{ kind: 'wrongPerson', urgent: true }]);
    expect((await new Phone().get(`/r/${invitation.token}`)).status).toBe(404);

    const thanks = await phone.get('/11');
    expect(thanks.body).toContain('Tack för att du sa till');
    expect(thanks.body).not.toContain('Sanna');
    expect((await phone.get('/2')).location).toBe('/11');
    expect((await phone.post('/11', { g: 'angra' })).location).toBe('/2');
    expect((await new Phone().get(`/r/${invitation.token}`)).status).toBe(200);
    const planned = await rows('SELECT id FROM message WHERE invitation_id = ANY($1) AND state = $2', [[invitation.invitationId, shared.invitationId], 'planned']);
    expect(planned).toHaveLength(2);
    expect(await tasksOf(invitation)).toMatchObject([{ kind: 'wrongPerson', reason: 'takenBack' }]);
  });

  it('a link that the coordinator has revoked is not brought back that way', async () => {
    const invitation = await anInvitation(t.db, municipality);
    const phone = new Phone();
    await phone.open(invitation.token);
    await rows(`UPDATE invitation SET revoked_at = app_now(), state = 'revoked' WHERE id = $1`, [invitation.invitationId]);
    expect((await phone.post('/11', { g: 'angra' })).status).toBe(403);
    expect((await new Phone().get(`/r/${invitation.token}`)).status).toBe(404);
  });
});

describe('when the time is set', () => {
  it('one tap tells the coordinator; a second tap adds nothing; "cannot come" is an answer too', async () => {
    const invitation = await anInvitation(t.db, municipality, { state: 'confirmed' });
    const phone = new Phone();
    await phone.open(invitation.token);
    for (const h of ['sen', 'sen', 'nej']) expect((await phone.post('/9', { h })).location).toBe('/12');
    expect((await tasksOf(invitation)).map((task) => task.reason)).toEqual(['late', 'notComing']);
    expect((await answersOf(invitation)).map((row) => row.coming)).toEqual(['no']);
  });

  it('the calendar file is the same entry with a higher number when the meeting moves', async () => {
    const invitation = await anInvitation(t.db, municipality, { state: 'confirmed' });
    const phone = new Phone();
    await phone.open(invitation.token);
    const first = await phone.get('/90');
    expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(first.body).toContain(`UID:${invitation.invitationId}\r\n`);
    expect(first.body).toContain('DTSTAMP:20261122T09');
    await rows(`UPDATE conference SET starts_local = '2026-12-15T17:30', ends_local = '2026-12-15T20:30', schedule_version = 2 WHERE id = $1`, [invitation.conferenceId]);
    const moved = await phone.get('/90');
    expect(moved.body).toContain(`UID:${invitation.invitationId}\r\n`);
    expect(moved.body).toContain('SEQUENCE:2');
  });
});

describe('the wall', () => {
  it('a page reads under its own municipality only, and cannot write', async () => {
    const other = await t.aMunicipality();
    await anActiveCase(t.db, other.id);
    const pool = (t.db.source.driver as unknown as { master: { query(sql: string): Promise<unknown> } }).master;
    await expect(pool.query(`SELECT set_config('app.municipality','${municipality}',true),set_config('transaction_read_only','on',true);UPDATE invitation SET rotation = 9`)).rejects.toThrow(/read-only/);
    // What the page set ends with it: the same connections afterwards have no municipality at all.
    for (let i = 0; i < 12; i++) await expect(t.db.withoutTenant('SELECT * FROM invitation')).rejects.toThrow();
  });

  it('every route behind a link asks for a session', async () => {
    const routes = ['/', '/1', '/2', '/3', '/4', '/5', '/51', '/6', '/7', '/8', '/9', '/10', '/11', '/12', '/80', '/90'];
    for (const url of routes) expect([url, (await new Phone().get(url)).status]).toEqual([url, 403]);
    for (const url of ['/1', '/2', '/3', '/4', '/5', '/51', '/6', '/7', '/9', '/10', '/11']) expect([url, (await new Phone().post(url)).status]).toEqual([url, 403]);
    expect((await new Phone().get('/nowhere')).status).toBe(404);
    expect(JSON.parse((await new Phone().get('/health/ready')).body)).toEqual({ ready: true });
  });
});
