import type { PlacedMember } from '@radslag/domain';

/** How the relations are drawn: from edge to edge of the two people, never over their faces. */
export type Point = { x: number; y: number };
export type Line = { from: Point; to: Point; middle: Point; turn: number };

export const NODE_RADIUS = 22;
export const CENTRE_RADIUS = 32;
const GAP = 4;

export function lineBetween(a: Point & { r: number }, b: Point & { r: number }): Line {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const ux = (b.x - a.x) / length;
  const uy = (b.y - a.y) / length;
  const from = { x: round(a.x + ux * (a.r + GAP)), y: round(a.y + uy * (a.r + GAP)) };
  const to = { x: round(b.x - ux * (b.r + GAP)), y: round(b.y - uy * (b.r + GAP)) };
  return { from, to, middle: { x: round((from.x + to.x) / 2), y: round((from.y + to.y) / 2) }, turn: round((Math.atan2(uy, ux) * 180) / Math.PI) };
}

/** How far a line bows out, as a part of its length; straight first, then the smallest bow that passes everybody. */
const BOWS = [0, 0.14, -0.14, 0.26, -0.26, 0.4, -0.4];
const CLEAR = 8;

/** The bow that keeps a line off the faces and names it would else cross. */
export function bowOf(line: Line, others: readonly (Point & { r: number })[]): number {
  let best = { bow: 0, hits: Infinity };
  for (const bow of BOWS) {
    const points = curve(line, bow, 24).slice(1, -1);
    const hits = others.filter((other) => points.some((point) => Math.hypot(point.x - other.x, point.y - other.y) < other.r + CLEAR)).length;
    if (hits === 0) return bow;
    if (hits < best.hits) best = { bow, hits };
  }
  return best.bow;
}
export function pathOf(line: Line, bow: number): string {
  const { x, y } = control(line, bow);
  return bow === 0 ? `M${line.from.x} ${line.from.y}L${line.to.x} ${line.to.y}` : `M${line.from.x} ${line.from.y}Q${round(x)} ${round(y)} ${line.to.x} ${line.to.y}`;
}
export function middleOf(line: Line, bow: number): Point {
  const middle = curve(line, bow, 2)[1] ?? line.middle;
  return { x: round(middle.x), y: round(middle.y) };
}

/** A strained relation: teeth along the bow. */
export function zigzag(line: Line, bow = 0.1, tooth = 4): string {
  const length = Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y) || 1;
  const nx = -(line.to.y - line.from.y) / length;
  const ny = (line.to.x - line.from.x) / length;
  const steps = Math.max(4, Math.round((length * (1 + Math.abs(bow) / 2)) / 9));
  const points = curve(line, bow, steps).map((point, step) => {
    const side = step === 0 || step === steps ? 0 : step % 2 === 0 ? tooth : -tooth;
    return `${round(point.x + nx * side)} ${round(point.y + ny * side)}`;
  });
  return `M${points.join('L')}`;
}

function control({ from, to }: Line, bow: number): Point {
  return { x: (from.x + to.x) / 2 - (to.y - from.y) * bow, y: (from.y + to.y) / 2 + (to.x - from.x) * bow };
}
function curve(line: Line, bow: number, steps: number): Point[] {
  const via = control(line, bow);
  return Array.from({ length: steps + 1 }, (_, step) => {
    const t = step / steps;
    const part = (a: number, b: number, c: number) => (1 - t) ** 2 * a + 2 * (1 - t) * t * b + t ** 2 * c;
    return { x: part(line.from.x, via.x, line.to.x), y: part(line.from.y, via.y, line.to.y) };
  });
}

const HEADINGS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The person an arrow key leads to: the nearest one roughly in that direction. */
export function towards(people: readonly PlacedMember[], fromId: string, key: string): string | null {
  const heading = HEADINGS[key];
  const here = people.find((person) => person.id === fromId);
  if (heading === undefined || here === undefined) return null;
  let best: { id: string; cost: number } | null = null;
  for (const person of people) {
    const dx = person.x - here.x;
    const dy = person.y - here.y;
    const along = dx * heading.x + dy * heading.y;
    if (person.id === fromId || along <= 4) continue;
    const across = Math.abs(dx * heading.y) + Math.abs(dy * heading.x);
    const cost = along + across * 2;
    if (best === null || cost < best.cost) best = { id: person.id, cost };
  }
  return best?.id ?? null;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
