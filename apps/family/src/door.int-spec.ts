import 'reflect-metadata';
import { gunzipSync } from 'node:zlib';
import { hashToken, letterCode, letterCodeHash } from '@radslag/access';
import { Invitation, Message } from '@radslag/db';
import { newId } from '@radslag/platform';
import { anActiveCase } from '@radslag/testing';
import { anInvitation, LINK_KEY, type InvitationFixture } from './an-invitation.fixture';
import { NOW, Site } from './site.fixture';

jest.setTimeout(60_000);

let site: Site;
beforeAll(async () => {
  site = await Site.start();
});
beforeEach(() => site.t.moveClockTo(NOW));
afterAll(() => site?.close());

async function aPlannedMessage(invitation: InvitationFixture): Promise<string> {
  return site.t.db.inMunicipality(site.municipality, { kind: 'system' }, async (tx) => {
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
    const invitation = await anInvitation(site.t.db, site.municipality, { state: 'confirmed', released: true });
    const phone = site.phone();
    await phone.open(invitation.token);
    const before = await site.everything();
    for (let i = 0; i < 50; i++) {
      const scanner = site.phone();
      await scanner.get(`/r/${invitation.token}`, i % 2 ? 'HEAD' : 'GET', { purpose: 'prefetch', 'user-agent': 'WhatsApp/2' });
      await scanner.get(`/r/${invitation.token}?s=${['ar', 'x', 'x-ti', 'latt'][i % 4]}`);
      await phone.get(['/', '/1', '/2', '/6', '/7', '/9', '/10', '/12', '/90', '/9?s=en'][i % 10]!, i % 3 ? 'GET' : 'HEAD');
      await scanner.get('/3');
    }
    expect(await site.everything()).toBe(before);
  });

  it('shows that there is a meeting and whom to call, with headers that keep it to this phone', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const page = await site.phone().get(`/r/${invitation.token}`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('Hej! Du är bjuden till ett möte');
    expect(page.body).toContain('Ring Sanna');
    expect(page.cookie).toBeUndefined();
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'; connect-src 'self'; img-src 'self' data:; form-action 'self' https:\/\/www\.smhi\.se; frame-ancestors 'none'; base-uri 'none'$/);
    expect(page.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' });
  });

  it('comes compressed when the phone can take it', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const response = await site.app.inject({ method: 'GET', url: `/r/${invitation.token}`, headers: { 'accept-encoding': 'gzip, br' } });
    expect(response.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(response.rawPayload).toString()).toContain('Du är bjuden');
  });

  it('unknown, expired, revoked and rotated are the same to the last byte, also when entered', async () => {
    const expired = await anInvitation(site.t.db, site.municipality, { expiresAt: new Date('2026-11-22T08:59:59Z') });
    const revoked = await anInvitation(site.t.db, site.municipality);
    const rotated = await anInvitation(site.t.db, site.municipality);
    await site.rows('UPDATE invitation SET revoked_at = app_now(), state = $2 WHERE id = $1', [revoked.invitationId, 'revoked']);
    await site.rows('UPDATE invitation SET rotation = 1, token_hash = $2 WHERE id = $1', [rotated.invitationId, hashToken('another')]);
    const tokens = ['A'.repeat(22), 'short', encodeURIComponent('../../x'), expired.token, revoked.token, rotated.token];
    for (const act of [(token: string) => site.phone().get(`/r/${token}`), (token: string) => site.phone().post(`/r/${token}`), (token: string) => site.phone().post(`/r/${token}`, { g: 'fel' })]) {
      const answers = await Promise.all(tokens.map(act));
      expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
      expect(new Set(answers.map((answer) => JSON.stringify({ ...answer.headers, date: '' }))).size).toBe(1);
      expect(answers.map((answer) => answer.status)).toEqual(tokens.map(() => 404));
    }
  });
});


describe('asking for a new link', () => {
  const ask = (token: string) => site.phone().post(`/r/${token}`, { g: 'ny' });

  it('an expired one gets another secret and a message; unknown and revoked get the same answer and nothing', async () => {
    const expired = await anInvitation(site.t.db, site.municipality, { expiresAt: new Date('2026-11-22T08:00:00Z') });
    const revoked = await anInvitation(site.t.db, site.municipality);
    await site.rows('UPDATE invitation SET revoked_at = app_now(), state = $2 WHERE id = $1', [revoked.invitationId, 'revoked']);
    const answers = await Promise.all([expired.token, revoked.token, 'B'.repeat(22)].map(ask));
    expect(new Set(answers.map((answer) => answer.status + answer.body)).size).toBe(1);
    const messages = await site.rows<{ invitation_id: string; state: string }>(`SELECT invitation_id, state FROM message WHERE kind = 'newLink' AND invitation_id = ANY($1)`, [[expired.invitationId, revoked.invitationId]]);
    expect(messages).toEqual([{ invitation_id: expired.invitationId, state: 'planned' }]);
    expect((await site.phone().get(`/r/${expired.token}`)).status).toBe(404);
  });

  it('takes the same time whether there was anything to do or not', async () => {
    const began = performance.now();
    await ask('C'.repeat(22));
    expect(performance.now() - began).toBeGreaterThanOrEqual(395);
  });
});


