import 'reflect-metadata';
import { MoveConference, ProposeTimes } from '@radslag/conferences';
import { anInvitation, type InvitationFixture } from './an-invitation.fixture';
import { NOW, Site } from './site.fixture';

jest.setTimeout(60_000);

let site: Site;
beforeAll(async () => {
  site = await Site.start();
});
beforeEach(() => site.t.moveClockTo(NOW));
afterAll(() => site?.close());

const ASK = 'Kan du komma då?';
const VERSION = 1;
const FRI = { startsLocal: '2026-12-18T17:00', endsLocal: '2026-12-18T20:00' };
const move = (invitation: InvitationFixture, version = VERSION, to = FRI) => new MoveConference(site.t.db).execute(invitation.coordinator, invitation.conferenceId, { version, ...to });
const said = async ({ invitationId }: InvitationFixture) =>
  (await site.rows<{ day: string; value: string | null }>(
    'SELECT substr(p.starts_local, 6, 5) AS day, x.value FROM answer_time x JOIN answer a ON a.id = x.answer_id JOIN proposed_time p ON p.id = x.proposed_time_id WHERE a.invitation_id = $1 ORDER BY a.at, a.id, p.starts_local', [invitationId],
  )).map(({ day, value }) => `${day} ${value}`);
const shown = (body: string): string => /name="v" value="([^"]+)"/.exec(body)?.[1] ?? '';
const pressed = (body: string): string | undefined => /name="h" value="(\w+)" aria-pressed="true"/.exec(body)?.[1];

describe('a meeting that is moved', () => {
  it('is asked about anew, whatever was said of the day before, and what is tapped is about the new day', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { state: 'confirmed' });
    const phone = site.phone();
    const before = await phone.open(invitation.token);
    expect(before.body).toContain(ASK);
    await phone.post('/9', { h: 'kan', v: shown(before.body) });
    expect((await phone.get('/9')).body).not.toContain(ASK);
    await move(invitation);
    const moved = await phone.get('/9');
    expect(moved.body).toContain(ASK);
    expect(pressed(moved.body)).toBeUndefined();
    await site.t.moveClockTo(new Date(NOW.getTime() + 60_000));
    await phone.post('/9', { h: 'nej', v: shown(moved.body) });
    expect(await said(invitation)).toEqual(['12-08 yes', '12-18 no']);
    expect(pressed((await phone.get('/9')).body)).toBe('nej');
  });

  it('while the page is open: the tap is not taken for an answer to the new day, which is shown instead', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { state: 'confirmed' });
    const phone = site.phone();
    const old = await phone.open(invitation.token);
    await move(invitation);
    expect((await phone.post('/9', { h: 'nej', v: shown(old.body) })).location).toBe('/9');
    expect(await said(invitation)).toEqual([]);
    expect(await site.rows(`SELECT id FROM task WHERE member_id = $1 AND reason = 'notComing'`, [invitation.memberId])).toEqual([]);
  });

  it('a letter instead of coming is not carried into the yes that follows', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const phone = site.phone();
    await phone.open(invitation.token);
    await phone.post('/2', { k: 'no' });
    await phone.post('/4', { h: 'letter' });
    await phone.post('/5', { b: 'inget' });
    await phone.post('/6', { o: 'no' });
    expect((await phone.post('/7', { n: '' })).location).toBe('/8');
    await site.rows(`UPDATE conference SET state = 'confirmed', starts_local = '2026-12-10T17:30', ends_local = '2026-12-10T20:30' WHERE id = $1`, [invitation.conferenceId]);
    await move(invitation);
    await site.t.moveClockTo(new Date(NOW.getTime() + 60_000));
    await phone.post('/9', { h: 'kan' });
    expect(await site.rows('SELECT coming, mode FROM answer WHERE invitation_id = $1 ORDER BY at', [invitation.invitationId])).toEqual([{ coming: 'no', mode: 'letter' }, { coming: 'yes', mode: null }]);
  });
});

describe('new dates', () => {
  it('are a new question to whoever said no to those before', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality);
    const phone = site.phone();
    await phone.open(invitation.token);
    await phone.post('/2', { k: 'no' });
    await phone.post('/4', { h: 'none' });
    await phone.post('/6', { o: 'no' });
    expect((await phone.post('/7', { n: '' })).location).toBe('/8');
    const times = ['14', '15', '16'].map((day) => ({ startsLocal: `2026-12-${day}T17:00`, endsLocal: `2026-12-${day}T20:00` }));
    await new ProposeTimes(site.t.db).execute(invitation.coordinator, invitation.conferenceId, { version: 1, times, answerBy: '2026-11-27' });
    const back = site.phone();
    expect((await back.open(invitation.token)).body).toMatch(/<h1[^>]*>Vill du komma till mötet/);
    expect((await back.post('/7', { n: '' })).location).toBe('/2');
    expect(await said(invitation)).toEqual(['12-08 no', '12-10 no', '12-12 no', '12-12 no']);
  });
});
