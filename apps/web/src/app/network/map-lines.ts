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

/** A strained relation: teeth along a slight bow, so that it does not hide the straight lines it crosses. */
export function zigzag({ from, to }: Line, tooth = 4): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const nx = -(to.y - from.y) / (length || 1);
  const ny = (to.x - from.x) / (length || 1);
  const bow = { x: (from.x + to.x) / 2 + nx * length * 0.1, y: (from.y + to.y) / 2 + ny * length * 0.1 };
  const steps = Math.max(4, Math.round(length / 9));
  const points: string[] = [];
  for (let step = 0; step <= steps; step += 1) {
    const t = step / steps;
    const side = step === 0 || step === steps ? 0 : step % 2 === 0 ? tooth : -tooth;
    const x = (1 - t) ** 2 * from.x + 2 * (1 - t) * t * bow.x + t ** 2 * to.x + nx * side;
    const y = (1 - t) ** 2 * from.y + 2 * (1 - t) * t * bow.y + t ** 2 * to.y + ny * side;
    points.push(`${round(x)} ${round(y)}`);
  }
  return `M${points.join('L')}`;
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
