import type { When } from '../ui/when';

type Range = { startsLocal: string; endsLocal: string };

/** 16.30–20: whole hours lose their zeros where columns are narrow. */
export function shortRange(range: Range, when: When): string {
  return when.wallRange(range.startsLocal, range.endsLocal).replace(/\.00(?=–|$)/g, '');
}
/** tor 10 dec and its parts. */
export function dayParts(local: string, when: When): { weekday: string; day: string } {
  const [weekday = '', ...rest] = when.date(local).split(' ');
  return { weekday: weekday.replace(',', ''), day: rest.join(' ') };
}