describe('the wrong person', () => {
  it('stops everything to that number in the same request, kills the link, makes an urgent task; the same session can take it back', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { phone: '+46701740690' });
    const shared = await anInvitation(site.t.db, site.municipality, { phone: '+46701740690' });
    const [message, other] = [await aPlannedMessage(invitation), await aPlannedMessage(shared)];
    const phone = site.phone();
    const pressed = await phone.post(`/r/${invitation.token}`, { g: 'fel' });
    expect(pressed).toMatchObject({ status: 303, location: '/11' });
    const stopped = await site.rows<{ state: string; reason: string }>('SELECT state, reason FROM message WHERE id = ANY($1)', [[message, other]]);
    expect(stopped).toEqual([{ state: 'suppressed', reason: 'wrongPerson' }, { state: 'suppressed', reason: 'wrongPerson' }]);
    expect(await site.tasksOf(invitation)).toMatchObject([{ kind: 'wrongPerson', urgent: true }]);
    expect((await site.phone().get(`/r/${invitation.token}`)).status).toBe(404);

    const thanks = await phone.get('/11');
    expect(thanks.body).toContain('Tack för att du sa till');
    expect(thanks.body).not.toContain('Sanna');
    expect((await phone.get('/2')).location).toBe('/11');
    expect((await phone.post('/11', { g: 'angra' })).location).toBe('/2');
    expect((await site.phone().get(`/r/${invitation.token}`)).status).toBe(200);
    const planned = await site.rows('SELECT id FROM message WHERE invitation_id = ANY($1) AND state = $2', [[invitation.invitationId, shared.invitationId], 'planned']);
    expect(planned).toHaveLength(2);
    expect(await site.tasksOf(invitation)).toMatchObject([{ kind: 'wrongPerson', reason: 'takenBack' }]);
  });

  it('a link that the coordinator has revoked is not brought back that way', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const phone = site.phone();
    await phone.open(invitation.token);
    await site.rows(`UPDATE invitation SET revoked_at = app_now(), state = 'revoked' WHERE id = $1`, [invitation.invitationId]);
    expect((await phone.post('/11', { g: 'angra' })).status).toBe(403);
    expect((await site.phone().get(`/r/${invitation.token}`)).status).toBe(404);
  });
});


describe('the wall', () => {
  it('a page reads under its own municipality only, and cannot write', async () => {
    const other = await site.t.aMunicipality();
    await anActiveCase(site.t.db, other.id);
    const pool = (site.t.db.source.driver as unknown as { master: { query(sql: string): Promise<unknown> } }).master;
    await expect(pool.query(`SELECT set_config('app.municipality','${site.municipality}',true),set_config('transaction_read_only','on',true);UPDATE invitation SET rotation = 9`)).rejects.toThrow(/read-only/);
    // What the page set ends with it: the same connections afterwards have no municipality at all.
    for (let i = 0; i < 12; i++) await expect(site.t.db.withoutTenant('SELECT * FROM invitation')).rejects.toThrow();
  });

  it('every route behind a link asks for a session', async () => {
    const routes = ['/', '/1', '/2', '/3', '/4', '/5', '/51', '/6', '/7', '/8', '/9', '/10', '/11', '/12', '/80', '/90'];
    for (const url of routes) expect([url, (await site.phone().get(url)).status]).toEqual([url, 403]);
    for (const url of ['/1', '/2', '/3', '/4', '/5', '/51', '/6', '/7', '/9', '/10', '/11']) expect([url, (await site.phone().post(url)).status]).toEqual([url, 403]);
    expect((await site.phone().get('/nowhere')).status).toBe(404);
    expect(JSON.parse((await site.phone().get('/health/ready')).body)).toEqual({ ready: true });
  });
});

describe('the code in a letter', () => {
  const written = async (facts: Parameters<typeof anInvitation>[2] = {}, rotation = 0) => {
    const invitation = await anInvitation(site.t.db, site.municipality, facts);
    const code = letterCode(LINK_KEY, invitation.invitationId, rotation);
    await site.rows('UPDATE invitation SET letter_code_hash = $2 WHERE id = $1', [invitation.invitationId, letterCodeHash(LINK_KEY, code)]);
    return { ...invitation, code };
  };

  it('leads to the page that the link leads to, as people type it, and looking changes nothing', async () => {
    const { code, token } = await written();
    const phone = site.phone();
    const before = await site.everything();
    expect((await phone.get('/kod')).body).toContain('Skriv koden i brevet');
    const to = await phone.post('/kod', { brevkod: ` ${code.slice(0, 5).toLowerCase()} ${code.slice(5)}` });
    expect([to.status, to.location]).toEqual([303, `/r/${token}`]);
    expect(await site.everything()).toBe(before);
    expect((await phone.get(to.location)).body).toContain('Hej! Du är bjuden till ett möte');
  });

  it('is answered alike to the last byte when it is unknown, expired, revoked, or of a link that was changed', async () => {
    const expired = await written({ expiresAt: new Date('2026-11-01T00:00:00Z') });
    const revoked = await written();
    await site.rows('UPDATE invitation SET revoked_at = now() WHERE id = $1', [revoked.invitationId]);
    const changed = await written();
    await site.rows('UPDATE invitation SET rotation = 1 WHERE id = $1', [changed.invitationId]);
    const answers = [];
    for (const brevkod of ['ABCDEFGHJK', 'x', '', expired.code, revoked.code, changed.code]) answers.push(await site.phone().post('/kod', { brevkod }));
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.body}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(404);
  });
});
