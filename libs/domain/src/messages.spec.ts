import { PLACEHOLDERS_OF, TEMPLATES, fallbackChain, messageLanguage, messageValues, renderMessage, templateFaults, openingOf } from './messages';
import { revealingWords, smsSegments } from './neutral-sms';
import { addDays } from './time';
import { FAMILY_LANGUAGES, MESSAGE_KINDS } from './vocabulary';
import type { FamilyLanguage } from './vocabulary';

/** 27 + 22 = 49 characters: the longest address we promise to fit. */
const LINK = `https://svara-har.example/r/`.slice(0, 27).padEnd(27, '/') + '7Qm2xLr0aTzV8cKd3NfWbp';
const PHONE = '+46701740605';
const ALL = MESSAGE_KINDS.flatMap((kind) =>
  Object.entries(TEMPLATES[kind]).map(([lang, template]) => ({ kind, lang: lang as FamilyLanguage, template })),
);
const values = (lang: FamilyLanguage, date = '2026-12-10') => messageValues({ link: LINK, phone: PHONE, date, from: '16:30', to: '20:30' }, lang);

it('the link of these specs has 49 characters', () => {
  expect(LINK).toHaveLength(49);
});

describe('the catalogue', () => {
  it('has every kind in Swedish, English, Arabic and Somali', () => {
    for (const kind of MESSAGE_KINDS) expect(Object.keys(TEMPLATES[kind])).toEqual(expect.arrayContaining(['sv', 'en', 'ar', 'so']));
  });
  it.each(ALL)('$kind in $lang says all that its kind must say, and nothing that it is not given', ({ kind, template }) => {
    expect(templateFaults(kind, template.body)).toEqual([]);
    expect(template.version).toBeGreaterThanOrEqual(1);
  });
  it.each(ALL)('$kind in $lang reveals nothing', ({ kind, lang }) => {
    expect(revealingWords(renderMessage(kind, lang, values(lang)).text)).toEqual([]);
  });
  it('reports a template that lacks a placeholder or has one too many', () => {
    expect(templateFaults('newLink', 'Hej! {link} {date}')).toEqual(['missing {phone}', 'unknown {date}']);
  });
  it.each(MESSAGE_KINDS)('%s in Swedish is one SMS on every date of a year, with the longest hours', (kind) => {
    for (let date = '2026-12-01'; date < '2027-12-01'; date = addDays(date, 1)) {
      const { text } = renderMessage(kind, 'sv', values('sv', date));
      expect({ text, ...smsSegments(text) }).toMatchObject({ alphabet: 'GSM-7', segments: 1 });
    }
  });
  it.each(MESSAGE_KINDS)('%s is at most two SMS in English and Somali, three in Arabic', (kind) => {
    const segments = (lang: FamilyLanguage) => smsSegments(renderMessage(kind, lang, values(lang)).text).segments;
    expect(segments('en')).toBeLessThanOrEqual(2);
    expect(segments('so')).toBeLessThanOrEqual(2);
    expect(segments('ar')).toBeLessThanOrEqual(3);
  });
  it('asks a question at the end that leads to a person, in every message', () => {
    for (const kind of MESSAGE_KINDS) expect(PLACEHOLDERS_OF[kind]).toContain('phone');
  });
});

describe('a rendered message', () => {
  it('is word for word what the coordinator was shown', () => {
    expect(renderMessage('timeSet', 'sv', messageValues({ link: 'https://svara.example/r/7Qm2xLr0aTzV8cKd3NfWbp', phone: PHONE, date: '2026-12-10', from: '16:30', to: '20:00' }, 'sv'))).toEqual({
      text: 'Hej! Nu är dagen klar: torsdag 10/12 kl. 16.30-20. Läs mer: https://svara.example/r/7Qm2xLr0aTzV8cKd3NfWbp Undrar du något? Ring 070-174 06 05',
      templateKey: 'timeSet.sv',
      brought: { opening: '', address: 'https://svara.example/' },
      ownBody: null,
      version: 1,
      language: 'sv',
    });
  });
  it('falls back to Swedish where a language has no text, and says so', () => {
    expect(renderMessage('invitation', 'sv-x-lattlast', values('sv'))).toMatchObject({ templateKey: 'invitation.sv', language: 'sv' });
    expect(messageLanguage('invitation', 'ar')).toBe('ar');
    expect(messageLanguage('invitation', 'sv-x-lattlast')).toBe('sv');
  });
  it('has a text for every language, ending in Swedish', () => {
    for (const lang of FAMILY_LANGUAGES) {
      expect(fallbackChain(lang).at(-1)).toBe('sv');
      for (const kind of MESSAGE_KINDS) expect(renderMessage(kind, lang, values(messageLanguage(kind, lang))).text).not.toMatch(/[{}]/);
    }
  });
  it('is sent even when a value is missing: the place is empty, the rest stands', () => {
    expect(renderMessage('cancelled', 'sv', { link: LINK, phone: '070-174 06 05', outOfHours: '' }).text).toBe(
      'Hej! Tiden gäller inte längre. Du behöver inte göra något. Undrar du något? Ring 070-174 06 05',
    );
  });
  it('does not take a value for a placeholder', () => {
    expect(renderMessage('newLink', 'sv', { link: '{phone}', phone: '1', outOfHours: '' }).text).toContain('{phone} Den gamla');
  });
  it('gives an Arabic reader the number as one group, which no phone can turn round', () => {
    expect(renderMessage('invitation', 'ar', values('ar')).text).toContain('0701740605');
  });
});

describe('how a text begins', () => {
  const person = { agreedWord: null, sharedPhone: false, initialsAllowed: false, alias: null, initials: 'M.S.' };

  it('says nothing of anybody unless the phone is shared and the person allows it', () => {
    expect(openingOf(person)).toBe('');
    expect(openingOf({ ...person, sharedPhone: true })).toBe('');
    expect(openingOf({ ...person, initialsAllowed: true })).toBe('');
    expect(openingOf({ ...person, sharedPhone: true, initialsAllowed: true })).toBe('M.S.: ');
    expect(openingOf({ ...person, sharedPhone: true, initialsAllowed: true, alias: 'Kusinen' })).toBe('Kusinen: ');
  });
  it('begins with the word agreed at the first call', () => {
    expect(openingOf({ ...person, agreedWord: 'Blåbär' })).toBe('Blåbär: ');
    expect(openingOf({ ...person, agreedWord: 'Blåbär', sharedPhone: true, initialsAllowed: true })).toBe('Blåbär (M.S.): ');
    expect(renderMessage('newLink', 'sv', { ...values('sv'), opening: 'Blåbär: ' }).text).toMatch(/^Blåbär: Hej! Här är/);
  });
});

describe('a municipality’s own text', () => {
  const own = { newLink: { sv: { version: 4, body: 'Hej igen! {link} Ring {phone}' }, 'sv-x-lattlast': { version: 1, body: 'Hej! {link} {phone}' } } };

  it('is used instead of the built-in one, and known by its version', () => {
    expect(renderMessage('newLink', 'sv', values('sv'), own)).toMatchObject({ templateKey: 'own:newLink.sv', version: 4, text: expect.stringMatching(/^Hej igen! https/) as string });
    expect(renderMessage('invitation', 'sv', values('sv'), own).templateKey).toBe('invitation.sv');
  });
  it('opens a language that has no built-in text', () => {
    expect(messageLanguage('newLink', 'sv-x-lattlast')).toBe('sv');
    expect(messageLanguage('newLink', 'sv-x-lattlast', own)).toBe('sv-x-lattlast');
  });
});
