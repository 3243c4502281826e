import { Temporal } from 'temporal-polyfill';

/**
 * Three kinds of time that never mix (DESIGN §4): an instant, a wall time in a named zone, a calendar date. This is the only
 * file of the domain that knows a time zone's rules.
 */
export type Instant = Date;
/** What stands on the wall where people meet: `2026-12-10T16:30` in `Europe/Stockholm`. */
export type WallTime = { local: string; zone: string };
/** `YYYY-MM-DD`. Sorts and compares as text. */
export type CalendarDate = string;

export const SWEDISH_ZONE = 'Europe/Stockholm';

const DAY_MS = 86_400_000;
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The instant of a wall time. A time inside the spring gap moves later (02.30 → 03.30) and one that happens twice in autumn is
 * the later of the two, which is also what Postgres answers, so that the two can be compared.
 */
export function instantOf(wall: WallTime): Instant {
  if (!LOCAL.test(wall.local)) throw new RangeError(`not a wall time (YYYY-MM-DDTHH:MM): ${wall.local}`);
  const zoned = Temporal.PlainDateTime.from(wall.local).toZonedDateTime(wall.zone, { disambiguation: 'later' });
  return new Date(zoned.epochMilliseconds);
}

/** The wall time at an instant, to the minute (seconds are cut, not rounded). */
export function wallOf(instant: Instant, zone: string): WallTime {
  const plain = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
  return { local: plain.toString().slice(0, 16), zone };
}

/** The calendar date in a zone at an instant. */
export function dateOf(instant: Instant, zone: string): CalendarDate {
  return wallOf(instant, zone).local.slice(0, 10);
}

/** The date of a wall time, and its clock `HH:MM`. */
export function dateOfWall(wall: WallTime): CalendarDate {
  return wall.local.slice(0, 10);
}
export function clockOfWall(wall: WallTime): string {
  return wall.local.slice(11, 16);
}

/** True for a real date written `YYYY-MM-DD`: 2026-02-29 is not one. */
export function isCalendarDate(text: string): text is CalendarDate {
  const parts = DATE.exec(text);
  return parts !== null && fromUtc(utcOf(text)) === text;
}

function utcOf(date: CalendarDate): number {
  const parts = DATE.exec(date);
  if (parts === null) throw new RangeError(`not a calendar date (YYYY-MM-DD): ${date}`);
  return Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
}
function fromUtc(ms: number): CalendarDate {
  return new Date(ms).toISOString().slice(0, 10);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromUtc(utcOf(date) + days * DAY_MS);
}

/** Days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((utcOf(to) - utcOf(from)) / DAY_MS);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: CalendarDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const day = new Date(utcOf(date)).getUTCDay();
  return (day === 0 ? 7 : day) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** Week number as Swedish calendars have it (ISO 8601): the week belongs to the year of its Thursday. */
export function isoWeek(date: CalendarDate): number {
  const thursday = addDays(date, 4 - weekdayOf(date));
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

/** A day when offices are open: not a Saturday, Sunday or red day, nor Midsummer, Christmas or New Year's Eve. */
export function isWorkingDay(date: CalendarDate): boolean {
  return weekdayOf(date) <= 5 && !isHoliday(date);
}

/** The working day `days` working days later (earlier when negative). From a holiday, counting begins on the next working day. */
export function addWorkingDays(date: CalendarDate, days: number): CalendarDate {
  const step = days < 0 ? -1 : 1;
  let at = date;
  for (let left = Math.abs(days); left > 0; ) {
    at = addDays(at, step);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** Whole years on a date. Someone born on 29 February grows older on 1 March in a common year. */
export function ageOn(birthDate: CalendarDate, date: CalendarDate): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** A Sunday, a red day or one of the three eves: a day when an office does not write to people as on any other. */
export function isRedDay(date: CalendarDate): boolean {
  return weekdayOf(date) === 7 || isHoliday(date);
}

/** Lag (1989:253) om allmänna helgdagar, and the three eves when offices are closed by agreement. */
export function isHoliday(date: CalendarDate): boolean {
  const monthDay = date.slice(5);
  if (FIXED_HOLIDAYS.includes(monthDay)) return true;
  const weekday = weekdayOf(date);
  // Midsummer Day is the Saturday between 20 and 26 June; its eve the Friday before.
  if (weekday === 5 && monthDay >= '06-19' && monthDay <= '06-25') return true;
  if (weekday === 6 && monthDay >= '06-20' && monthDay <= '06-26') return true;
  // All Saints' Day: the Saturday between 31 October and 6 November.
  if (weekday === 6 && monthDay >= '10-31' && monthDay <= '11-06') return true;
  const fromEaster = daysBetween(easterSunday(Number(date.slice(0, 4))), date);
  return EASTER_HOLIDAYS.includes(fromEaster);
}
const FIXED_HOLIDAYS: readonly string[] = ['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'];
/** Good Friday, Easter Day and Monday, Ascension, Whit Sunday, in days from Easter Day. */
const EASTER_HOLIDAYS: readonly number[] = [-2, 0, 1, 39, 49];

/** Gregorian Easter (Meeus/Jones/Butcher). */
function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return fromUtc(Date.UTC(year, month - 1, day));
}
