import { Lateness, wasLate } from './lateness';

describe('our own slowness', () => {
  it('is a look that came much later than it should', () => {
    let now = 1_000;
    const lateness = new Lateness(() => now);
    lateness.start();
    lateness.stop();
    for (const pause of [20, 25, 60, 300, 20]) {
      now += pause;
      lateness.look();
    }
    expect(lateness.periods).toEqual([{ from: 1_105, to: 1_405 }]);
  });

  it('excuses what overlaps with it, and nothing else', () => {
    const lateness = [{ from: 100, to: 200 }];
    expect([wasLate(lateness, { from: 150, to: 160 }), wasLate(lateness, { from: 0, to: 100 }), wasLate(lateness, { from: 0, to: 99 }), wasLate(lateness, { from: 201, to: 900 })]).toEqual([true, true, false, false]);
  });
});
