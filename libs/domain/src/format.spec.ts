import * as fc from 'fast-check';
import { formatClock, formatDate, formatPhone, formatTimeRange, initialsOf, joinNames, parsePhone, shortName } from './format';
import { addDays } from './time';
import { FAMILY_LANGUAGES } from './vocabulary';

const DAY = '2026-12-10';

describe('dates', () => {
  it('are Swedish in four lengths and one for messages', () => {
    expect(formatDate(DAY, 'sv', 'full')).toBe('torsdag 10 december 2026');
    expect(formatDate(DAY, 'sv', 'weekday')).toBe('torsdag 10 december');
    expect(formatDate(DAY, 'sv', 'short')).toBe('tor 10 dec');
    expect(formatDate(DAY, 'sv', 'numeric')).toBe('2026-12-10');
    expect(formatDate(DAY, 'sv', 'sms')).toBe('torsdag 10/12');
    expect(formatDate('2026-05-03', 'sv-x-lattlast', 'short')).toBe('sön 3 maj');
  });
  it('follow each language', () => {
    expect(formatDate(DAY, 'en', 'full')).toBe('Thursday 10 December 2026');
    expect(formatDate(DAY, 'en', 'short')).toBe('Thu 10 Dec');
    expect(formatDate(DAY, 'fi', 'full')).toBe('torstaina 10. joulukuuta 2026');
    expect(formatDate(DAY, 'so', 'weekday')).toBe('Khamiis 10 Diseembar');
    expect(formatDate(DAY, 'ti', 'full')).toBe('ሓሙስ 10 ታሕሳስ 2026');
    expect(formatDate(DAY, 'pl', 'weekday')).toBe('czwartek, 10 grudnia');
  });
  it('name an Arabic month in both systems', () => {
    expect(formatDate(DAY, 'ar', 'full')).toBe('الخميس 10 ديسمبر (كانون الأول) 2026');
    expect(formatDate(DAY, 'ar', 'sms')).toBe('الخميس 10 ديسمبر');
  });
  it('are Gregorian with western digits in every language', () => {
    const date = fc.integer({ min: 0, max: 3650 }).map((n) => addDays('2026-01-01', n));
    fc.assert(
      fc.property(date, fc.constantFrom(...FAMILY_LANGUAGES), (on, lang) => {
        const text = formatDate(on, lang, 'full');
        expect(text).toContain(on.slice(0, 4));
        expect(text).toMatch(new RegExp(`(?<!\\d)${Number(on.slice(8))}(?!\\d)`));
        expect(text).not.toMatch(/[\u0660-\u0669\u06F0-\u06F9]/);
      }),
    );
  });
});

describe('clocks', () => {
  it('have a point in Swedish and Finnish, 24 hours everywhere', () => {
    expect(formatClock('16:30', 'sv')).toBe('kl. 16.30');
    expect(formatClock('09:00', 'sv')).toBe('kl. 9.00');
    expect(formatClock('16:30', 'fi')).toBe('klo 16.30');
    expect(formatClock('16:30', 'en')).toBe('16:30');
    expect(formatClock('17:30', 'ti')).toBe('17:30 (ምሸት)');
  });
  it('make ranges: full, without whole hours, and with plain characters for SMS', () => {
    expect(formatTimeRange('16:30', '20:00', 'sv', 'full')).toBe('kl. 16.30–20.00');
    expect(formatTimeRange('16:30', '20:00', 'sv', 'compact')).toBe('kl. 16.30–20');
    expect(formatTimeRange('09:00', '15:30', 'sv', 'compact')).toBe('kl. 9–15.30');
    expect(formatTimeRange('16:30', '20:00', 'sv', 'sms')).toBe('kl. 16.30-20');
    expect(formatTimeRange('16:30', '20:00', 'en', 'sms')).toBe('16:30-20:00');
  });
  it('are written out where a dash reads both ways', () => {
    expect(formatTimeRange('17:30', '20:30', 'ar')).toBe('من 17:30 إلى 20:30');
    expect(formatTimeRange('17:30', '20:30', 'fa')).toBe('از 17:30 تا 20:30');
  });
  it('say the part of the day in Tigrinya, whose clock runs six hours off', () => {
    expect(formatTimeRange('10:00', '13:00', 'ti')).toBe('ሰዓት 10:00–13:00 (ቅድሚ ቀትሪ)');
    expect(formatTimeRange('14:00', '17:00', 'ti')).toBe('ሰዓት 14:00–17:00 (ድሕሪ ቀትሪ)');
  });
});

describe('phone numbers', () => {
  it.each([
    ['+46701740612', '070-174 06 12'], ['+4684650040', '08-465 00 40'], ['+46317900000', '031-790 00 00'], ['+4618123456', '018-12 34 56'],
    ['+46850012345', '08-500 123 45'], ['+4790123456', '+4790123456'],
  ])('%s reads %s', (e164, read) => {
    expect(formatPhone(e164)).toBe(read);
  });
  it.each([
    ['070-174 06 12', '+46701740612'], ['0701740612', '+46701740612'], ['+46 (0)70 174 06 12', '+46701740612'], ['0046701740612', '+46701740612'],
    ['08-465 00 40', '+4684650040'], ['+47 901 23 456', '+4790123456'],
  ])('understands %p', (typed, e164) => {
    expect(parsePhone(typed)).toBe(e164);
  });
  it.each(['', '12', 'ring mig', '070-174 06', '070-174 06 123', '+', '000', '070-174 o6 12', '112'])('refuses %p', (typed) => {
    expect(parsePhone(typed)).toBeNull();
  });
  it('reads back what it writes, for every number of the fiction series', () => {
    for (let n = 5; n <= 99; n += 1) {
      const e164 = `+46701740${600 + n}`;
      expect(parsePhone(formatPhone(e164))).toBe(e164);
    }
  });
});

describe('names', () => {
  it('are initials before names', () => {
    expect(initialsOf('Ella', 'Andersson')).toBe('E.A.');
    expect(initialsOf('Östen', null)).toBe('Ö.');
    expect(initialsOf(' åsa ', 'ängström')).toBe('Å.Ä.');
    expect(initialsOf('', '')).toBe('');
  });
  it('shorten the family name', () => {
    expect(shortName('Ella', 'Andersson')).toBe('Ella A.');
    expect(shortName('Ella', '')).toBe('Ella');
  });
  it('join with the word of the language', () => {
    expect(joinNames(['Ella', 'Amina', 'Daniel'], 'sv')).toBe('Ella, Amina och Daniel');
    expect(joinNames(['Ella', 'Amina'], 'en')).toBe('Ella and Amina');
    expect(joinNames(['Ella'], 'fi')).toBe('Ella');
    expect(joinNames([], 'sv')).toBe('');
  });
});
