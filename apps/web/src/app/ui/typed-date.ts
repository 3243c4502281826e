import { addDays, isCalendarDate, weekdayOf } from '@radslag/domain';

/**
 * Dates and clocks as people type them. Pure text work: no `Date` is parsed, and today is an argument.
 * Swedish and English words are both understood on every screen; day always comes before month.
 */
export type DateReading = { ok: true; date: string } | { ok: false; why: 'unreadable' } | { ok: false; why: 'noSuchDay' } | { ok: false; why: 'otherWeekday'; date: string };
export type DateBounds = { today: string; max?: string | null };

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january'], ['februari', 'february'], ['mars', 'march'], ['april'], ['maj', 'may'], ['juni', 'june'],
  ['juli', 'july'], ['augusti', 'august'], ['september'], ['oktober', 'october'], ['november'], ['december'],
];
/** From Monday. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['måndag', 'monday'], ['tisdag', 'tuesday'], ['onsdag', 'wednesday'], ['torsdag', 'thursday'], ['fredag', 'friday'],
  ['lördag', 'saturday'], ['söndag', 'sunday'],
];
const NEAR: Readonly<Record<string, number>> = { idag: 0, today: 0, igår: -1, yesterday: -1, imorgon: 1, imorron: 1, tomorrow: 1, iövermorgon: 2, övermorgon: 2 };
/** Without a year a day is the next one to come; one that has been for less than a month is this year's. */
const AHEAD = 335;
const UNREADABLE = { ok: false, why: 'unreadable' } as const;

/** `2026-12-10`, `10 dec`, `10/12`, `10.12.2026`, `261210`, `torsdag 10 december`, `Dec 10, 2026`, `i morgon` … */
export function readDate(typed: string, bounds: DateBounds): DateReading {
  const words = typed.toLowerCase().normalize('NFC').replace(/\b(den|the|of)\b|,/g, ' ').replace(/(\d)(?::?[ea]|st|nd|rd|th)\b/g, '$1').replace(/([a-zåäö])\.(?=\s|$)/g, '$1').trim();
  const near = NEAR[words.replace(/\s/g, '')];
  if (near !== undefined) return { ok: true, date: addDays(bounds.today, near) };
  const { weekday, rest } = splitWeekday(words);
  const parts = dayMonthYear(rest);
  if (parts === null) return UNREADABLE;
  const date = dateOf(parts, bounds);
  if (date === null) return { ok: false, why: 'noSuchDay' };
  return weekday === null || weekday === weekdayOf(date) ? { ok: true, date } : { ok: false, why: 'otherWeekday', date };
}

/** `17:30`, `17.30`, `1730`, `17`, `9`, `kl. 9.15` → `HH:MM`; null when it is not a time of the day. */
export function readClock(typed: string): string | null {
  const match = /^(?:kl\.?\s*)?(\d{1,2})(?:\s*[:.]\s*(\d{2})|(\d{2}))?$/i.exec(typed.trim());
  if (match === null) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? match[3] ?? 0)];
  return hour > 23 || minute > 59 ? null : `${two(hour)}:${two(minute)}`;
}

type Parts = { day: number; month: number; year: string | null };

function dayMonthYear(text: string): Parts | null {
  const numbers = (match: RegExpExecArray | null, day: number, month: number, year: number): Parts | null =>
    match === null ? null : { day: Number(match[day]), month: Number(match[month]), year: match[year] ?? null };
  const named = (match: RegExpExecArray | null, day: number, name: number, year: number): Parts | null => {
    const month = match === null ? 0 : wordIn(MONTHS, match[name]!);
    return match === null || month === 0 ? null : { day: Number(match[day]), month, year: match[year] ?? null };
  };
  return (
    numbers(/^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/.exec(text), 4, 3, 1) ??
    numbers(/^(\d{4}|\d{2})(\d{2})(\d{2})$/.exec(text), 3, 2, 1) ??
    numbers(/^(\d{1,2})\s*([/.])\s*(\d{1,2})(?:\s*[-/. ]\s*(\d{4}|\d{2}))?$/.exec(text), 1, 3, 4) ??
    named(/^(\d{1,2})[\s./-]*(\p{L}{3,})(?:[\s./-]+(\d{4}|\d{2}))?$/u.exec(text), 1, 2, 3) ??
    named(/^(\p{L}{3,})\s+(\d{1,2})(?:\s+(\d{4}))?$/u.exec(text), 2, 1, 3)
  );
}

function splitWeekday(text: string): { weekday: number | null; rest: string } {
  const word = /^(\p{L}{3,})\s+(?=.*\d)/u.exec(text);
  const weekday = word === null ? 0 : wordIn(WEEKDAYS, word[1]!);
  return weekday === 0 || word === null ? { weekday: null, rest: text } : { weekday, rest: text.slice(word[0].length) };
}

/** Place, from 1, of the name that begins so; 0 when there is none. Three letters are enough. */
function wordIn(names: readonly (readonly string[])[], word: string): number {
  return names.findIndex((alike) => alike.some((name) => name.startsWith(word))) + 1;
}

function dateOf({ day, month, year }: Parts, { today, max }: DateBounds): string | null {
  const on = (y: number) => real(`${String(y).padStart(4, '0')}-${two(month)}-${two(day)}`);
  if (year?.length === 4) return on(Number(year));
  const thisYear = Number(today.slice(0, 4));
  if (year !== null) {
    // Two figures: this century, unless only what has been can be meant.
    const latest = max !== null && max !== undefined && max <= today ? max : `${thisYear + 50}-12-31`;
    const century = thisYear - (thisYear % 100) + Number(year);
    const date = on(century);
    return date !== null && date <= latest ? date : on(century - 100);
  }
  const ahead = addDays(today, AHEAD);
  const latest = max !== null && max !== undefined && max < ahead ? max : ahead;
  // Eight years back there has been a 29 February, whatever century it is.
  for (let y = Number(latest.slice(0, 4)); y >= Number(latest.slice(0, 4)) - 8; y -= 1) {
    const date = on(y);
    if (date !== null && date <= latest) return date;
  }
  return null;
}

function real(date: string): string | null {
  return isCalendarDate(date) ? date : null;
}
function two(n: number): string {
  return String(n).padStart(2, '0');
}
