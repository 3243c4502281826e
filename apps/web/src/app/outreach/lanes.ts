import type { MessageView, OutreachView } from '@radslag/contracts';
import type { MessageState } from '@radslag/domain';

/** One scale of time for everybody, so that a gap is seen at once. */
export type Scale = { from: number; to: number };
const DAY = 86_400_000;

export function scaleOf(view: OutreachView): Scale {
  const instants = [view.now, ...(view.startsAt === null ? [] : [view.startsAt]), ...view.messages.map(happenedAt), ...view.people.flatMap((person) => person.answeredAt ?? [])].map((at) => Date.parse(at));
  const from = Math.min(...instants);
  const to = Math.max(...instants);
  const room = Math.max((to - from) * 0.04, DAY / 2);
  return { from: from - room, to: to + room };
}
/** Per cent from the left edge. */
export function placeOf(at: string, scale: Scale): number {
  return Math.round(((Date.parse(at) - scale.from) / (scale.to - scale.from)) * 10_000) / 100;
}
/** When it happened, or else when it will. */
export function happenedAt(message: MessageView): string {
  return message.deliveredAt ?? message.acceptedAt ?? message.endedAt ?? message.dueAt;
}

export type EventShape = 'planned' | 'sent' | 'delivered' | 'stopped' | 'failed' | 'letter' | 'call';
const SHAPES: Readonly<Record<MessageState, EventShape>> = {
  planned: 'planned', held: 'stopped', queued: 'planned', sending: 'planned', accepted: 'sent', delivered: 'delivered',
  failed: 'failed', unknown: 'failed', cancelled: 'stopped', suppressed: 'stopped', expired: 'stopped',
};
export function shapeOf(message: Pick<MessageView, 'state' | 'channel'>): EventShape {
  const shape = SHAPES[message.state];
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
/** Pushes marks of one lane apart, in order, without leaving the lane. */
export function spread(places: readonly number[]): number[] {
  let before = -Infinity;
  const pushed = places.map((place) => (before = Math.max(place, before + NEAREST)));
  const over = (pushed.at(-1) ?? 0) - 99;
  return over > 0 ? pushed.map((place, index) => Math.max(Math.min(place, 99 - (pushed.length - 1 - index) * NEAREST), 1)) : pushed;
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
