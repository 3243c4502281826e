import 'reflect-metadata';
import { IssueCode, RotateLink } from '@radslag/conferences';
import { endTasks } from '@radslag/outreach';
import { anInvitation, LINK_KEY, type InvitationFixture } from './an-invitation.fixture';
import { NOW, Site } from './site.fixture';

jest.setTimeout(60_000);

let site: Site;
beforeAll(async () => {
  site = await Site.start();
  const key = LINK_KEY.toString('base64');
  Object.assign(process.env, { RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: site.t.appUrl, RADSLAG_REDIS_URL: 'redis://127.0.0.1:1', RADSLAG_MASTER_KEY: key, RADSLAG_LINK_KEY: key, RADSLAG_CALLBACK_KEY: key });
});
beforeEach(() => site.t.moveClockTo(NOW));
afterAll(() => site?.close());

const HOUR = 3_600_000;
const later = (hours: number) => site.t.moveClockTo(new Date(NOW.getTime() + hours * HOUR));
const aCode = async ({ coordinator, invitationId }: InvitationFixture) => (await new IssueCode(site.t.db).execute(coordinator, invitationId)).code;
const other = (code: string) => code.replace(/^./, (digit) => String((Number(digit) + 1) % 10));

describe('the second step', () => {
  it('comes before everything, and five wrong years pause it for a quarter of an hour', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear', state: 'confirmed', released: true });
    const phone = site.phone();
    expect((await phone.open(invitation.token)).body).toContain('Vilket år är du född?');
    expect((await phone.get('/9')).location).toBe('/1');
    expect((await phone.post('/1', { ar: '74' })).body).toContain('Skriv fyra siffror');
    for (let i = 0; i < 4; i++) expect((await phone.post('/1', { ar: '1973' })).body).toContain('Året stämmer inte. Försök igen.');
    expect((await phone.post('/1', { ar: '1973' })).body).toContain('Vi pausar en stund. Ring Sanna');
    expect((await phone.post('/1', { ar: '1974' })).body).toContain('Vi pausar en stund');
    await site.t.moveClockTo(new Date(NOW.getTime() + 14 * 60_000));
    expect((await phone.post('/1', { ar: '1974' })).body).toContain('Vi pausar en stund');
    await site.t.moveClockTo(new Date(NOW.getTime() + 16 * 60_000));
    expect((await phone.post('/1', { ar: '1974' })).location).toBe('/9');
    expect((await phone.get('/9')).body).toContain('Alnäs fritidsgård');
  });

  it('a code told on the phone opens it too', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'code', code: '123456' });
    const phone = site.phone();
    expect((await phone.open(invitation.token)).body).toContain('Vilken kod har du fått?');
    expect((await phone.post('/1', { kod: '654321' })).body).toContain('Koden stämmer inte');
    expect((await phone.post('/1', { kod: '123 456' })).location).toBe('/2');
  });

  it('without one, the place and the plan stay closed and the page says whom to call', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { state: 'confirmed', released: true });
    const phone = site.phone();
    const page = await phone.open(invitation.token);
    expect(page.body).toContain('Platsen visar vi bara för dig. Ring Sanna');
    expect(page.body).not.toContain('Alnäs');
    expect((await phone.get('/90')).body).not.toContain('Alnäs');
  });

  it('counts for this session only', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear' });
    const phone = site.phone();
    await phone.open(invitation.token);
    await phone.post('/1', { ar: '1974' });
    expect((await phone.get('/2')).status).toBe(200);
    expect((await site.phone().open(invitation.token)).body).toContain('Vilket år är du född?');
  });
});

