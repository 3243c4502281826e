import type { PlacedMember } from '@radslag/domain';
import { bowOf, lineBetween, pathOf, towards, zigzag } from './map-lines';

const at = (id: string, x: number, y: number): PlacedMember => ({ id, x, y, ring: 'inner', side: 'mother', label: { dx: 0, dy: 0, anchor: 'start' }, order: 0 });

describe('lines of the network map', () => {
  it('end at the edge of each person, four units out', () => {
    const line = lineBetween({ x: 0, y: 0, r: 32 }, { x: 100, y: 0, r: 22 });
    expect(line.from).toEqual({ x: 36, y: 0 }); // 32 + 4
    expect(line.to).toEqual({ x: 74, y: 0 }); // 100 − 22 − 4
    expect(line.turn).toBe(0);
  });

  it('begin and end a strained relation exactly where a straight one would', () => {
    const line = lineBetween({ x: 0, y: 0, r: 0 }, { x: 200, y: 0, r: 0 });
    expect(zigzag(line)).toMatch(/^M4 0L.*L196 0$/);
  });
});

describe('a line with someone in its way', () => {
  const line = lineBetween({ x: 0, y: 0, r: 0 }, { x: 300, y: 0, r: 0 });
  it('is straight when nobody is', () => {
    expect(bowOf(line, [{ x: 150, y: 120, r: 22 }])).toBe(0);
    expect(pathOf(line, 0)).toBe('M4 0L296 0');
  });
  it('bows just enough to pass them', () => {
    // A bow of 0.26 lifts the middle by 0.26 × 292 / 2 = 38; 0.14 only by 20, and 30 is needed.
    expect(Math.abs(bowOf(line, [{ x: 150, y: 0, r: 22 }]))).toBe(0.26);
  });
});

describe('arrow keys on the map', () => {
  const people = [at('middle', 500, 300), at('right', 600, 310), at('far right', 800, 300), at('below', 510, 400)];

  it('lead to the nearest person in that direction', () => {
    expect(towards(people, 'middle', 'ArrowRight')).toBe('right');
    expect(towards(people, 'middle', 'ArrowDown')).toBe('below');
    expect(towards(people, 'far right', 'ArrowLeft')).toBe('right');
  });

  it('stay where there is nobody, and ignore other keys', () => {
    expect(towards(people, 'middle', 'ArrowUp')).toBeNull();
    expect(towards(people, 'middle', 'Enter')).toBeNull();
  });
});
