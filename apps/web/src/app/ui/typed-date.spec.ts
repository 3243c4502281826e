import * as fc from 'fast-check';
import { addDays, formatDate } from '@radslag/domain';
import { readClock, readDate } from './typed-date';

const today = '2026-11-22';
const read = (typed: string, bounds: { today?: string; max?: string } = {}) => {
  const reading = readDate(typed, { today, ...bounds });
  return reading.ok ? reading.date : reading.why;
};

describe('a date as people type it', () => {
  it.each([
    '2026-12-10', '2026-12-10 ', '2026/12/10', '2026.12.10', '20261210', '261210', '10 dec', '10 Dec.', '10dec', '10 december', 'den 10 december', '10:e december', '10/12', '10 / 12',
    '10.12', '10.12.2026', '10/12-26', '10/12 2026', '10 dec 2026', '10 dec 26', '10-dec-2026', 'torsdag 10 december', 'tors 10 dec', 'tor 10 dec', 'Torsdag den 10 december 2026', 'torsdag 10/12',
    'Thursday 10 December', 'Thu 10 Dec', '10th of December', '10th December 2026', 'Dec 10', 'December 10, 2026', 'the 10th of dec',
  ])('understands %s', (typed) => {
    expect(read(typed)).toBe('2026-12-10');
  });
  it('knows what near days are called', () => {
    expect(['i dag', 'Idag', 'today', 'i morgon', 'tomorrow', 'i går', 'i övermorgon'].map((typed) => read(typed))).toEqual([
      today, today, today, '2026-11-23', '2026-11-23', '2026-11-21', '2026-11-24',
    ]);
  });
  it('takes the months whose names differ between the languages', () => {
    expect(['3 mars', '3 march', '3 maj', '3 may', '3 oktober', '3 october', '3 juni', '3 june'].map((typed) => read(`${typed} 2027`).slice(5, 7))).toEqual(['03', '03', '05', '05', '10', '10', '06', '06']);
  });

  describe('without a year', () => {
    it('is the next such day to come', () => {
      expect(read('15 jan')).toBe('2027-01-15');
      expect(read('22 nov')).toBe(today);
    });
    it('is this year’s when it has just been, so that nobody books a year away by mistake', () => {
      expect(read('20 nov')).toBe('2026-11-20');
    });
    it('is the last such day where only what has been can be meant', () => {
      expect(read('10 dec', { max: today })).toBe('2025-12-10');
      expect(read('22/11', { max: today })).toBe(today);
    });
    it('finds a leap day', () => {
      expect(read('29 feb', { today: '2027-06-01' })).toBe('2028-02-29');
      expect(read('29/2', { today: '2026-11-22', max: '2026-11-22' })).toBe('2024-02-29');
    });
  });
  it('reads two figures of a year in the century that can be meant', () => {
    expect(read('170412', { max: today })).toBe('2017-04-12');
    expect(read('12/4-45', { max: today })).toBe('1945-04-12');
    expect(read('1/3 31')).toBe('2031-03-01');
    expect(read('990501')).toBe('1999-05-01');
  });

  it('refuses what is not a date, and 12-10, which could be two', () => {
    expect(['', '10', 'dec', 'torsdag', 'snart', '10 foo', '12-10', '10 de', '1/2/3/4', '2026-12', 'v 50', '10 dec kl 17'].map((typed) => read(typed))).toEqual(Array(12).fill('unreadable'));
  });
  it('refuses a day that does not exist', () => {
    expect(['31 nov', '30/2', '2027-02-29', '0/5', '10/13', '2026-13-01'].map((typed) => read(typed))).toEqual(Array(6).fill('noSuchDay'));
  });
  it('says when the weekday is another one', () => {
    expect(readDate('torsdag 11 december', { today })).toEqual({ ok: false, why: 'otherWeekday', date: '2026-12-11' });
    expect(readDate('mon 10 dec 2026', { today })).toEqual({ ok: false, why: 'otherWeekday', date: '2026-12-10' });
  });
  it('reads back every way the product itself writes a date', () => {
    const day = fc.integer({ min: -20_000, max: 20_000 }).map((n) => addDays(today, n));
    fc.assert(
      fc.property(day, fc.constantFrom('sv' as const, 'en' as const), (date, language) => {
        expect(read(date)).toBe(date);
        expect(read(formatDate(date, language, 'full'))).toBe(date);
        expect(read(`${formatDate(date, language, 'short')} ${date.slice(0, 4)}`)).toBe(date);
      }),
    );
  });
});

describe('a time as people type it', () => {
  it.each([['17:30', '17:30'], ['17.30', '17:30'], ['1730', '17:30'], ['930', '09:30'], ['9', '09:00'], ['17', '17:00'], ['9.15', '09:15'], ['kl. 9.15', '09:15'], ['kl 17', '17:00'], ['0:00', '00:00'], [' 23:59 ', '23:59']])('understands %s', (typed, clock) => {
    expect(readClock(typed)).toBe(clock);
  });
  it.each(['', '24', '24:00', '12:60', '12:5', 'kväll', '1:2:3', '12345', '5 pm'])('refuses %s', (typed) => {
    expect(readClock(typed)).toBeNull();
  });
});
