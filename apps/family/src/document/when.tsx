import { formatDate, formatTimeRange, type CalendarDate, type FamilyLanguage } from '@radslag/domain';
import { ownWay, unbroken } from '../words';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const isArabic = (language: FamilyLanguage) => language === 'ar';

/** 'fredag 27 november': day and month stay together; the Arabic one names the month twice and may break anywhere. */
export function weekday(date: CalendarDate, language: FamilyLanguage): string {
  const text = formatDate(date, language, 'weekday');
  return isArabic(language) ? text : text.replace(/^(\S+ )(.+)$/, (_all, name: string, rest: string) => name + unbroken(rest));
}
export const weekdayHead = (date: CalendarDate, language: FamilyLanguage): string => capital(formatDate(date, language, 'weekday'));
export const fullDate = (date: CalendarDate, language: FamilyLanguage): string => capital(formatDate(date, language, 'full'));

/** 'kl. 17.30–20.30'; in Arabic each clock runs its own way. */
export function clocks(startsLocal: string, endsLocal: string, language: FamilyLanguage): string {
  const text = formatTimeRange(startsLocal.slice(11), endsLocal.slice(11), language);
  return isArabic(language) ? text.replace(/\d\d:\d\d/g, (clock) => ownWay(clock)) : unbroken(text);
}

/** One clock: 'kl. 17.30'. */
export function clock(startsLocal: string, language: FamilyLanguage): string {
  const [first = ''] = formatTimeRange(startsLocal.slice(11), startsLocal.slice(11), language).split(/\s*[–-]\s*/);
  return isArabic(language) ? ownWay(startsLocal.slice(11)) : unbroken(first);
}

export type Span = { startsLocal: string; endsLocal: string };
export const dayAndClocks = (time: Span, language: FamilyLanguage): string =>
  `${isArabic(language) ? `${weekdayHead(time.startsLocal.slice(0, 10), language)}،` : unbroken(weekdayHead(time.startsLocal.slice(0, 10), language))} ${clocks(time.startsLocal, time.endsLocal, language)}`;
