import 'reflect-metadata';
import { CorrectFamilyText, ReadFamilyTexts, ReviewFamilyTexts, SetLogo, type StaffAccess } from '@radslag/access';
import { aStaffMember } from '@radslag/testing';
import { PLACES } from '@radslag/family-texts';
import type { FamilyLanguage } from '@radslag/domain';
import { anInvitation } from './an-invitation.fixture';
import { Site } from './site.fixture';

let site: Site;
let writer: StaffAccess;
let reader: StaffAccess;
beforeAll(async () => {
  site = await Site.start();
  writer = await aStaffMember(site.t.db, site.municipality, 'administrator');
  reader = await aStaffMember(site.t.db, site.municipality, 'manager');
});
afterAll(() => site.close());

const correct = (path: string, text: string | null, version: number, language: FamilyLanguage = 'sv', by = writer) => new CorrectFamilyText(site.t.db).execute(by, { language, path, text, version });
const review = (texts: { path: string; version: number }[], language: FamilyLanguage = 'sv', by = reader) => new ReviewFamilyTexts(site.t.db).execute(by, { language, texts });
/** Written by one, read by another. */
const inUse = async (path: string, text: string, language: FamilyLanguage = 'sv') => {
  const { version } = await correct(path, text, (await textAt(path, language)).version, language);
  return (await review([{ path, version }], language))[0]!;
};
const textAt = async (path: string, language: FamilyLanguage = 'sv') => (await new ReadFamilyTexts(site.t.db).execute(reader, language)).texts.find((one) => one.path === path)!;
const onPage = async (language = 'sv') => (await site.phone().get(`/r/${(await anInvitation(site.t.db, site.municipality, { language })).token}`)).body;

