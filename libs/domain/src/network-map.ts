import { RINGS, SIDES } from './vocabulary';
import type { Ring, Side } from './vocabulary';

/**
 * Where each person stands on the network map: three rings of closeness, four sectors as in a genogram (father's side left,
 * mother's right, professionals above, friends below). The same people always stand in the same place.
 */
export type MapMember = {
  id: string;
  side: Side;
  ring: Ring;
  /** Drawn as a square; stands among the professionals whatever the side says. */
  professional: boolean;
  /** Where someone moved it to, in degrees: 0 = right, 90 = down. */
  angleHint?: number | null;
};
export type MapSize = { width: number; height: number };
export type MapLabel = { dx: number; dy: number; anchor: 'start' | 'middle' | 'end' };
export type PlacedMember = {
  id: string;
  x: number;
  y: number;
  ring: Ring;
  side: Side;
  /** Relative to the node's middle, pointing outwards, so that no line from the child crosses a name. */
  label: MapLabel;
  /** Order for the keyboard: from the innermost ring outwards, clockwise from the top. */
  order: number;
};

/** The drawing is laid out on this sheet and scaled to the size asked for. */
export const MAP_SIZE: MapSize = { width: 1000, height: 726 };
export const MAP_CENTRE = { x: 500, y: 364 } as const;
/** Outer edge of each ring, on MAP_SIZE. */
export const MAP_RINGS: Readonly<Record<Ring, { rx: number; ry: number }>> = {
  inner: { rx: 192, ry: 142 },
  middle: { rx: 336, ry: 240 },
  outer: { rx: 472, ry: 332 },
};
/** Sectors in degrees, clockwise from the right (x) as drawn; `centre` is where the first person stands. */
export const MAP_SECTORS: Readonly<Record<Side, { from: number; to: number; centre: number }>> = {
  mother: { from: -50, to: 50, centre: 0 },
  friends: { from: 50, to: 130, centre: 90 },
  father: { from: 130, to: 230, centre: 180 },
  professionals: { from: 230, to: 310, centre: 270 },
};
/** Between the middles of two people, and between a person and the child. */
export const MAP_MIN_DISTANCE = 56;

type Slot = { x: number; y: number; ring: Ring; angle: number };
type Box = { left: number; right: number; top: number; bottom: number };

/** Places everyone. People may be pushed outwards or round when a sector is full; they never overlap. */
export function placeNetwork(members: readonly MapMember[], size: MapSize = MAP_SIZE): PlacedMember[] {
  const slots = allSlots();
  const taken: Slot[] = [];
  const boxes: Box[] = [labelBoxOfCentre()];
  const placed = new Map<string, { slot: Slot; side: Side; label: MapLabel }>();
  for (const wish of wishes(members)) {
    const slot = bestSlot(slots, wish, taken, boxes);
    const label = labelFor(slot);
    taken.push(slot);
    boxes.push(nodeBox(slot), labelBox(slot, label));
    placed.set(wish.member.id, { slot, side: wish.side, label });
  }
  const byKeyboard = [...placed].sort(([idA, a], [idB, b]) => keyboardOrder(a.slot, b.slot) || (idA < idB ? -1 : 1)).map(([id]) => id);
  const scale = { x: size.width / MAP_SIZE.width, y: size.height / MAP_SIZE.height };
  return members.flatMap((member) => {
    const found = placed.get(member.id);
    if (found === undefined) return [];
    const { slot, side, label } = found;
    return [{ id: member.id, x: round(slot.x * scale.x), y: round(slot.y * scale.y), ring: member.ring, side, label, order: byKeyboard.indexOf(member.id) }];
  });
}

type Wish = { member: MapMember; side: Side; angle: number };

/** Spreads the people of one ring and side evenly over their sector; those who were moved by hand come first. */
function wishes(members: readonly MapMember[]): Wish[] {
  const result: Wish[] = [];
  for (const ring of RINGS) {
    for (const side of SIDES) {
      const here = members.filter((member) => member.ring === ring && sideOf(member) === side).sort((a, b) => (a.id < b.id ? -1 : 1));
      const { from, to } = MAP_SECTORS[side];
      here.forEach((member, index) => {
        const even = from + ((to - from) * (index + 1)) / (here.length + 1);
        result.push({ member, side, angle: member.angleHint ?? even });
      });
    }
  }
  const hinted = (wish: Wish) => (wish.member.angleHint == null ? 1 : 0);
  return result.sort((a, b) => hinted(a) - hinted(b));
}
function sideOf(member: MapMember): Side {
  return member.professional ? 'professionals' : member.side;
}

/** Rows of places inside each ring's band, as fractions between its inner and outer edge. */
const ROWS: readonly number[] = [0.5, 0.28, 0.72, 0.94];
const STEP_DEGREES = 2;

