import type { MessageView, OutreachView } from '@radslag/contracts';
import type { MessageState } from '@radslag/domain';

/**
 * One scale of time for everybody, so that a gap is seen at once. It has joints at its ends, at now and at the meeting;
 * between two joints time runs evenly. `place`: per cent from the left edge.
 */
export type Scale = { from: number; to: number; joints: readonly { at: number; place: number }[] };
const DAY = 86_400_000;

export function scaleOf(view: OutreachView): Scale {
  const lines = [view.now, ...(view.startsAt === null ? [] : [view.startsAt])].map((at) => Date.parse(at)).sort((a, b) => a - b);
  const marks = marksByPerson(view);
  const instants = [...lines, ...marks.flat()];
  const first = Math.min(...instants);
  const last = Math.max(...instants);
  const room = Math.max((last - first) * 0.04, DAY / 2);
  const ends = [first - room, ...lines, last + room];
  const parts = ends.slice(1).map((to, index) => {
    const from = ends[index] ?? to;
    const most = Math.max(0, ...marks.map((own) => own.filter((at) => at > from && at <= to).length));
    return { even: ((to - from) / (last - first + 2 * room)) * 100, needed: most === 0 ? 0 : (most + 1) * NEAREST };
  });
  const places = widths(parts).reduce<number[]>((sums, width) => [...sums, (sums.at(-1) ?? 0) + width], [0]);
  return { from: first - room, to: last + room, joints: ends.map((at, index) => ({ at, place: places[index] ?? 100 })) };
}

const marksByPerson = (view: OutreachView): number[][] =>
  view.people.map((person) => [...view.messages.filter((message) => message.memberId === person.memberId).map(happenedAt), ...(person.answeredAt === null ? [] : [person.answeredAt])].map((at) => Date.parse(at)));

/** As even as it goes, but no part narrower than its marks need; the others give way in proportion to what they can spare. */
function widths(parts: readonly { even: number; needed: number }[]): number[] {
  const lacking = parts.reduce((sum, { even, needed }) => sum + Math.max(0, needed - even), 0);
  const spare = parts.reduce((sum, { even, needed }) => sum + Math.max(0, even - needed), 0);
  const give = spare === 0 ? 0 : Math.min(1, lacking / spare);
  const wanted = parts.map(({ even, needed }) => (even < needed ? needed : even - (even - needed) * give));
  const total = wanted.reduce((sum, width) => sum + width, 0);
  return wanted.map((width) => (width / total) * 100);
}

/** Per cent from the left edge. */
export function placeOf(at: string, { joints }: Scale): number {
  const moment = Date.parse(at);
  const found = joints.findIndex((joint, n) => n > 0 && moment <= joint.at);
  const index = found === -1 ? joints.length - 1 : found;
  const [left, right] = [joints[index - 1], joints[index]];
  if (left === undefined || right === undefined) return 0;
  const share = right.at === left.at ? 0 : (moment - left.at) / (right.at - left.at);
  return Math.round((left.place + share * (right.place - left.place)) * 100) / 100;
}
/** When it happened, or else when it will. */
export function happenedAt(message: MessageView): string {
  return message.deliveredAt ?? message.acceptedAt ?? message.endedAt ?? message.ahead?.at ?? message.dueAt;
}

/** Asked once more for nothing: the answer had come. It tells nobody anything, and gives way to what does. */
export function isNeedless(message: Pick<MessageView, 'state' | 'reason'>): boolean {
  return message.reason === 'answered' && (message.state === 'cancelled' || message.state === 'suppressed');
}

