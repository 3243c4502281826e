import { Temporal } from 'temporal-polyfill';

const ZONE = 'Europe/Stockholm';

/** An instant with its zone, or a wall time as `datetime-local` writes it, which then is Swedish time. */
export function instantOfWritten(text: string): number | undefined {
  try {
    if (/(?:Z|[+-]\d\d:\d\d)$/.test(text)) return Temporal.Instant.from(text).epochMilliseconds;
    return Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** As `<input type="datetime-local">` wants it. */
export const wallTime = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' });

const long = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const short = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

export const longTime = (instant: string): string => long.format(new Date(instant));
export const shortTime = (instant: string): string => short.format(new Date(instant));
