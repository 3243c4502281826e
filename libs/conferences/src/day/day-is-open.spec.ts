import { dayIsOpen } from './day-is-open';

const conference = { state: 'confirmed', startsLocal: '2026-12-10T16:30', zone: 'Europe/Stockholm' } as const;

describe('the day', () => {
  it('opens on the date of the conference where it is held, not in UTC', () => {
    expect(dayIsOpen(conference, new Date('2026-12-09T23:30:00Z'), 'production')).toBe(true);
    expect(dayIsOpen(conference, new Date('2026-12-09T22:30:00Z'), 'production')).toBe(false);
    expect(dayIsOpen(conference, new Date('2026-12-10T23:30:00Z'), 'production')).toBe(false);
  });

  it('stays open past midnight once it has begun', () => {
    expect(dayIsOpen({ ...conference, state: 'inProgress' }, new Date('2026-12-11T00:30:00Z'), 'production')).toBe(true);
  });

  it('can be tried out on any date in local and test mode, but never before a time is set', () => {
    expect(dayIsOpen(conference, new Date('2026-11-21T12:00:00Z'), 'local')).toBe(true);
    expect(dayIsOpen({ ...conference, state: 'polling', startsLocal: null }, new Date('2026-12-10T12:00:00Z'), 'local')).toBe(false);
    expect(dayIsOpen({ ...conference, state: 'held' }, new Date('2026-12-10T12:00:00Z'), 'local')).toBe(false);
  });
});