describe('a birth year that is guessed', () => {
  /** Ten wrong ones, a pause between. */
  const guessedOut = async (facts: Parameters<typeof anInvitation>[2] = {}) => {
    const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear', ...facts });
    const guesser = site.phone();
    await guesser.open(invitation.token);
    for (let i = 0; i < 5; i++) await guesser.post('/1', { ar: String(1930 + i) });
    await later(1);
    await guesser.open(invitation.token);
    for (let i = 0; i < 4; i++) expect((await guesser.post('/1', { ar: String(1940 + i) })).body).toContain('Året stämmer inte');
    return { invitation, last: await guesser.post('/1', { ar: '1949' }) };
  };

  it('opens nothing after ten wrong ones in all, the right one neither, however long one waits; staff are asked to give a code', async () => {
    const { invitation, last } = await guessedOut();
    expect(last.status).toBe(422);
    expect(last.body).toContain('Du behöver en kod');
    await later(48);
    const phone = site.phone();
    expect((await phone.open(invitation.token)).body).toContain('Du behöver en kod');
    expect((await phone.post('/1', { ar: '1974' })).location).not.toBe('/2');
    expect((await phone.get('/2')).location).toBe('/1');
    expect(await site.tasksOf(invitation)).toEqual([{ kind: 'giveCode', reason: 'guessed', urgent: true, assigned_to: invitation.coordinator.userId }]);
  });

  it('is counted on when the right person comes in between', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear' });
    for (let n = 0; n < 10; n++) {
      const guesser = site.phone();
      await guesser.open(invitation.token);
      await guesser.post('/1', { ar: String(1930 + n) });
      const owner = site.phone();
      await owner.open(invitation.token);
      const came = await owner.post('/1', { ar: '1974' });
      expect([n, came.location]).toEqual([n, n < 9 ? '/2' : '']);
    }
  });

  it('is counted one by one when guesses come at once', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear' });
    const phone = site.phone();
    await phone.open(invitation.token);
    await Promise.all(Array.from({ length: 12 }, (_, n) => phone.post('/1', { ar: String(1930 + n) })));
    const [row] = await site.rows<{ wrong_years: number; paused: boolean }>('SELECT wrong_years, locked_until > app_now() AS paused FROM invitation WHERE id = $1', [invitation.invitationId]);
    expect(row).toEqual({ wrong_years: 5, paused: true });
  });

  it('leaves the code told on the phone as the way in, and giving it ends the task', async () => {
    const { invitation } = await guessedOut();
    await later(2);
    const code = await aCode(invitation);
    expect(await site.tasksOf(invitation)).toEqual([]);
    const phone = site.phone();
    expect((await phone.open(invitation.token)).body).toContain('Vilken kod har du fått?');
    expect((await phone.post('/1', { kod: code })).location).toBe('/2');
    expect((await site.phone().open(invitation.token)).body).toContain('Du behöver en kod');
  });

  it('does not close the way of whoever has been told a code: a pause is for years', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear' });
    const [guesser, phone] = [site.phone(), site.phone()];
    const code = await aCode(invitation);
    await guesser.open(invitation.token);
    for (let i = 0; i < 5; i++) await guesser.post('/1', { ar: '1931' });
    await phone.open(invitation.token);
    expect((await phone.post('/1', { ar: '1974' })).body).toContain('Vi pausar en stund');
    expect((await phone.post('/1', { kod: code })).location).toBe('/2');
  });

  it('may be asked for again once the link is another, and the task ends', async () => {
    const { invitation } = await guessedOut();
    await new RotateLink(site.t.db).execute(invitation.coordinator, invitation.invitationId);
    await site.t.db.inMunicipality(site.municipality, { kind: 'system' }, (tx) => endTasks(tx, { conferenceId: invitation.conferenceId }));
    expect((await site.tasksOf(invitation)).filter(({ kind }) => kind === 'giveCode')).toEqual([]);
    expect(await site.rows('SELECT wrong_years FROM invitation WHERE id = $1', [invitation.invitationId])).toEqual([{ wrong_years: 0 }]);
  });
});

describe('a code told on the phone', () => {
  it('opens once', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear' });
    const code = await aCode(invitation);
    const [first, second] = [site.phone(), site.phone()];
    await Promise.all([first.open(invitation.token), second.open(invitation.token)]);
    const came = await Promise.all([first.post('/1', { kod: code }), second.post('/1', { kod: code })]);
    expect(came.map(({ location }) => location).sort()).toEqual(['', '/2']);
    // The year still opens where it did.
    expect((await second.post('/1', { ar: '1974' })).location).toBe('/2');
  });

  it('opens for a day, which is said where it is given', async () => {
    const [late, intime] = [await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear' }), await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear' })];
    const { code, validUntil } = await new IssueCode(site.t.db).execute(late.coordinator, late.invitationId);
    expect((Date.parse(validUntil) - NOW.getTime()) / HOUR).toBeCloseTo(24, 1);
    const another = await aCode(intime);
    const phone = site.phone();
    await later(23.9);
    await phone.open(intime.token);
    expect((await phone.post('/1', { kod: another })).location).toBe('/2');
    await later(24.1);
    await phone.open(late.token);
    expect((await phone.post('/1', { kod: code })).body).toContain('Koden stämmer inte');
  });

  it('ends after five wrong ones; where no year is known staff are asked for another', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'code' });
    const code = await aCode(invitation);
    const phone = site.phone();
    await phone.open(invitation.token);
    for (let i = 0; i < 4; i++) expect((await phone.post('/1', { kod: other(code) })).body).toContain('Koden stämmer inte');
    expect((await phone.post('/1', { kod: other(code) })).body).toContain('Du behöver en kod');
    expect((await phone.post('/1', { kod: code })).location).toBe('');
    expect(await site.tasksOf(invitation)).toMatchObject([{ kind: 'giveCode', reason: 'guessed', urgent: true }]);
  });

  it('is no way in with a link that was changed', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear' });
    const code = await aCode(invitation);
    await new RotateLink(site.t.db).execute(invitation.coordinator, invitation.invitationId);
    expect(await site.rows('SELECT code_hash FROM invitation WHERE id = $1', [invitation.invitationId])).toEqual([{ code_hash: null }]);
    expect(code).toMatch(/^\d{6}$/);
  });

  it('cannot stand in the database without the time it was given', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { code: '123456' });
    await expect(site.rows('UPDATE invitation SET code_issued_at = NULL WHERE id = $1', [invitation.invitationId])).rejects.toThrow(/invitation_code_has_its_time/);
  });
});
