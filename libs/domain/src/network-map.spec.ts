import * as fc from 'fast-check';
import { MAP_CENTRE, MAP_MIN_DISTANCE, MAP_RINGS, MAP_SIZE, placeNetwork } from './network-map';
import type { MapMember } from './network-map';
import { RINGS, SIDES } from './vocabulary';

const aMember = (id: string, over: Partial<MapMember> = {}): MapMember => ({ id, side: 'mother', ring: 'inner', professional: false, ...over });
/** Ella's network of fifteen, as on the wall. */
const ELLA: MapMember[] = [
  aMember('amina'), aMember('fadumo'), aMember('daniel', { side: 'father' }), aMember('birgitta', { side: 'father' }),
  aMember('yusuf', { ring: 'middle' }), aMember('moster', { ring: 'middle' }), aMember('lars', { side: 'father', ring: 'middle' }),
  aMember('johan', { side: 'father', ring: 'middle' }), aMember('eva', { side: 'friends', ring: 'middle' }),
  aMember('helena', { side: 'professionals', ring: 'middle', professional: true }), aMember('robert', { ring: 'outer' }),
  aMember('sofie', { side: 'father', ring: 'outer' }), aMember('marcus', { side: 'friends', ring: 'outer' }), aMember('nora', { side: 'friends', ring: 'outer' }),
  aMember('jonas', { side: 'professionals', ring: 'outer', professional: true }),
];
const nearest = (placed: ReturnType<typeof placeNetwork>) => {
  let least = Infinity;
  placed.forEach((a, i) => {
    least = Math.min(least, Math.hypot(a.x - MAP_CENTRE.x, a.y - MAP_CENTRE.y));
    for (const b of placed.slice(i + 1)) least = Math.min(least, Math.hypot(a.x - b.x, a.y - b.y));
  });
  return least;
};
/** Positions are rounded to a tenth. */
const APART = MAP_MIN_DISTANCE - 0.2;

describe('the network map', () => {
  const placed = placeNetwork(ELLA);
  const at = (id: string) => placed.find((one) => one.id === id) ?? { x: 0, y: 0, label: { anchor: 'middle', dx: 0, dy: 0 }, order: -1 };

  it('has the father’s side left, the mother’s right, professionals above, friends below', () => {
    for (const member of ELLA) {
      const { x, y } = at(member.id);
      if (member.side === 'father') expect(x).toBeLessThan(MAP_CENTRE.x);
      if (member.side === 'mother') expect(x).toBeGreaterThan(MAP_CENTRE.x);
      if (member.side === 'professionals') expect(y).toBeLessThan(MAP_CENTRE.y);
      if (member.side === 'friends') expect(y).toBeGreaterThan(MAP_CENTRE.y);
    }
  });
  it('has everyone inside their own ring', () => {
    for (const member of ELLA) {
      const { x, y } = at(member.id);
      const within = (ring: (typeof RINGS)[number]) => Math.hypot((x - MAP_CENTRE.x) / MAP_RINGS[ring].rx, (y - MAP_CENTRE.y) / MAP_RINGS[ring].ry) <= 1;
      expect([member.id, RINGS.find(within)]).toEqual([member.id, member.ring]);
    }
  });
  it('puts a professional among the professionals, whatever side was noted', () => {
    const [one] = placeNetwork([aMember('kurator', { side: 'friends', professional: true })]);
    expect([one?.side, (one?.y ?? 0) < MAP_CENTRE.y]).toEqual(['professionals', true]);
  });
  it('writes names outwards: left of those on the left, right of those on the right', () => {
    expect(at('daniel').label).toMatchObject({ anchor: 'end' });
    expect(at('daniel').label.dx).toBeLessThan(0);
    expect(at('amina').label).toMatchObject({ anchor: 'start' });
    expect(at('amina').label.dx).toBeGreaterThan(0);
    expect(at('jonas').label.dy).toBeLessThan(0);
    expect(at('nora').label.dy).toBeGreaterThan(0);
  });
  it('writes every name on the sheet', () => {
    for (const { x, y, label } of placed) {
      const left = x + label.dx - { start: 0, middle: 64, end: 128 }[label.anchor];
      expect([left >= 0, left + 128 <= MAP_SIZE.width, y + label.dy > 12, y + label.dy + 20 < MAP_SIZE.height]).toEqual([true, true, true, true]);
    }
  });
  it('is the same whatever order people come in', () => {
    const again = placeNetwork([...ELLA].reverse());
    for (const one of placed) expect(again).toContainEqual(one);
  });
  it('is walked by the keyboard from the inside out, everyone once', () => {
    const order = [...placed].sort((a, b) => a.order - b.order);
    expect(order.map((one) => one.order)).toEqual(ELLA.map((_, i) => i));
    expect(order.map((one) => RINGS.indexOf(one.ring))).toEqual([...order.map((one) => RINGS.indexOf(one.ring))].sort());
  });
  it('keeps someone where they were moved to', () => {
    const [one] = placeNetwork([aMember('amina', { angleHint: 30 })]);
    expect(Math.round((Math.atan2(((one?.y ?? 0) - MAP_CENTRE.y) / MAP_RINGS.inner.ry, ((one?.x ?? 0) - MAP_CENTRE.x) / MAP_RINGS.inner.rx) * 180) / Math.PI)).toBe(30);
  });
  it('scales with the sheet', () => {
    const half = placeNetwork(ELLA, { width: MAP_SIZE.width / 2, height: MAP_SIZE.height / 2 });
    half.forEach((one, i) => expect(one.x).toBeCloseTo((placed[i]?.x ?? 0) / 2, 0));
  });
  it('is empty for nobody', () => {
    expect(placeNetwork([])).toEqual([]);
  });
  it('lets no two overlap when 25 of them are all on one side and in one ring', () => {
    for (const side of SIDES) {
      for (const ring of RINGS) {
        const crowd = Array.from({ length: 25 }, (_, i) => aMember(`p${i}`, { side, ring }));
        expect(nearest(placeNetwork(crowd))).toBeGreaterThanOrEqual(APART);
      }
    }
  });
  it('lets no two of 25 overlap, nor leave the sheet, however they are spread', () => {
    const member = fc.record({ side: fc.constantFrom(...SIDES), ring: fc.constantFrom(...RINGS), professional: fc.boolean(), angleHint: fc.option(fc.integer({ min: -180, max: 360 })) });
    fc.assert(
      fc.property(fc.array(member, { maxLength: 25 }), (people) => {
        const spread = placeNetwork(people.map((one, i) => ({ ...one, id: `p${i}` })));
        expect(spread).toHaveLength(people.length);
        expect(nearest(spread)).toBeGreaterThanOrEqual(APART);
        for (const { x, y } of spread) expect(x > 24 && x < MAP_SIZE.width - 24 && y > 24 && y < MAP_SIZE.height - 24).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