describe('a municipality’s own words', () => {
  it('are a proposal that nobody sees; read by another they stand on the next page that anybody opens, and go again when the built-in text is wanted back', async () => {
    expect(await onPage()).toContain('Hej! Du är bjuden till ett möte');
    const first = await correct('start.h1', 'Hej! Vi vill gärna träffa dig', 0);
    expect(first).toMatchObject({ version: 1, standing: 'proposed', mine: true, text: null, proposed: 'Hej! Vi vill gärna träffa dig', changedBy: writer.name });
    expect(await onPage()).toContain('Hej! Du är bjuden till ett möte');
    await expect(review([{ path: 'start.h1', version: 1 }], 'sv', writer)).rejects.toMatchObject({ code: 'own-text' });
    const [read] = await review([{ path: 'start.h1', version: 1 }]);
    expect(read).toMatchObject({ version: 2, standing: 'reviewed', text: 'Hej! Vi vill gärna träffa dig', proposed: null, changedBy: writer.name, reviewedBy: reader.name });
    expect(await onPage()).toContain('Hej! Vi vill gärna träffa dig');
    await correct('start.h1', null, 2);
    expect(await onPage()).toContain('Hej! Du är bjuden till ett möte');
    expect(await textAt('start.h1')).toMatchObject({ version: 3, text: null, proposed: null, standing: 'original' });
  });

  it('what is in use stands while a change of it waits, and is still there when the proposal is taken away', async () => {
    await inUse('start.facts.never', 'Vi frågar aldrig efter koder.');
    const { version } = await correct('start.facts.never', 'Vi frågar nog aldrig efter koder.', 2);
    expect(await textAt('start.facts.never')).toMatchObject({ standing: 'proposed', text: 'Vi frågar aldrig efter koder.', proposed: 'Vi frågar nog aldrig efter koder.' });
    expect(await onPage()).toContain('Vi frågar aldrig efter koder.');
    await correct('start.facts.never', 'Vi frågar aldrig efter koder.', version);
    expect(await textAt('start.facts.never')).toMatchObject({ standing: 'reviewed', text: 'Vi frågar aldrig efter koder.', proposed: null, reviewedBy: reader.name });
  });

  it('who has changed a proposal has written it', async () => {
    const { version } = await correct('over.h1', 'Sidan är stängd', 0);
    const mine = await correct('over.h1', 'Sidan är stängd nu', version, 'sv', reader);
    await expect(review([{ path: 'over.h1', version: mine.version }])).rejects.toMatchObject({ code: 'own-text' });
    expect((await review([{ path: 'over.h1', version: mine.version }], 'sv', writer))[0]).toMatchObject({ text: 'Sidan är stängd nu', changedBy: reader.name });
  });

  it('put in use by one person before two were needed, they stay, and are marked until another has read them', async () => {
    await site.t.asOwner('ALTER TABLE family_text DISABLE TRIGGER family_texts_by_two');
    const { version } = await correct('start.facts.time', 'Det tar en liten stund.', 0);
    await site.rows(`UPDATE family_text SET alone = true WHERE path = 'start.facts.time'`, []);
    await site.t.asOwner('ALTER TABLE family_text ENABLE TRIGGER family_texts_by_two');
    expect(await textAt('start.facts.time')).toMatchObject({ standing: 'alone', text: 'Det tar en liten stund.', proposed: null });
    expect(await onPage()).toContain('Det tar en liten stund.');
    expect((await review([{ path: 'start.facts.time', version }]))[0]).toMatchObject({ standing: 'reviewed', text: 'Det tar en liten stund.' });
  });

  it('are in use on one person’s word by no way around, in the database either', async () => {
    await correct('broken.h1', 'Något gick snett', 0);
    await expect(site.rows(`UPDATE family_text SET alone = true WHERE path = 'broken.h1'`, [])).rejects.toThrow(/second reader/);
    await expect(site.rows(`UPDATE family_text SET reviewed_by = changed_by, reviewed_at = changed_at WHERE path = 'broken.h1'`, [])).rejects.toThrow(/family_text_reviewed_by_another/);
  });

  it('stay in their language, and show where another falls back to it', async () => {
    await inUse('dead.h1', 'Länken går inte att öppna längre');
    await inUse('next', 'Vidare');
    const easy = await onPage('sv-x-lattlast');
    expect(easy).toContain('Nästa fråga');
    expect(await textAt('dead.h1', 'sv-x-lattlast')).toMatchObject({ fallsBackTo: 'sv', text: null });
    expect(await onPage('en')).toContain('Continue');
  });

  it('never come to another municipality', async () => {
    const other = await site.t.aMunicipality('Berga kommun');
    await inUse('start.unsure', 'Osäker? Ring {name}.');
    const invitation = await anInvitation(site.t.db, other.id);
    const page = await site.phone().get(`/r/${invitation.token}`);
    expect(page.body).toContain('Är du osäker på om det här är på riktigt?');
    expect(page.body).not.toContain('Osäker? Ring');
  });

  it.each([
    ['start.lead', 'Ring {namn}', 'family-text-faulty'],
    ['times.hint', 'Svara snart', 'family-text-faulty'],
    ['start.h1', 'Hej {', 'family-text-faulty'],
    ['start.h1', 'Hej! Om ditt barn', 'family-text-revealing'],
    ['coming.h1', 'Vill du komma till familjerådslaget?', 'family-text-revealing'],
    ['start.h1', 'Hej\u202e!', 'family-text-faulty'],
    ['start.h1', '   ', 'family-text-faulty'],
    ['start.h1', 'Hej! Läs mer på exempel.se', 'family-text-faulty'],
    ['start.h1', 'Hej! Läs mer på exempel ．ｓｅ', 'family-text-faulty'],
    ['done.lead', 'Skriv till namn(at)exempel.se', 'family-text-faulty'],
    ['done.lead', 'Ring 070 - 174 06 05 i stället', 'family-text-faulty'],
    ['start.h1', 'Hej! Det är s o c i a l t j ä n s t e n', 'family-text-revealing'],
    ['start.h1', 'Hej! Vi är ѕосіаlen', 'family-text-revealing'],
  ])('at %s, %j is refused', async (path, text, code) => {
    await expect(correct(path, text, (await textAt(path)).version)).rejects.toMatchObject({ code });
  });
  it('are refused where somebody else has written in the meantime, and where there is no such text', async () => {
    await correct('done.lead', 'Nu är allt klart.', 0);
    await expect(correct('done.lead', 'Färdigt!', 0)).rejects.toMatchObject({ code: 'stale-version' });
    await expect(correct('finns.inte', 'Hej', 0)).rejects.toMatchObject({ code: 'not-found' });
  });
  it('that a release has outgrown give way to the built-in text, and take no page down', async () => {
    const row = await inUse('letter.h1', 'Skriv koden');
    await site.rows(`UPDATE family_text SET text = $1 WHERE language = 'sv' AND path = 'letter.h1' AND version = $2`, ['Skriv koden som {who} gav dig', row.version]);
    await site.rows(`UPDATE family_text SET text = $1 WHERE language = 'sv' AND path = 'dead.h1'`, ['Trasig {']);
    const page = await site.phone().get(`/r/${(await anInvitation(site.t.db, site.municipality)).token}`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('Hej! Du är bjuden till ett möte');
  });
  it('are text, whatever they hold', async () => {
    await inUse('start.facts.time', '<img src=x onerror=alert(1)> "två" minuter');
    expect(await onPage()).toContain('&lt;img src=x onerror=alert(1)>');
  });

  it('are read by somebody else than who wrote them; then a language is no longer called a draft', async () => {
    await correct('next', 'Go on', 0, 'en');
    await expect(review([{ path: 'next', version: 1 }], 'en', writer)).rejects.toMatchObject({ code: 'own-text' });
    expect(await onPage('en')).toContain('This translation has not been reviewed yet');
    const all = (await new ReadFamilyTexts(site.t.db).execute(reader, 'en')).texts.map(({ path, version }) => ({ path, version }));
    expect(all).toHaveLength(PLACES.size);
    await review(all, 'en');
    expect(await textAt('next', 'en')).toMatchObject({ standing: 'reviewed', text: 'Go on', version: 2 });
    expect(await onPage('en')).not.toContain('This translation has not been reviewed yet');
    const { version } = await correct('back', 'Go back', 1, 'en');
    // What is shown has been read; what is not has not changed it.
    expect(await onPage('en')).not.toContain('This translation has not been reviewed yet');
    expect(version).toBe(2);
    await correct('back', null, 2, 'en');
    expect(await onPage('en')).toContain('This translation has not been reviewed yet');
  });
});

describe('the municipality’s name and mark', () => {
  const DOT = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  it('stand behind the second step, and nowhere before it', async () => {
    await new SetLogo(site.t.db).execute(writer, DOT);
    const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear' });
    const phone = site.phone();
    const asked = await phone.open(invitation.token);
    expect(asked.body).not.toMatch(/kommun|data:image/);
    await phone.post('/1', { ar: '1974' });
    const opened = await phone.get('/2');
    expect(opened.body).toMatch(/<img src="data:image\/png[^>]*alt[^>]*><bdi>[^<]*kommun/);
  });
  it.each(['data:image/svg+xml;base64,PHN2Zz4=', 'data:image/png;base64,PHNjcmlwdD4=', 'https://elsewhere.example/x.png', `${DOT.slice(0, 22)}${'A'.repeat(6000)}`])('is a small picture and nothing else: %s', async (logo) => {
    await expect(new SetLogo(site.t.db).execute(writer, logo)).rejects.toMatchObject({ code: 'logo-faulty' });
  });
});

describe('the pages about one’s data and about how the pages work', () => {
  it('are there for whoever has shown who they are', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear' });
    const phone = site.phone();
    await phone.open(invitation.token);
    expect((await phone.get('/13')).location).toBe('/1');
    await phone.post('/1', { ar: '1974' });
    expect((await phone.get('/13')).body).toMatch(/kommun ansvarar för det du skriver här/);
    expect((await phone.get('/14')).body).toContain('WCAG 2.2');
  });
  it('are not there, nor led to, on a phone nobody has vouched for: they tell that an authority is behind the meeting', async () => {
    const phone = site.phone();
    const page = await phone.open((await anInvitation(site.t.db, site.municipality)).token);
    expect(page.body).not.toMatch(/href="\/1[34]"/);
    for (const path of ['/13', '/14']) expect((await phone.get(path)).location).toBe('/2');
  });
  it('whoever asks who has opened their data asks once, and the coordinator is told', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear' });
    const phone = site.phone();
    await phone.open(invitation.token);
    await phone.post('/1', { ar: '1974' });
    await phone.get('/13');
    expect((await phone.post('/13')).location).toBe('/13?a');
    await phone.post('/13');
    expect((await phone.get('/13?a')).body).toContain('Tack! Vi har fått din fråga');
    expect((await site.tasksOf(invitation)).map(({ kind }) => kind)).toEqual(['whoHasOpened']);
  });
  it('what does not work comes to the coordinator’s inbox, as that person’s words', async () => {
    const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear' });
    const phone = site.phone();
    await phone.open(invitation.token);
    await phone.post('/1', { ar: '1974' });
    await phone.get('/14');
    expect((await phone.post('/14', { vad: '  ' })).body).toContain('Skriv vad som inte fungerar');
    expect((await phone.post('/14', { vad: 'Knappen går inte att trycka på' })).location).toBe('/14?a');
    const [row] = await site.rows<{ kind: string; member_id: string; referral_id: string }>('SELECT kind, member_id, referral_id FROM inbound_message WHERE member_id = $1', [invitation.memberId]);
    expect(row).toEqual({ kind: 'siteFeedback', member_id: invitation.memberId, referral_id: invitation.referralId });
    for (let i = 0; i < 9; i++) await phone.post('/14', { vad: `en gång till ${i}` });
    expect((await phone.post('/14', { vad: 'för många' })).status).toBe(429);
  });
});
