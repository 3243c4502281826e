import 'reflect-metadata';
import { FamilySecrets, readSessionCookie, writeSessionCookie } from '@radslag/access';
import { anInvitation, LINK_KEY, type InvitationFixture } from './an-invitation.fixture';
import type { Answer, Phone } from './phone.fixture';
import { NOW, Site } from './site.fixture';

jest.setTimeout(60_000);

let site: Site;
beforeAll(async () => {
  site = await Site.start();
});
beforeEach(() => site.t.moveClockTo(NOW));
afterAll(() => site?.close());

const secrets = new FamilySecrets(LINK_KEY);

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

describe('an answer', () => {
  it('is kept page by page, sent once, and can be changed from the same link', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const phone = site.phone();
    const sent = await answerAll(phone, invitation);
    expect(sent).toMatchObject({ status: 303, location: '/8' });
    expect((await phone.get('/8')).body).toContain('Tack! Vi har fått ditt svar');
    const [answer] = await site.rows<{ coming: string; mode: string; worry: string }>('SELECT coming, mode, worry FROM answer WHERE invitation_id = $1', [invitation.invitationId]);
    expect(answer).toEqual({ coming: 'yes', mode: 'inPerson', worry: 'no' });
    const times = await site.rows<{ value: string }>('SELECT x.value FROM answer_time x JOIN answer a ON a.id = x.answer_id JOIN proposed_time p ON p.id = x.proposed_time_id WHERE a.invitation_id = $1 ORDER BY p.starts_local', [invitation.invitationId]);
    expect(times.map((time) => time.value)).toEqual(['yes', 'ifNeedBe', 'no', 'no']);

    const again = site.phone();
    const check = await again.open(invitation.token);
    expect(check.body).toContain('Stämmer det här?');
    expect(check.body).toContain('<bdi>arabiska</bdi>');
    expect(check.body).not.toContain('direkt från jobbet');
    await again.post('/2', { k: 'no' });
    await again.post('/4', { h: 'none' });
    expect((await again.post('/7', { n: '' })).location).toBe('/8?a');
    expect((await again.get('/8?a')).body).toContain('Tack! Vi har ändrat ditt svar');
    expect((await site.answersOf(invitation)).map((row) => row.coming)).toEqual(['yes', 'no']);
  });

  it('letters that no database holds are left out of what is kept, and cost nobody the rest', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const phone = site.phone();
    await answerAll(phone, invitation);
    await phone.post('/5', { b: 'interpreter' });
    await phone.post('/51', { d: 'ara\u0000biska\u0000', v: 'woman' });
    await phone.post('/6', { o: 'no' });
    expect(await phone.post('/7', { n: '\u0000Jag kom\u0000mer.' })).toMatchObject({ status: 303 });
    expect((await phone.get('/7')).body).toContain('<bdi>arabiska</bdi>');
    for (const path of ['/%00', '/2?s=%00', '/r/%00', '/5%00', '/om/x?s=%00']) expect([path, (await phone.get(path)).status]).toEqual([path, expect.not.stringMatching(/^5/)]);
    for (const path of ['/2', '/3', '/4', '/5', '/6', '/7', '/11', '/1']) expect([path, (await phone.post(path, { k: '\u0000', t0: '\u0000yes', h: '\u0000', b: '\u0000', o: '\u0000', n: '\u0000', c: '\u0000', ['\u0000']: '' })).status < 500]).toEqual([path, true]);
  });

  it('a page left half answered is there again on another phone', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const phone = site.phone();
    await phone.open(invitation.token);
    await phone.post('/2', { k: 'yes' });
    const fault = await phone.post('/3', { t0: 'yes' });
    expect(fault.status).toBe(422);
    expect(fault.body).toContain('Svara på 3 tider till');
    const other = await site.phone().open(invitation.token);
    expect(other.body).toContain('När kan du komma?');
    expect(other.body).toMatch(/name="t0" value="yes" checked/);
  });

  it('is refused from another session’s form, from elsewhere, and without a form', async () => {
    const [mine, theirs] = [await anInvitation(site.t.db, site.municipality), await anInvitation(site.t.db, site.municipality)];
    const [me, them] = [site.phone(), site.phone()];
    await me.open(mine.token);
    await them.open(theirs.token);
    const forged = await me.post('/2', { k: 'no', t: them.formToken });
    expect(forged.status).toBe(403);
    expect((await me.post('/2', { k: 'no' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await me.post('/2', { k: 'no' }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await me.post('/2', { k: 'no', t: '' })).status).toBe(403);
    const drafts = await site.rows('SELECT id FROM invitation WHERE draft IS NOT NULL AND id = ANY($1)', [[mine.invitationId, theirs.invitationId]]);
    expect(drafts).toEqual([]);
    // Our pages send no referrer, so browsers call their origin null.
    expect((await me.post('/2', { k: 'no' }, { origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(303);
  });

  it('comes too late after the last day, and the page says so', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const phone = site.phone();
    await answerAll(phone, invitation);
    await site.t.moveClockTo(new Date('2026-11-27T23:00:00Z'));
    const late = site.phone();
    expect((await late.open(invitation.token)).body).toContain('Svarstiden gick ut');
    expect((await late.post('/7', {})).location).toBe('/7');
    expect(await site.answersOf(invitation)).toHaveLength(1);
  });

  it('broken bytes, a body of another kind and one that is too large get a kind page and change nothing', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const phone = site.phone();
    await phone.open(invitation.token);
    const before = await site.everything();
    const send = (payload: Buffer | string, type = 'application/x-www-form-urlencoded') => site.app.inject({ method: 'POST', url: '/2', payload, headers: { 'content-type': type, cookie: `__Host-moete=${phone.cookie}` } });
    const answers = [await send(Buffer.from([0x6b, 0x3d, 0xff])), await send('k=%zz'), await send('{"k":', 'application/json'), await send(`k=${'x'.repeat(200_000)}`), await send('x'.repeat(5_000_000))];
    expect(answers.map((answer) => answer.statusCode)).toEqual([400, 400, 400, 413, 413]);
    for (const answer of answers) expect(answer.body).toContain('<!doctype html>');
    expect(await site.everything()).toBe(before);
  });

  it('a text of 10,000 characters is refused and kept', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const phone = site.phone();
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
    const invitation = await anInvitation(site.t.db, site.municipality);
    const phone = site.phone();
    await phone.open(invitation.token);
    await phone.post('/6', { o: 'doNotCall' });
    await phone.post('/6', { o: 'doNotCall' });
    expect(await site.tasksOf(invitation)).toEqual([{ kind: 'worried', reason: 'doNotCall', urgent: true, assigned_to: invitation.coordinator.userId }]);
    expect((await phone.get('/6')).body).not.toMatch(/ checked/);
  });
});


describe('when the time is set', () => {
  it('one tap tells the coordinator; a second tap adds nothing; "cannot come" takes the place of "late", and is an answer too', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { state: 'confirmed' });
    const phone = site.phone();
    await phone.open(invitation.token);
    for (const h of ['sen', 'sen', 'nej']) expect((await phone.post('/9', { h })).location).toBe('/12');
    expect((await site.tasksOf(invitation)).map((task) => task.reason)).toEqual(['notComing']);
    expect((await site.answersOf(invitation)).map((row) => row.coming)).toEqual(['no']);
  });

  it('the calendar file is the same entry with a higher number when the meeting moves', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { state: 'confirmed' });
    const phone = site.phone();
    await phone.open(invitation.token);
    const first = await phone.get('/90');
    expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(first.body).toContain(`UID:${invitation.invitationId}\r\n`);
    expect(first.body).toContain('DTSTAMP:20261122T09');
    await site.rows(`UPDATE conference SET starts_local = '2026-12-15T17:30', ends_local = '2026-12-15T20:30', schedule_version = 2 WHERE id = $1`, [invitation.conferenceId]);
    const moved = await phone.get('/90');
    expect(moved.body).toContain(`UID:${invitation.invitationId}\r\n`);
    expect(moved.body).toContain('SEQUENCE:2');
  });
});


