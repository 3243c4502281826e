import { operatorStandings, PROBE_SHARE, type OperatorMinute } from './operator-standing';

const NOW = new Date('2026-12-01T12:00:30Z');
const THIS_MINUTE = Math.floor(NOW.getTime() / 60_000);
const EVEN = [{ operator: 'a', weight: 50 }, { operator: 'b', weight: 50 }];

/** `ago` minutes ago. */
const minute = (operator: string, ago: number, calls: number, errors = 0, medianMs: number | null = 200): OperatorMinute => ({ operator, minute: THIS_MINUTE - ago, calls, errors, medianMs });
const every = (operator: string, from: number, to: number, calls: number, errors = 0, medianMs = 200) => Array.from({ length: from - to + 1 }, (_, i) => minute(operator, from - i, calls, errors, medianMs));
const at = (minutes: OperatorMinute[], wishes = EVEN) => Object.fromEntries(operatorStandings(wishes, minutes, NOW).map(({ operator, share, state, why }) => [operator, [Math.round(share * 100), state, why]]));

describe('who is given the traffic', () => {
  it('as the municipality wishes while all are well, and before anything has been sent', () => {
    expect(at([])).toEqual({ a: [50, 'well', null], b: [50, 'well', null] });
    expect(at(every('a', 10, 0, 20), [{ operator: 'a', weight: 70 }, { operator: 'b', weight: 30 }])).toEqual({ a: [70, 'well', null], b: [30, 'well', null] });
  });

  it('one that fails keeps the probe and no more', () => {
    expect(at([minute('a', 1, 4, 4), minute('b', 1, 4)])).toEqual({ a: [5, 'resting', 'errors'], b: [95, 'well', null] });
    // However much of the traffic it was meant to have.
    expect(at([minute('a', 1, 20, 20), minute('b', 1, 1)], [{ operator: 'a', weight: 95 }, { operator: 'b', weight: 5 }])).toEqual({ a: [5, 'resting', 'errors'], b: [95, 'well', null] });
  });

  it('two failed calls are chance, and so are three in twenty', () => {
    expect(at([minute('a', 1, 2, 2)])).toMatchObject({ a: [50, 'well', null] });
    expect(at([minute('a', 1, 20, 3)])).toMatchObject({ a: [50, 'well', null] });
    expect(at([minute('a', 1, 12, 3)])).toMatchObject({ a: [5, 'resting', 'errors'] });
  });

  it('a slow one rests when another is four times as fast', () => {
    expect(at([minute('a', 1, 5, 0, 4_000), minute('b', 1, 5, 0, 900)])).toEqual({ a: [5, 'resting', 'slow'], b: [95, 'well', null] });
    expect(at([minute('a', 1, 5, 0, 2_900), minute('b', 1, 5, 0, 100)])).toMatchObject({ a: [50, 'well', null] });
  });

  it('never when all are slow, or all fail', () => {
    expect(at([minute('a', 1, 5, 0, 8_000), minute('b', 1, 5, 0, 5_000)])).toEqual({ a: [50, 'well', null], b: [50, 'well', null] });
    expect(at([minute('a', 1, 5, 5), minute('b', 1, 5, 5)])).toEqual({ a: [50, 'well', null], b: [50, 'well', null] });
    // Nothing to hold it against: nobody knows that the other is faster.
    expect(at([minute('a', 1, 5, 0, 8_000)])).toMatchObject({ a: [50, 'well', null] });
  });

  it('alone it is given everything, well or not', () => {
    expect(at(every('a', 5, 0, 10, 10), [{ operator: 'a', weight: 50 }])).toEqual({ a: [100, 'well', null] });
  });

  it('an operator in reserve is given nothing by itself', () => {
    expect(at([], [{ operator: 'a', weight: 100 }, { operator: 'b', weight: 0 }])).toEqual({ a: [100, 'well', null], b: [0, 'well', null] });
    // And when the only other fails, the probe is all there is to share: it keeps it all, and each message finds the reserve by itself.
    expect(at([minute('a', 1, 9, 9)], [{ operator: 'a', weight: 100 }, { operator: 'b', weight: 0 }])).toMatchObject({ a: [100, 'resting', 'errors'] });
  });
});

describe('how it comes back', () => {
  const burst = (ago: number) => [minute('a', ago, 10, 10), minute('b', ago, 10)];
  it('quiet minutes first, then a fifth more each minute, then all', () => {
    // The burst is in sight for five minutes, and five more must be quiet: the first step is at the tenth.
    const after = (ago: number) => at(burst(ago))['a']!;
    expect([1, 4, 8].map((ago) => after(ago)[1])).toEqual(['resting', 'resting', 'resting']);
    expect([9, 10, 11, 12].map(after)).toEqual([[17, 'recovering', 'errors'], [29, 'recovering', 'errors'], [38, 'recovering', 'errors'], [44, 'recovering', 'errors']]);
    expect(after(13)).toEqual([50, 'well', null]);
  });

  it('a single failed probe keeps it resting', () => {
    expect(at([...burst(20), minute('a', 14, 1, 1), minute('a', 8, 1, 1), minute('a', 3, 1, 1), ...every('b', 20, 0, 5)])).toMatchObject({ a: [5, 'resting', 'errors'] });
  });

  it('probes that arrive bring it back', () => {
    expect(at([...burst(20), ...every('a', 15, 0, 1), ...every('b', 20, 0, 20)])).toMatchObject({ a: [50, 'well', null] });
  });

  it('both dead, then one back: the traffic goes to the one that is back', () => {
    const both = [...every('a', 20, 6, 5, 5), ...every('b', 20, 6, 5, 5)];
    expect(at([...both, ...every('a', 5, 0, 5, 5), ...every('b', 5, 0, 5)])).toMatchObject({ a: [5, 'resting', 'errors'], b: [95, 'well', null] });
  });

  it('two operators that are slow by turns do not swap for ever: whoever rests, rests ten minutes', () => {
    const swaps: string[] = [];
    for (let ago = 29; ago >= 0; ago--) {
      const seen = Array.from({ length: 30 - ago }, (_, i) => i).flatMap((i) => [minute('a', 29 - i, 5, 0, i % 2 === 0 ? 6_000 : 5_000), minute('b', 29 - i, 5, 0, i % 2 === 0 ? 5_000 : 6_000)]);
      const [a] = operatorStandings(EVEN, seen, new Date(NOW.getTime() - ago * 60_000));
      swaps.push(a!.state);
    }
    expect(new Set(swaps)).toEqual(new Set(['well']));
  });
});

it('shares are never negative, always add up to one, and whoever is wanted has the probe or its own small wish', () => {
  let seed = 7;
  const chance = (n: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % n;
  for (let round = 0; round < 500; round++) {
    const wishes = ['a', 'b', 'c'].slice(0, 1 + chance(3)).map((operator) => ({ operator, weight: 1 + chance(100) }));
    const minutes = wishes.flatMap(({ operator }) => Array.from({ length: 12 }, (_, ago) => { const calls = chance(10); return minute(operator, ago, calls, chance(calls + 1), chance(9_000)); }));
    const standings = operatorStandings(wishes, minutes, NOW);
    expect(standings.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    const total = wishes.reduce((sum, { weight }) => sum + weight, 0);
    for (const { operator, share, state } of standings) {
      const wish = wishes.find((one) => one.operator === operator)!.weight / total;
      expect(share).toBeGreaterThanOrEqual(Math.min(PROBE_SHARE, state === 'well' ? wish * 0.85 : PROBE_SHARE) - 1e-9);
    }
  }
});
