import { DAYS, dayOf, sampleOf } from './days.mjs';

describe('the days that tests are run on', () => {
  it('are drawn by a seed, the same one each time, over the whole seven years and all hours', () => {
    const drawn = Array.from({ length: 2000 }, (_, seed) => dayOf(seed));
    expect(drawn.map((day) => day.getTime())).toEqual(Array.from({ length: 2000 }, (_, seed) => dayOf(seed).getTime()));
    expect(new Set(drawn.map((day) => day.getUTCFullYear()))).toEqual(new Set([2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033]));
    expect(new Set(drawn.map((day) => day.getUTCDay())).size).toBe(7);
    expect(new Set(drawn.map((day) => day.getUTCHours())).size).toBe(24);
  });

  it('hold the nights on which Swedish clocks are changed, Christmas, a leap day and a Saturday night', () => {
    const inSweden = Object.values(DAYS).map((at) => new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 16));
    expect(inSweden).toEqual(['2026-12-24 10:00', '2027-03-28 01:50', '2027-10-31 02:30', '2028-02-29 11:00', '2027-06-05 23:45']);
    expect(new Date('2027-06-05T12:00:00Z').getUTCDay()).toBe(6);
  });
});

describe('a sample of spec files', () => {
  const files = Array.from({ length: 60 }, (_, n) => `file-${n}`);
  it('is decided by its seed, has no file twice, and reaches every file in the end', () => {
    expect(sampleOf(files, '7:8')).toEqual(sampleOf([...files].reverse(), '7:8'));
    expect(new Set(sampleOf(files, '7:8')).size).toBe(8);
    const reached = new Set(Array.from({ length: 100 }, (_, seed) => sampleOf(files, `${seed}:8`)).flat());
    expect(reached.size).toBe(60);
  });
  it('is all of them when none is asked for', () => expect(sampleOf(files, undefined)).toEqual(files));
});
