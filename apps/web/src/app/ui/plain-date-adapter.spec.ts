import '@angular/compiler';
import { Injector } from '@angular/core';
import { Words } from '../words/words';
import { PlainDateAdapter, isRedDay } from './plain-date-adapter';
import { longDay } from './dates';
import { When } from './when';

function adapterIn(language: 'sv' | 'en'): PlainDateAdapter {
  const words = new Words();
  words.language.set(language);
  const when = { today: () => '2026-11-22', long: (date: string) => longDay(date, language) };
  return Injector.create({ providers: [{ provide: PlainDateAdapter }, { provide: Words, useValue: words }, { provide: When, useValue: when }] }).get(PlainDateAdapter);
}

describe('our calendar dates under Material’s calendar', () => {
  const dates = adapterIn('sv');

  it('begins the week on Monday and calls the days by their names in the language of the screen', () => {
    expect(dates.getFirstDayOfWeek()).toBe(1);
    expect(dates.getDayOfWeekNames('long')).toEqual(['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag']);
    expect(adapterIn('en').getDayOfWeekNames('narrow')).toEqual(['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa']);
    expect([dates.getDayOfWeek('2026-11-22'), dates.getDayOfWeek('2026-11-23')]).toEqual([0, 1]);
    expect(dates.getMonthNames('long').at(11)).toBe('december');
    expect(dates.format('2026-12-01', 'monthYear')).toBe('december 2026');
  });
  it('goes from month to month and stays inside the shorter one', () => {
    expect(dates.addCalendarMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(dates.addCalendarMonths('2026-12-31', 2)).toBe('2027-02-28');
    expect(dates.addCalendarMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(dates.addCalendarYears('2028-02-29', -1)).toBe('2027-02-28');
    expect(dates.addCalendarDays('2026-12-31', 1)).toBe('2027-01-01');
  });
  it('knows how long months are', () => {
    expect(['2026-02-10', '2028-02-10', '2026-12-10', '2026-11-10'].map((date) => dates.getNumDaysInMonth(date))).toEqual([28, 29, 31, 30]);
  });
  it('takes only real dates for dates', () => {
    expect(['2026-12-10', '2026-02-29', '', null].map((value) => dates.isDateInstance(value))).toEqual([true, false, false, false]);
    expect(dates.deserialize('')).toBe('');
  });
  it('says that a day is a holiday, and reddens Sundays too', () => {
    expect(dates.format('2027-01-06', 'day')).toBe('onsdag 6 januari 2027, helgdag');
    expect(['2027-01-06', '2026-11-22', '2026-10-31', '2026-11-21', '2026-11-23'].map(isRedDay)).toEqual([true, true, true, false, false]);
  });
});
