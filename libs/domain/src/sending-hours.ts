import { SWEDISH_ZONE, addDays, dateOf, instantOf, isRedDay } from './time';
import type { CalendarDate, Instant } from './time';

/** Wall clocks between which a message may go out: `from` is inside, `to` is not. */
export type PermittedHours = { from: string; to: string };
/** A municipality's hours; on Sundays and red days `redDays` instead, and nothing at all when that is null. */
export type SendingHours = { hours: PermittedHours; redDays: PermittedHours | null };

/** A message moved to the evening before lands this long before the window closes, so that the queue has time to send it. */
const LANDING_MS = 30 * 60_000;
/** The longest run of days without a window that is looked across: Easter and Christmas are shorter. */
const DAYS_AHEAD = 14;

/** The window of a day, narrowed by a person's own hours; null: nothing goes out that day. */
export function windowOn(date: CalendarDate, sending: SendingHours, own: PermittedHours | null = null): PermittedHours | null {
  const day = isRedDay(date) ? sending.redDays : sending.hours;
  if (day === null || own === null) return day;
  const from = day.from > own.from ? day.from : own.from;
  const to = day.to < own.to ? day.to : own.to;
  return from < to ? { from, to } : null;
}

/** True when a message may go out at this instant in this zone. */
export function withinPermittedHours(instant: Instant, sending: SendingHours, zone: string = SWEDISH_ZONE, own: PermittedHours | null = null): boolean {
  const date = dateOf(instant, zone);
  const window = windowOn(date, sending, own);
  return window !== null && instant >= instantOf({ local: `${date}T${window.from}`, zone }) && instant < instantOf({ local: `${date}T${window.to}`, zone });
}

/**
 * Moves an instant into the permitted hours: later to the next opening, or earlier into the last window when later would be
 * too late. Unmoved when a fortnight has no window at all: the gate then lets it wait until it is too late, and asks a person.
 */
export function clampToQuietHours(instant: Instant, sending: SendingHours, zone: string = SWEDISH_ZONE, notAfter?: Instant, own: PermittedHours | null = null): Instant {
  if (withinPermittedHours(instant, sending, zone, own)) return instant;
  const later = nextOpening(instant, sending, zone, own);
  if (later !== null && (notAfter === undefined || later <= notAfter)) return later;
  return lastLanding(instant, sending, zone, own) ?? later ?? instant;
}

function nextOpening(instant: Instant, sending: SendingHours, zone: string, own: PermittedHours | null): Instant | null {
  for (let day = 0, date = dateOf(instant, zone); day <= DAYS_AHEAD; day += 1, date = addDays(date, 1)) {
    const window = windowOn(date, sending, own);
    if (window === null) continue;
    const opens = instantOf({ local: `${date}T${window.from}`, zone });
    if (opens >= instant) return opens;
  }
  return null;
}

function lastLanding(instant: Instant, sending: SendingHours, zone: string, own: PermittedHours | null): Instant | null {
  for (let day = 0, date = dateOf(instant, zone); day <= DAYS_AHEAD; day += 1, date = addDays(date, -1)) {
    const window = windowOn(date, sending, own);
    if (window === null) continue;
    const opens = instantOf({ local: `${date}T${window.from}`, zone });
    const lands = new Date(Math.max(opens.getTime(), instantOf({ local: `${date}T${window.to}`, zone }).getTime() - LANDING_MS));
    if (lands <= instant) return lands;
  }
  return null;
}
