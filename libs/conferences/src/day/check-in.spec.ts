import { attendanceAfter, momentOf } from './check-in';

const NOW = new Date('2026-12-10T16:00:00Z');

describe('a tick that had to wait for the network', () => {
  it('counts from when it was made', () => {
    const at = momentOf('2026-12-10T15:20:00.000Z', NOW);
    expect(at).toEqual(new Date('2026-12-10T15:20:00Z'));
    expect(attendanceAfter(null, 'arrived', at)).toEqual({ arrivedAt: at, leftAt: null });
  });
  it('counts from now when it says no moment, or one that cannot be: ahead of us, or of another day', () => {
    for (const at of [undefined, '2026-12-10T16:00:01.000Z', '2026-12-10T03:59:59.000Z']) expect(momentOf(at, NOW)).toEqual(NOW);
    expect(momentOf('2026-12-10T04:00:00.000Z', NOW)).not.toEqual(NOW);
  });
});