export type EventShape = 'planned' | 'sent' | 'delivered' | 'stopped' | 'failed' | 'letter' | 'call';
const SHAPES: Readonly<Record<MessageState, EventShape>> = {
  planned: 'planned', held: 'stopped', queued: 'planned', sending: 'planned', accepted: 'sent', delivered: 'delivered',
  failed: 'failed', unknown: 'failed', cancelled: 'stopped', suppressed: 'stopped', expired: 'stopped',
};
/** One that the gate will stop is shown as stopped, before it is. */
export function shapeOf(message: Pick<MessageView, 'state' | 'channel'> & Partial<Pick<MessageView, 'ahead'>>): EventShape {
  const shape = message.ahead?.stopped == null ? SHAPES[message.state] : 'stopped';
  if (shape === 'stopped' || shape === 'failed') return shape;
  if (message.channel === 'letter') return 'letter';
  return message.channel === 'phone' ? 'call' : shape;
}
export function isAhead(message: Pick<MessageView, 'state'>): boolean {
  return ['planned', 'held', 'queued', 'sending'].includes(message.state);
}
/** A failure nobody has got past: nothing later reached this person. */
export function openFailure(messages: readonly MessageView[]): MessageView | null {
  const past = messages.filter((message) => !isAhead(message) && shapeOf(message) !== 'stopped').sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  const last = past.at(-1);
  return last !== undefined && shapeOf(last) === 'failed' ? last : null;
}

/** Per cent. Nearer than this, and two marks of 24 px share a place on the narrowest lane (WCAG 2.5.8). */
const NEAREST = 4.6;
const ENDS = { from: 1, to: 99 };
/**
 * Pushes the marks of one lane apart, in order, without leaving the lane or passing a line (now, the meeting): a mark tells
 * before from after by its side. Where there is no room, they share what there is.
 */
export function spread(places: readonly number[], lines: readonly number[] = []): number[] {
  const edges = [-Infinity, ...[...lines].sort((a, b) => a - b), Infinity];
  return edges.slice(1).flatMap((right, index) => {
    const left = edges[index] ?? -Infinity;
    const beside = Math.min(NEAREST / 2, (right - left) / 4);
    const room = { from: left === -Infinity ? ENDS.from : left + beside, to: right === Infinity ? ENDS.to : right - beside };
    return apart(places.filter((place) => place > left && place <= right), room);
  });
}
function apart(places: readonly number[], { from, to }: { from: number; to: number }): number[] {
  const last = places.length - 1;
  const step = last < 1 ? 0 : Math.max(0, Math.min(NEAREST, (to - from) / last));
  let before = -Infinity;
  const pushed = places.map((place) => (before = Math.max(place, from, before + step)));
  return pushed.map((place, index) => Math.min(place, to - (last - index) * step));
}

/** How wide the words over the lanes are, in per cent of the narrowest lane. */
const WIDTH = { week: 10, now: 8, meeting: 12 };
export type Lean = 'before' | 'over' | 'after';
/** Which weeks have room for their date, and where "today" and "conference" stand so that neither is cut. */
export function axisOf(at: { weeks: readonly number[]; now: number; meeting: number | null }): { weeks: boolean[]; now: Lean; meeting: Lean } {
  const { now, meeting } = at;
  const tight = meeting !== null && Math.abs(meeting - now) < (WIDTH.now + WIDTH.meeting) / 2 + 2;
  const lean: { now: Lean; meeting: Lean } = !tight ? { now: 'over', meeting: 'over' } : now <= meeting ? { now: 'before', meeting: 'after' } : { now: 'after', meeting: 'before' };
  const span = (place: number, width: number, how: Lean) => (how === 'before' ? [place - width, place] : how === 'after' ? [place, place + width] : [place - width / 2, place + width / 2]);
  const taken = [span(now, WIDTH.now, lean.now), ...(meeting === null ? [] : [span(meeting, WIDTH.meeting, lean.meeting)])];
  const free = (place: number) => taken.every(([from = 0, to = 0]) => place + WIDTH.week <= from || place >= to) && place + WIDTH.week / 2 <= 100;
  return { weeks: at.weeks.map(free), ...lean };
}

/** Mondays inside the scale, for the fine lines; every second one when there are many. */
export function weeks(scale: Scale): string[] {
  const first = new Date(scale.from);
  const toMonday = (8 - first.getUTCDay()) % 7;
  const mondays: string[] = [];
  for (let at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), first.getUTCDate()) + toMonday * DAY; at < scale.to; at += 7 * DAY) mondays.push(new Date(at).toISOString());
  const step = Math.ceil(mondays.length / 7);
  return mondays.filter((_, index) => index % step === 0);
}