describe('a session', () => {
  it('ends after fifteen idle minutes, without a write; using it keeps it', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const phone = site.phone();
    await phone.open(invitation.token);
    for (const minutes of [14, 28, 42]) {
      await site.t.moveClockTo(new Date(NOW.getTime() + minutes * 60_000));
      expect((await phone.get('/2')).status).toBe(200);
    }
    await site.t.moveClockTo(new Date(NOW.getTime() + 58 * 60_000));
    const over = await phone.get('/2');
    expect(over.status).toBe(403);
    expect(over.body).toContain('Öppna länken igen');
    expect(over.body).not.toContain('Sanna');
  });

  it('ends after twelve hours however much it is used', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const phone = site.phone();
    await phone.open(invitation.token);
    for (let minutes = 14; minutes < 12 * 60; minutes += 14) {
      await site.t.moveClockTo(new Date(NOW.getTime() + minutes * 60_000));
      await phone.get('/2');
    }
    await site.t.moveClockTo(new Date(NOW.getTime() + 12 * 3_600_000 + 1000));
    expect((await phone.get('/2')).status).toBe(403);
  });

  it('dies with its link: rotated or revoked', async () => {
    for (const change of ['rotation = rotation + 1', `revoked_at = app_now(), state = 'revoked'`]) {
      const invitation = await anInvitation(site.t.db, site.municipality);
      const phone = site.phone();
      await phone.open(invitation.token);
      expect((await phone.get('/2')).status).toBe(200);
      await site.rows(`UPDATE invitation SET ${change} WHERE id = $1`, [invitation.invitationId]);
      expect((await phone.get('/2')).status).toBe(403);
      expect((await phone.post('/2', { k: 'yes' })).status).toBe(403);
    }
  });

  it('cannot be made, moved to another municipality or kept alive by writing the cookie oneself', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const phone = site.phone();
    await phone.open(invitation.token);
    const own = readSessionCookie(secrets, phone.cookie)!;
    const forger = new FamilySecrets(Buffer.alloc(32, 1));
    const tries = [writeSessionCookie(forger, own), writeSessionCookie(secrets, { ...own, municipalityId: (await site.t.aMunicipality()).id }), `${phone.cookie!.slice(0, -1)}x`, 'x'.repeat(96), ''];
    for (const value of tries) {
      const thief = site.phone();
      thief.cookie = value;
      expect((await thief.get('/2')).status).toBe(403);
    }
  });

  it('is left by one button: ended, cleared, and on to the weather', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const phone = site.phone();
    await phone.open(invitation.token);
    const kept = phone.cookie;
    const left = await phone.post('/ut');
    expect(left).toMatchObject({ status: 303, location: 'https://www.smhi.se/', cookie: '' });
    expect(left.headers['clear-site-data']).toContain('storage');
    phone.cookie = kept;
    expect((await phone.get('/2')).status).toBe(403);
    expect((await site.phone().post('/ut')).location).toBe('https://www.smhi.se/');
  });
});