function allSlots(): Slot[] {
  const slots: Slot[] = [];
  RINGS.forEach((ring, index) => {
    const outer = MAP_RINGS[ring];
    const before = RINGS[index - 1];
    const inner = before === undefined ? { rx: 62, ry: 50 } : MAP_RINGS[before];
    for (const row of ROWS) {
      const rx = inner.rx + (outer.rx - inner.rx) * row;
      const ry = inner.ry + (outer.ry - inner.ry) * row;
      for (let angle = -90; angle < 270; angle += STEP_DEGREES) {
        const radians = (angle * Math.PI) / 180;
        slots.push({ x: MAP_CENTRE.x + rx * Math.cos(radians), y: MAP_CENTRE.y + ry * Math.sin(radians), ring, angle });
      }
    }
  });
  return slots.filter((slot) => far(slot, MAP_CENTRE, MAP_MIN_DISTANCE + 10) && insideSheet(slot));
}
function insideSheet(slot: Slot): boolean {
  return slot.x >= 30 && slot.x <= MAP_SIZE.width - 30 && slot.y >= 50 && slot.y <= MAP_SIZE.height - 50;
}

function bestSlot(slots: readonly Slot[], wish: Wish, taken: readonly Slot[], boxes: readonly Box[]): Slot {
  let best: Slot | undefined;
  let bestCost = Infinity;
  for (const slot of slots) {
    if (taken.some((other) => !far(slot, other, MAP_MIN_DISTANCE))) continue;
    const cost = costOf(slot, wish, boxes);
    if (cost < bestCost) {
      best = slot;
      bestCost = cost;
    }
  }
  // Hundreds of people would be needed to fill every place; the last resort keeps the function total.
  return best ?? { x: MAP_CENTRE.x, y: MAP_CENTRE.y, ring: wish.member.ring, angle: 0 };
}

/** Leaving one's side is worst, then one's ring; names on top of each other are worse than standing a little off. */
function costOf(slot: Slot, wish: Wish, boxes: readonly Box[]): number {
  const hinted = wish.member.angleHint != null;
  const outside = hinted ? 0 : Math.max(0, turn(slot.angle, MAP_SECTORS[wish.side].centre) - sectorHalf(wish.side) + 4);
  const rings = Math.abs(RINGS.indexOf(slot.ring) - RINGS.indexOf(wish.member.ring));
  const label = labelBox(slot, labelFor(slot));
  const node = nodeBox(slot);
  const overlap = boxes.reduce((sum, box) => sum + overlapOf(label, box) + overlapOf(node, box), 0);
  const band = MAP_RINGS[slot.ring];
  const eccentric = Math.hypot((slot.x - MAP_CENTRE.x) / band.rx, (slot.y - MAP_CENTRE.y) / band.ry);
  return outside * 400 + rings * 3000 + overlap * 1.5 + turn(slot.angle, wish.angle) * 6 + Math.abs(eccentric - 0.8) * 60;
}
function sectorHalf(side: Side): number {
  return (MAP_SECTORS[side].to - MAP_SECTORS[side].from) / 2;
}
/** The smaller angle between two directions, in degrees. */
function turn(a: number, b: number): number {
  const difference = Math.abs((((a - b) % 360) + 540) % 360 - 180);
  return difference;
}

/** Names stand outside their node: to the right on the right, to the left on the left, over or under at the top and bottom. */
function labelFor(slot: Slot): MapLabel {
  const horizontal = Math.cos((slot.angle * Math.PI) / 180);
  if (horizontal > 0.5) return { dx: 30, dy: -2, anchor: 'start' };
  if (horizontal < -0.5) return { dx: -30, dy: -2, anchor: 'end' };
  return slot.y < MAP_CENTRE.y ? { dx: 0, dy: -44, anchor: 'middle' } : { dx: 0, dy: 40, anchor: 'middle' };
}
/** Two lines, name over relation; wide enough for "bästa vännens mamma". */
const LABEL = { width: 112, height: 34 } as const;
function labelBox(slot: Slot, label: MapLabel): Box {
  const x = slot.x + label.dx;
  const y = slot.y + label.dy;
  const left = label.anchor === 'start' ? x : label.anchor === 'end' ? x - LABEL.width : x - LABEL.width / 2;
  return { left, right: left + LABEL.width, top: y - 14, bottom: y - 14 + LABEL.height };
}
function nodeBox(slot: { x: number; y: number }): Box {
  return { left: slot.x - 24, right: slot.x + 24, top: slot.y - 24, bottom: slot.y + 24 };
}
function labelBoxOfCentre(): Box {
  return { left: MAP_CENTRE.x - 36, right: MAP_CENTRE.x + 36, top: MAP_CENTRE.y - 36, bottom: MAP_CENTRE.y + 60 };
}
function overlapOf(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

function far(a: { x: number; y: number }, b: { x: number; y: number }, distance: number): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) >= distance;
}
function keyboardOrder(a: Slot, b: Slot): number {
  return RINGS.indexOf(a.ring) - RINGS.indexOf(b.ring) || a.angle - b.angle;
}
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
