import 'reflect-metadata';
import { anInvitation } from './an-invitation.fixture';
import { NOW, Site } from './site.fixture';

jest.setTimeout(60_000);

let site: Site;
beforeAll(async () => {
  site = await Site.start();
});
beforeEach(() => site.t.moveClockTo(NOW));
afterAll(() => site?.close());

const later = (minutes: number) => site.t.moveClockTo(new Date(NOW.getTime() + minutes * 60_000));
const KEPT = 'Det du har svarat är sparat';

describe('a page that says how things stand', () => {
  it('says “has been told” only when something has: an address alone tells nobody', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { state: 'confirmed' });
    const phone = site.phone();
    await phone.open(invitation.token);
    expect((await phone.get('/12')).location).toBe('/9');
    await phone.post('/9', { h: 'sen' });
    expect((await phone.get('/12')).body).toContain('har fått veta det');
    await site.rows('UPDATE task SET done_at = app_now() WHERE member_id = $1', [invitation.memberId]);
    await later(20);
    const again = site.phone();
    await again.open(invitation.token);
    expect((await again.get('/12')).location).toBe('/9');
  });

  it('says nothing of the kind of an answer that could not be taken', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { state: 'inProgress' });
    const phone = site.phone();
    await phone.open(invitation.token);
    await phone.post('/9', { h: 'kan' });
    expect(await site.answersOf(invitation)).toEqual([]);
    expect((await phone.get('/12')).location).toBe('/9');
  });

  it('says “we have got it” of a question and of a fault that came', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear' });
    const phone = site.phone();
    await phone.open(invitation.token);
    await phone.post('/1', { ar: '1974' });
    expect((await phone.get('/13?a')).body).not.toContain('Vi har fått din fråga');
    expect((await phone.get('/14?a')).body).not.toContain('Vi har fått det du skrev');
    await phone.post('/13');
    await phone.post('/14', { vad: 'Knappen' });
    expect((await phone.get('/13?a')).body).toContain('Vi har fått din fråga');
    expect((await phone.get('/14?a')).body).toContain('Vi har fått det du skrev');
  });

  it('says “your answer is saved” to a phone that has answered, not to a stranger, nor of what was sent too late', async () => {
    const [begun, untouched] = [await anInvitation(site.t.db, site.municipality), await anInvitation(site.t.db, site.municipality)];
    const [phone, idle] = [site.phone(), site.phone()];
    await phone.open(begun.token);
    await phone.post('/2', { k: 'yes' });
    await idle.open(untouched.token);
    await later(20);
    expect((await phone.get('/3')).body).toContain(KEPT);
    for (const page of [await phone.post('/3', { t0: 'yes' }), await idle.get('/2'), await site.phone().get('/2')]) {
      expect(page.status).toBe(403);
      expect(page.body).not.toContain(KEPT);
    }
  });

  it('says “your other answers are saved” of rows that were', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const phone = site.phone();
    await phone.open(invitation.token);
    await phone.post('/2', { k: 'yes' });
    expect((await phone.post('/3', {})).body).not.toContain('Dina andra svar är sparade');
    expect((await phone.post('/3', { t0: 'yes', nar: 'x'.repeat(5000) })).body).not.toContain('Dina andra svar är sparade');
    expect((await phone.post('/3', { t0: 'yes' })).body).toContain('Dina andra svar är sparade');
  });
});
