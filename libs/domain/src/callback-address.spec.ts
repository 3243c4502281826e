import { addressStanding, CHANGE_OVER_DAYS, changeOverEnds, versionInUse } from './callback-address';

const now = new Date('2026-12-01T12:00:00Z');
const later = new Date(now.getTime() + 1);

describe('an address that an operator posts to', () => {
  it('is the first until another is asked for', () => {
    expect(versionInUse([])).toBe(1);
    expect([0, 1, 2].map((version) => addressStanding([], version, now))).toEqual(['ended', 'inUse', 'ended']);
  });
  it('is heard for a while after it was changed, and not a moment longer', () => {
    const known = [{ version: 0, heardUntil: now }, { version: 1, heardUntil: later }, { version: 2, heardUntil: null }];
    expect(versionInUse(known)).toBe(2);
    expect([0, 1, 2, 3].map((version) => addressStanding(known, version, now))).toEqual(['ended', 'changing', 'inUse', 'ended']);
    expect(addressStanding(known, 1, later)).toBe('ended');
  });
  it('has thirty days to be changed at the operator', () => {
    expect(changeOverEnds(now).getTime() - now.getTime()).toBe(CHANGE_OVER_DAYS * 24 * 60 * 60 * 1000);
  });
});
