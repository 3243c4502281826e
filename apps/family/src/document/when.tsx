import { directionOf, formatClock, formatDate, formatTimeRange, type CalendarDate, type FamilyLanguage } from '@radslag/domain';
import { ownWay, unbroken } from '@radslag/family-texts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const isRtl = (language: FamilyLanguage) => directionOf(language) === 'rtl';
/** Short and said weekday first: day and month can stay together. Others are longer, or end with the weekday, and may break anywhere. */
const SHORT: readonly FamilyLanguage[] = ['sv', 'sv-x-lattlast', 'en'];

/** 'fredag 27 november' */
export const weekday = (date: CalendarDate, language: FamilyLanguage): string => dayKept(formatDate(date, language, 'weekday'), language);
const dayKept = (text: string, language: FamilyLanguage): string => (SHORT.includes(language) ? text.replace(/^(\S+ )(.+)$/, (_all, name: string, rest: string) => name + unbroken(rest)) : text);
export const weekdayHead = (date: CalendarDate, language: FamilyLanguage): string => capital(formatDate(date, language, 'weekday'));
export const fullDate = (date: CalendarDate, language: FamilyLanguage): string => capital(formatDate(date, language, 'full'));
/** '27 november 2026' where the weekday says nothing; elsewhere the whole date. */
export const dayOfYear = (date: CalendarDate, language: FamilyLanguage): string =>
  SHORT.includes(language) ? unbroken(formatDate(date, language, 'full').replace(/^\S+ /, '')) : formatDate(date, language, 'full');

/** What clocks look like here: '17.30', '17:30', and a range of two. In a language that runs from right to left each runs its own way. */
const CLOCKS = /\d{1,2}[.:]\d\d(?:–\d{1,2}[.:]\d\d)?/g;
const keep = (text: string, language: FamilyLanguage) => (SHORT.includes(language) ? unbroken(text) : text.replace(CLOCKS, (clock) => (isRtl(language) ? ownWay(clock) : unbroken(clock))));

/** 'kl. 17.30–20.30' */
export const clocks = (startsLocal: string, endsLocal: string, language: FamilyLanguage): string => keep(formatTimeRange(startsLocal.slice(11), endsLocal.slice(11), language), language);
/** One clock: 'kl. 17.30'. */
export const clock = (startsLocal: string, language: FamilyLanguage): string => keep(formatClock(startsLocal.slice(11), language), language);

export type Span = { startsLocal: string; endsLocal: string };
export function dayAndClocks(time: Span, language: FamilyLanguage): string {
  const day = weekdayHead(time.startsLocal.slice(0, 10), language);
  return `${isRtl(language) ? `${day}،` : dayKept(day, language)} ${clocks(time.startsLocal, time.endsLocal, language)}`;
}
