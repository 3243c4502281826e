import { addDays, daysBetween, formatDate, isoWeek } from '@radslag/domain';
import type { Language } from '../words/words';

const ZONE = 'Europe/Stockholm';

/** Swedish wall time of an instant, `2026-11-26T08:41`, through Intl: the domain's own way needs a whole calendar library. */
export function wallTime(at: Date): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}
export function swedishDate(at: Date): string {
  return wallTime(at).slice(0, 10);
}

/** `16:30` or a wall time → 16.30 in Swedish, 16:30 in English; 9.15, not 09.15. */
export function clockText(clock: string, language: Language): string {
  const plain = clock.slice(-5);
  return language === 'sv' ? plain.replace(':', '.').replace(/^0(?=\d)/, '') : plain;
}

/** tor 26 nov; with the year when it is another one: tor 7 jan 2027. */
export function dayText(date: string, today: string, language: Language): string {
  const text = formatDate(date, language, 'short').replace(/\bsept\b/i, 'sep');
  return date.slice(0, 4) === today.slice(0, 4) ? text : `${text} ${date.slice(0, 4)}`;
}

/** 26 nov, without the weekday: for what has been. */
export function shortDay(date: string, today: string, language: Language): string {
  return dayText(date, today, language).replace(/^\p{L}+,?\s/u, '');
}

export function longDay(date: string, language: Language): string {
  return formatDate(date, language, 'full');
}

export { addDays, daysBetween, isoWeek };
