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

type Slot = { x: number; y: number; ring: Ring; angle: number; off: number; label: MapLabel; labelBox: Box; nodeBox: Box };
type Box = { left: number; right: number; top: number; bottom: number };

/** Places everyone. People may be pushed outwards or round when a sector is full; they never overlap. */
export function placeNetwork(members: readonly MapMember[], size: MapSize = MAP_SIZE): PlacedMember[] {
  let free = allSlots();
  const boxes: Box[] = [boxOfCentre()];
  const placed = new Map<string, { slot: Slot; side: Side }>();
  for (const wish of wishes(members)) {
    const slot = bestSlot(free, wish, boxes);
    // Hundreds of people would be needed to fill every place.
    if (slot === undefined) break;
    free = free.filter((other) => far(slot, other, MAP_MIN_DISTANCE));
    boxes.push(slot.nodeBox, slot.labelBox);
    placed.set(wish.member.id, { slot, side: wish.side });
  }
  const byKeyboard = [...placed].sort(([idA, a], [idB, b]) => keyboardOrder(a.slot, b.slot) || (idA < idB ? -1 : 1)).map(([id]) => id);
  const scale = { x: size.width / MAP_SIZE.width, y: size.height / MAP_SIZE.height };
  return members.flatMap((member) => {
    const found = placed.get(member.id);
    if (found === undefined) return [];
    const { slot, side } = found;
    const position = { x: round(slot.x * scale.x), y: round(slot.y * scale.y) };
    return [{ id: member.id, ...position, ring: member.ring, side, label: slot.label, order: byKeyboard.indexOf(member.id) }];
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
/** How far out in its band someone would rather stand, as a share of the ring's radius. */
const WANTED_SHARE = 0.8;

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
        const at = { x: MAP_CENTRE.x + rx * Math.cos(radians), y: MAP_CENTRE.y + ry * Math.sin(radians) };
        if (!far(at, MAP_CENTRE, MAP_MIN_DISTANCE + 10) || !insideSheet(at)) continue;
        const label = labelFor(at, Math.cos(radians));
        const off = Math.abs(Math.hypot((rx * Math.cos(radians)) / outer.rx, (ry * Math.sin(radians)) / outer.ry) - WANTED_SHARE);
        slots.push({ ...at, ring, angle, off, label, labelBox: labelBox(at, label), nodeBox: nodeBox(at) });
      }
    }
  });
  return slots;
}
function insideSheet({ x, y }: { x: number; y: number }): boolean {
  return x >= 66 && x <= MAP_SIZE.width - 66 && y >= 60 && y <= MAP_SIZE.height - 66;
}

/** The cheapest free place. Names are only measured where the place itself is still in the running. */
function bestSlot(free: readonly Slot[], wish: Wish, boxes: readonly Box[]): Slot | undefined {
  let best: Slot | undefined;
  let bestCost = Infinity;
  for (const slot of free) {
    const base = placeCost(slot, wish);
    if (base >= bestCost) continue;
    const cost = base + boxes.reduce((sum, box) => sum + overlapOf(slot.labelBox, box) + overlapOf(slot.nodeBox, box), 0) * OVERLAP_COST;
    if (cost < bestCost) {
      best = slot;
      bestCost = cost;
    }
  }
  return best;
}

/** Leaving one's side is worst, then one's ring; names on top of each other are worse than standing a little off. */
const OVERLAP_COST = 4;
function placeCost(slot: Slot, wish: Wish): number {
  const hinted = wish.member.angleHint != null;
  const outside = hinted ? 0 : Math.max(0, turn(slot.angle, MAP_SECTORS[wish.side].centre) - sectorHalf(wish.side) + 4);
  const rings = Math.abs(RINGS.indexOf(slot.ring) - RINGS.indexOf(wish.member.ring));
  return outside * 400 + rings * 3000 + turn(slot.angle, wish.angle) * 6 + slot.off * 60;
}
function sectorHalf(side: Side): number {
  return (MAP_SECTORS[side].to - MAP_SECTORS[side].from) / 2;
}
/** The smaller angle between two directions, in degrees. */
function turn(a: number, b: number): number {
  return Math.abs(((((a - b) % 360) + 540) % 360) - 180);
}

/**
 * Names stand outside their node: to the right on the right, to the left on the left, over or under at the top and bottom, and
 * where the sheet ends before the name does.
 */
function labelFor({ x, y }: { x: number; y: number }, horizontal: number): MapLabel {
  const fits = Math.abs(x - MAP_SIZE.width / 2) + LABEL_GAP + LABEL.width <= MAP_SIZE.width / 2;
  if (fits && horizontal > 0.5) return { dx: LABEL_GAP, dy: -2, anchor: 'start' };
  if (fits && horizontal < -0.5) return { dx: -LABEL_GAP, dy: -2, anchor: 'end' };
  return y < MAP_CENTRE.y ? { dx: 0, dy: -44, anchor: 'middle' } : { dx: 0, dy: 40, anchor: 'middle' };
}
/** Two lines, name over relation; wide enough for "bästa vännens mamma". */
const LABEL = { width: 148, height: 34 } as const;
const LABEL_GAP = 30;
function labelBox(slot: { x: number; y: number }, label: MapLabel): Box {
  const x = slot.x + label.dx;
  const y = slot.y + label.dy;
  const left = label.anchor === 'start' ? x : label.anchor === 'end' ? x - LABEL.width : x - LABEL.width / 2;
  return { left, right: left + LABEL.width, top: y - 14, bottom: y - 14 + LABEL.height };
}
function nodeBox(slot: { x: number; y: number }): Box {
  return { left: slot.x - 24, right: slot.x + 24, top: slot.y - 24, bottom: slot.y + 24 };
}
function boxOfCentre(): Box {
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
