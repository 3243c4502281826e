import * as fc from 'fast-check';
import {
  SWEDISH_ZONE, addDays, addWorkingDays, ageOn, clockOfWall, dateOf, dateOfWall, daysBetween, instantOf, isCalendarDate, isWorkingDay, isoWeek, wallOf,
  weekdayOf,
} from './time';

const swedish = (local: string) => instantOf({ local, zone: SWEDISH_ZONE }).toISOString();
const anyDate = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays('1999-12-31', days));

describe('the instant of a wall time', () => {
  it('is one hour before UTC in winter and two in summer', () => {
    expect(swedish('2026-12-10T16:30')).toBe('2026-12-10T15:30:00.000Z');
    expect(swedish('2026-07-10T16:30')).toBe('2026-07-10T14:30:00.000Z');
  });
  it('moves a time inside the spring gap later: 02.30 on 28 March 2027 is 03.30', () => {
    expect(swedish('2027-03-28T02:30')).toBe(swedish('2027-03-28T03:30'));
    expect(swedish('2027-03-28T02:30')).toBe('2027-03-28T01:30:00.000Z');
  });
  it('takes the later of two when autumn has the time twice: 02.30 on 25 October 2026', () => {
    expect(swedish('2026-10-25T02:30')).toBe('2026-10-25T01:30:00.000Z');
  });
  it('knows zones with odd minutes, so that a leaked zone cannot look right by accident', () => {
    expect(instantOf({ local: '2026-12-10T16:30', zone: 'Asia/Kathmandu' }).toISOString()).toBe('2026-12-10T10:45:00.000Z');
    expect(instantOf({ local: '2026-12-10T16:30', zone: 'America/St_Johns' }).toISOString()).toBe('2026-12-10T20:00:00.000Z');
    expect(instantOf({ local: '2026-12-10T16:30', zone: 'Australia/Lord_Howe' }).toISOString()).toBe('2026-12-10T05:30:00.000Z');
  });
  it.each(['2026-12-10', '2026-12-10 16:30', '2026-12-10T16:30:00', '2026-12-10T16:30Z', ''])('refuses %p', (local) => {
    expect(() => instantOf({ local, zone: SWEDISH_ZONE })).toThrow(RangeError);
  });
  it('comes back as the same wall time, but for the hour that spring takes away', () => {
    const minute = fc.integer({ min: 0, max: 2 * 366 * 1440 }).map((n) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString().slice(0, 16));
    fc.assert(
      fc.property(minute, fc.constantFrom(SWEDISH_ZONE, 'Asia/Kathmandu', 'America/St_Johns'), (local, zone) => {
        const back = wallOf(instantOf({ local, zone }), zone).local;
        const gained = (Date.parse(`${back}:00Z`) - Date.parse(`${local}:00Z`)) / 60_000;
        expect([0, 60]).toContain(gained);
      }),
    );
  });
});

describe('wall time and date at an instant', () => {
  it('cuts seconds, it does not round them', () => {
    expect(wallOf(new Date('2026-12-10T15:30:59.999Z'), SWEDISH_ZONE)).toEqual({ local: '2026-12-10T16:30', zone: SWEDISH_ZONE });
  });
  it('has the date of the zone, not of UTC', () => {
    expect(dateOf(new Date('2026-12-10T23:30:00Z'), SWEDISH_ZONE)).toBe('2026-12-11');
    expect(dateOf(new Date('2026-12-10T23:30:00Z'), 'America/St_Johns')).toBe('2026-12-10');
  });
  it('splits into date and clock', () => {
    const wall = { local: '2026-12-10T16:30', zone: SWEDISH_ZONE };
    expect([dateOfWall(wall), clockOfWall(wall)]).toEqual(['2026-12-10', '16:30']);
  });
});

describe('calendar dates', () => {
  it('know which dates exist', () => {
    expect(['2024-02-29', '2026-02-29', '2026-13-01', '2026-1-1', '2026-04-31', 'snart'].map(isCalendarDate)).toEqual([true, false, false, false, false, false]);
  });
  it('cross months, leap days and clock changes by whole days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-12-10', '2026-12-03')).toBe(-7);
  });
  it('undo each other', () => {
    fc.assert(fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, n) => daysBetween(date, addDays(date, n)) === n));
  });
  it('count Monday as 1 and Sunday as 7', () => {
    expect(['2026-12-07', '2026-12-10', '2026-12-13'].map(weekdayOf)).toEqual([1, 4, 7]);
  });
  it('number weeks as Swedish calendars do', () => {
    expect(isoWeek('2026-11-26')).toBe(48);
    expect(isoWeek('2027-01-01')).toBe(53);
    expect(isoWeek('2027-01-04')).toBe(1);
    expect(isoWeek('2024-12-30')).toBe(1);
  });
});

describe('working days', () => {
  it.each([
    ['2026-01-01', 'New Year'], ['2026-01-06', 'Epiphany'], ['2026-04-03', 'Good Friday'], ['2026-04-06', 'Easter Monday'], ['2026-05-01', 'May Day'],
    ['2026-05-14', 'Ascension'], ['2025-06-06', 'National Day'], ['2026-06-19', "Midsummer's Eve"], ['2026-12-24', 'Christmas Eve'],
    ['2026-12-25', 'Christmas Day'], ['2025-12-26', 'Boxing Day'], ['2026-12-31', "New Year's Eve"], ['2026-12-12', 'a Saturday'], ['2026-12-13', 'a Sunday'],
  ])('%s is not one (%s)', (date) => {
    expect(isWorkingDay(date)).toBe(false);
  });
  it.each(['2026-04-02', '2026-04-07', '2026-05-15', '2026-06-18', '2026-06-22', '2026-12-23', '2026-12-28', '2026-12-30'])('%s is one', (date) => {
    expect(isWorkingDay(date)).toBe(true);
  });
  it('skips Christmas: four working days after Wednesday 23 December 2026 is Monday 4 January', () => {
    // 28, 29, 30 December, then 4 January (1 is red, 2–3 weekend) is the fourth, 5 January the fifth.
    expect(addWorkingDays('2026-12-23', 4)).toBe('2027-01-04');
    expect(addWorkingDays('2026-12-23', 5)).toBe('2027-01-05');
  });
  it('counts backwards too, and nothing is nothing', () => {
    expect(addWorkingDays('2026-04-07', -1)).toBe('2026-04-02');
    expect(addWorkingDays('2026-12-13', 0)).toBe('2026-12-13');
  });
  it('always lands on a working day, with that many of them on the way', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 40 }), (date, n) => {
        const landed = addWorkingDays(date, n);
        let passed = 0;
        for (let at = date; at !== landed; ) {
          at = addDays(at, 1);
          if (isWorkingDay(at)) passed += 1;
        }
        expect([isWorkingDay(landed), passed]).toEqual([true, n]);
      }),
    );
  });
  it('are 251 in 2026: 261 weekdays less ten red or halved ones', () => {
    let working = 0;
    for (let date = '2026-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) if (isWorkingDay(date)) working += 1;
    expect(working).toBe(261 - 10);
  });
});

describe('age', () => {
  it('grows on the birthday, not the day before', () => {
    expect(ageOn('2017-04-21', '2026-04-20')).toBe(8);
    expect(ageOn('2017-04-21', '2026-04-21')).toBe(9);
  });
  it('grows on 1 March in a common year for someone born on 29 February', () => {
    expect(ageOn('2012-02-29', '2026-02-28')).toBe(13);
    expect(ageOn('2012-02-29', '2026-03-01')).toBe(14);
  });
});
