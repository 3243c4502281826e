import { isFragile, writeScript, type Step } from './script';
import { aWeek } from './week';

const SEEDS = Array.from({ length: 500 }, (_, i) => i + 1);
const flat = (steps: readonly Step[]): string[] => steps.flatMap((step) => (step.do === 'race' ? ['race', step.change.do, step.with.do] : [step.do]));

describe('the script of a seed', () => {
  it('is the same every time, and another for another seed', () => {
    expect(writeScript(17)).toEqual(writeScript(17));
    expect(writeScript(17)).not.toEqual(writeScript(18));
  });

  it('crashes Postgres exactly in those seeds that have a server for it', () => {
    for (const seed of SEEDS) expect([seed, flat(writeScript(seed).steps).includes('postgresCrash')]).toEqual([seed, isFragile(seed)]);
  });

  it('proposes three different times, however the dice fall', () => {
    for (const seed of SEEDS) for (const times of writeScript(seed).times) expect(new Set(times.map((time) => time.startsLocal.slice(0, 10))).size).toBe(3);
  });

  it('has a week of invited, booked, moved and cancelled in many of them, inside seven days', () => {
    const weeks = SEEDS.map((seed) => aWeek(seed, '2027-03-01')).filter((steps) => steps.length > 0);
    expect(weeks.length).toBeGreaterThan(150);
    for (const steps of weeks) {
      const told = flat(steps).filter((step) => ['confirm', 'move', 'cancel'].includes(step));
      expect([told[0], told.at(-1), new Set(told).size]).toEqual(['confirm', 'cancel', 3]);
      const minutes = steps.flatMap((step) => (step.do === 'tick' && 'minutes' in step ? [step.minutes] : [])).reduce((sum, one) => sum + one, 0);
      expect(minutes).toBeLessThan(7 * 1440);
    }
  });

  it('lets Redis hang for a bounded time, in many of them', () => {
    const hangs = SEEDS.map((seed) => writeScript(seed).steps.flatMap((step) => (step.do === 'redisHang' ? [step.ms] : [])));
    expect(hangs.filter((one) => one.length > 0).length).toBeGreaterThan(150);
    expect(Math.max(...hangs.flat())).toBeLessThanOrEqual(2_500);
  });

  it('knows every change and every fault, within five hundred seeds', () => {
    const all = new Set(SEEDS.flatMap((seed) => flat(writeScript(seed).steps)));
    expect([...all].sort()).toEqual(
      [
        'accept', 'cancel', 'confirm', 'decline', 'flush', 'freezeAt', 'goBetween', 'historyAway', 'historyBack', 'holdAt', 'hours', 'killAt', 'killNow', 'move', 'noSms', 'operatorWell', 'outage', 'poison', 'postgresCrash',
        'protect', 'race', 'redisHang', 'redisOldSnapshot', 'redisSnapshot', 'redisStart', 'redisStop', 'remove', 'renumber', 'revoke', 'rollingRestart', 'rotate', 'say', 'share', 'stop', 'tick', 'treat', 'treatMail', 'treatOperator', 'treatWell',
        'withdraw', 'workerClock', 'wrongEviction',
      ].sort(),
    );
  });
});
