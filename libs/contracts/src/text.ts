import * as z from 'zod';

/** The kinds of text and time that cross the wire. Every limit is also the screen's `maxlength`. */

// Control characters, and the bidi overrides that make text read as something else (names are shown on shared screens).
const UNSAFE_LINE = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
const UNSAFE_BLOCK = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/u;

export const NAME_MAX = 80;
export const LINE_MAX = 200;
export const BLOCK_MAX = 4000;

/** One line of text, trimmed, composed (NFC). */
export const line = (max = LINE_MAX) =>
  z.string().normalize('NFC').trim().min(1).max(max).refine((s) => !UNSAFE_LINE.test(s), { error: 'unsafe-characters' });
export const optionalLine = (max = LINE_MAX) =>
  z.string().normalize('NFC').trim().max(max).refine((s) => !UNSAFE_LINE.test(s), { error: 'unsafe-characters' });
/** Several lines. */
export const block = (max = BLOCK_MAX) =>
  z.string().normalize('NFC').trim().max(max).refine((s) => !UNSAFE_BLOCK.test(s), { error: 'unsafe-characters' });

export const personName = () => line(NAME_MAX);
export const Id = z.uuid();
export const instant = () => z.iso.datetime({ offset: true });
export const date = () => z.iso.date();
/** Wall time in the conference's zone: 'YYYY-MM-DDTHH:MM'. */
export const wall = () => z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/, { error: 'not-a-wall-time' }).refine(isADay, { error: 'not-a-wall-time' });

/** No 31 February. */
function isADay(wallTime: string): boolean {
  const [year, month, day] = wallTime.slice(0, 10).split('-').map(Number);
  return day! <= new Date(Date.UTC(year!, month!, 0)).getUTCDate();
}
/** 'HH:MM' on a clock on the wall. */
export const clock = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not-a-clock' });
export const emailAddress = () => z.string().trim().max(254).pipe(z.email({ error: 'not-an-email' }));
/** As typed; the server parses it and refuses what is not a mobile number. */
export const phoneAsTyped = () => z.string().trim().min(3).max(30);
export const version = () => z.int().min(1);
