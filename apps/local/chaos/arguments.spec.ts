import { parseChaosArguments } from './arguments.mjs';
import { CAUGHT_WITHIN, PLANTS, seedsFor } from './plants.mjs';

describe('what the chaos run is asked for', () => {
  it('plays the seeds from one to the number given, or one alone', () => {
    expect(parseChaosArguments(['--seeds', '3'])).toMatchObject({ seeds: [1, 2, 3], plant: undefined, json: false });
    expect(parseChaosArguments(['--seed', '77', '--json'])).toMatchObject({ seeds: [77], json: true });
  });

  it('refuses what it does not know, and says what it does', () => {
    expect(() => parseChaosArguments(['--plant', 'rose'])).toThrow(/"rose" is no planted bug[\s\S]*gateSkipped/);
    expect(() => parseChaosArguments(['--seeds', 'many'])).toThrow(/whole number/);
    expect(() => parseChaosArguments(['--sed', '1'])).toThrow(/"--sed" means nothing/);
  });

  it('looks for a planted bug where it is known to show, and then elsewhere', () => {
    for (const [plant, { knownSeeds }] of Object.entries(PLANTS)) {
      const seeds = seedsFor(plant);
      expect([seeds.slice(0, knownSeeds.length), seeds.length, new Set(seeds).size]).toEqual([knownSeeds, CAUGHT_WITHIN, CAUGHT_WITHIN]);
    }
  });
});
