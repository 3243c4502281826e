import { alternate, median, ratioOf, spread } from './figures.mjs';

describe('figures of a bench', () => {
  it('takes the middle one, and the mean of the middle two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5); // (2 + 3) / 2
    expect(() => median([])).toThrow(RangeError);
  });

  it('says how far apart the rounds were, as a share of the median', () => {
    expect(spread([90, 100, 120])).toBeCloseTo(0.3); // (120 - 90) / 100
    expect(spread([7])).toBe(0);
    expect(spread([0, 0])).toBe(0);
  });

  it('compares each round with the floor of the same round', () => {
    // 50/100, 10/20, 60/100: the slow second round of both does not count against either
    expect(ratioOf([50, 10, 60], [100, 20, 100])).toBeCloseTo(0.5);
    expect(() => ratioOf([1, 2], [1])).toThrow(RangeError);
  });

  it('alternates, and does not count the round that warms up', async () => {
    const order: string[] = [];
    let time = 0;
    const side = (name: string) => async () => {
      order.push(name);
      return (time += 1);
    };
    await expect(alternate(2, { a: side('a'), b: side('b') })).resolves.toEqual({ a: [3, 5], b: [4, 6] });
    expect(order.join('')).toBe('ababab');
  });

  it('stops early when the time is up, but not before three rounds', async () => {
    const slow = await alternate(5, { a: async () => 1 }, { seconds: 10, clock: clockOf(0, 11_000) });
    expect(slow.a).toHaveLength(3);
    const calm = await alternate(5, { a: async () => 1 }, { seconds: 10, clock: clockOf(0, 9_000) });
    expect(calm.a).toHaveLength(5);
  });
});

/** Says these moments in turn, and the last of them for ever. */
function clockOf(...moments: number[]) {
  return () => (moments.length > 1 ? moments.shift()! : moments[0]!);
}
