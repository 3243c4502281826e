import type { CalendarDate } from './time';
import type { FamilyLanguage } from './vocabulary';

/**
 * Dates, clocks, names and phone numbers as people read them. Built on Intl with every default that misleads turned off: the
 * Persian calendar for `fa`, the Persian digits, the twelve-hour clock for `ar`, `so` and `ti`, and the colon that Swedish
 * public writing does not use.
 */
export type DateStyle = 'full' | 'weekday' | 'short' | 'numeric' | 'sms';
export type TimeRangeStyle = 'full' | 'compact' | 'sms';

const SV_WEEKDAYS = ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'];
const SV_MONTHS = [
  'januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december',
];
/** Syria, Iraq, Lebanon and Jordan call the months by other names than the Gulf and North Africa: both are shown. */
const LEVANT_MONTHS = [
  'كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران', 'تموز', 'آب', 'أيلول', 'تشرين الأول', 'تشرين الثاني', 'كانون الأول',
];
/** Languages whose order Intl has right. The others are put together as weekday, day, month, year. */
const INTL_ORDER: readonly FamilyLanguage[] = ['uk', 'fi', 'pl', 'tr'];

const RTL: readonly FamilyLanguage[] = ['ar', 'prs', 'fa', 'ckb'];
/** Direction of a page in the language. */
export function directionOf(lang: FamilyLanguage): 'ltr' | 'rtl' {
  return RTL.includes(lang) ? 'rtl' : 'ltr';
}

/** BCP 47 tag that Intl knows for one of our languages. */
export function intlLocale(lang: FamilyLanguage): string {
  if (lang === 'sv-x-lattlast') return 'sv';
  if (lang === 'prs') return 'fa-AF';
  return lang === 'en' ? 'en-GB' : lang;
}

/**
 * full: torsdag 10 december 2026 · weekday: torsdag 10 december · short: tor 10 dec · numeric: 2026-12-10 ·
 * sms: torsdag 10/12 (short enough for one message, plain characters).
 */
export function formatDate(date: CalendarDate, lang: FamilyLanguage, style: DateStyle): string {
  if (style === 'numeric') return date;
  const noon = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(noon.getTime())) throw new RangeError(`not a calendar date: ${date}`);
  if (intlLocale(lang) === 'sv') return swedishDate(noon, style);
  if (INTL_ORDER.includes(lang)) return intlDate(noon, lang, style);
  const short = style === 'short';
  const parts = dateParts(noon, lang, short);
  const month = lang === 'ar' && style !== 'short' && style !== 'sms' ? `${parts.month} (${LEVANT_MONTHS[noon.getUTCMonth()]})` : parts.month;
  const text = `${parts.weekday} ${parts.day} ${month}`;
  return style === 'full' ? `${text} ${noon.getUTCFullYear()}` : text;
}

function swedishDate(noon: Date, style: DateStyle): string {
  const weekday = SV_WEEKDAYS[noon.getUTCDay()] ?? '';
  const month = SV_MONTHS[noon.getUTCMonth()] ?? '';
  const day = noon.getUTCDate();
  if (style === 'short') return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}`;
  if (style === 'sms') return `${weekday} ${day}/${noon.getUTCMonth() + 1}`;
  return style === 'full' ? `${weekday} ${day} ${month} ${noon.getUTCFullYear()}` : `${weekday} ${day} ${month}`;
}

const FORCED = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' } as const;

function intlDate(noon: Date, lang: FamilyLanguage, style: DateStyle): string {
  const width = style === 'short' ? 'short' : 'long';
  return new Intl.DateTimeFormat(intlLocale(lang), {
    ...FORCED,
    weekday: width,
    day: 'numeric',
    month: width,
    ...(style === 'full' ? { year: 'numeric' as const } : {}),
  }).format(noon);
}

function dateParts(noon: Date, lang: FamilyLanguage, short: boolean): { weekday: string; day: string; month: string } {
  const width = short ? 'short' : 'long';
  const parts = new Intl.DateTimeFormat(intlLocale(lang), { ...FORCED, weekday: width, day: 'numeric', month: width }).formatToParts(noon);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return { weekday: part('weekday'), day: String(noon.getUTCDate()), month: part('month') };
}

/** `16:30` → kl. 16.30 in Swedish, klo 16.30 in Finnish, with the part of the day in Tigrinya, 16:30 elsewhere. */
export function formatClock(clock: string, lang: FamilyLanguage): string {
  if (intlLocale(lang) === 'sv') return `kl. ${pointed(clock)}`;
  if (lang === 'fi') return `klo ${pointed(clock)}`;
  return lang === 'ti' ? `${clock} (${tigrinyaPartOfDay(clock)})` : clock;
}

/**
 * A start and an end. `compact` leaves out whole hours' zeros in Swedish (kl. 16.30–20); `sms` does that with a plain hyphen,
 * since one typographic dash halves what an SMS can hold. Arabic and Persian are written out: a dash reads both ways there.
 */
export function formatTimeRange(from: string, to: string, lang: FamilyLanguage, style: TimeRangeStyle = 'full'): string {
  const dash = style === 'sms' ? '-' : '–';
  switch (lang) {
    case 'sv':
    case 'sv-x-lattlast':
      return style === 'full' ? `kl. ${pointed(from)}${dash}${pointed(to)}` : `kl. ${shortHour(from)}${dash}${shortHour(to)}`;
    case 'fi':
      return style === 'full' ? `klo ${pointed(from)}${dash}${pointed(to)}` : `klo ${shortHour(from)}${dash}${shortHour(to)}`;
    case 'ar':
      return `من ${from} إلى ${to}`;
    case 'fa':
    case 'prs':
      return `از ${from} تا ${to}`;
    case 'ckb':
      return `لە ${from} تا ${to}`;
    case 'ti':
      return `ሰዓት ${from}${dash}${to} (${tigrinyaPartOfDay(from)})`;
    default:
      return `${from}${dash}${to}`;
  }
}

function pointed(clock: string): string {
  return clock.replace(':', '.').replace(/^0(?=\d)/, '');
}
function shortHour(clock: string): string {
  return pointed(clock).replace(/\.00$/, '');
}
/** The Ethiopian clock runs six hours off, so the part of the day is said too. */
function tigrinyaPartOfDay(clock: string): string {
  const hour = Number(clock.slice(0, 2));
  if (hour < 6) return 'ለይቲ';
  if (hour < 12) return 'ቅድሚ ቀትሪ';
  return hour < 17 ? 'ድሕሪ ቀትሪ' : 'ምሸት';
}

/** +46701740612 → 070-174 06 12. Foreign numbers keep their +. */
export function formatPhone(e164: string): string {
  if (!e164.startsWith('+46')) return e164;
  const national = `0${e164.slice(3)}`;
  const area = national.startsWith('08') ? 2 : 3;
  return `${national.slice(0, area)}-${groupDigits(national.slice(area))}`;
}
function groupDigits(digits: string): string {
  const first = digits.length % 2 === 1 ? 3 : digits.length > 7 ? 4 : 2;
  const rest = digits.slice(first).match(/\d{1,2}/g) ?? [];
  return digits.length === 8 ? `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}` : [digits.slice(0, first), ...rest].join(' ');
}

/** A Swedish or international number as people type it → E.164, or null when it is not one. */
export function parsePhone(typed: string): string | null {
  const digits = typed.trim().replace(/\(0\)/, '').replace(/[\s\-–().\/]/g, '');
  const international = digits.startsWith('00') ? `+${digits.slice(2)}` : digits.startsWith('0') ? `+46${digits.slice(1)}` : digits;
  if (!/^\+[1-9]\d{6,14}$/.test(international)) return null;
  // Swedish subscriber numbers have seven to nine digits after the country code; mobiles always nine.
  if (!international.startsWith('+46')) return international;
  return /^\+46(7\d{8}|[1-689]\d{6,8})$/.test(international) ? international : null;
}

/**
 * Calling codes that are no country: freephone, shared cost, satellites and ships, "universal" and machine numbers, premium rate.
 * A text there reaches nobody, or costs what nobody has agreed to.
 */
const NO_COUNTRY = /^\+(?:800|808|87[08]|88[1238]|979|99[1-9])/;
/** Swedish: premium rate and voting, freephone, shared cost, pagers, machines. */
const NO_PERSON_IN_SWEDEN = /^\+46(?:900|939|944|99|20|77|74|719)/;

/** Whether a number (E.164) is a satellite, a premium service or another range in which no person is to be reached. */
export const isSpecialNumber = (e164: string): boolean => NO_COUNTRY.test(e164) || NO_PERSON_IN_SWEDEN.test(e164);

/** Ella Andersson → E.A.; what lists, headings and browser tabs show instead of names. */
export function initialsOf(given: string, family?: string | null): string {
  return [given, family ?? ''].map(firstLetter).filter((letter) => letter !== '').map((letter) => `${letter}.`).join('');
}

/** Ella Andersson → Ella A. */
export function shortName(given: string, family?: string | null): string {
  const letter = firstLetter(family ?? '');
  return letter === '' ? given.trim() : `${given.trim()} ${letter}.`.trim();
}
function firstLetter(name: string): string {
  return (name.trim().match(/^\p{L}/u)?.[0] ?? '').toLocaleUpperCase('sv');
}

/** Ella, Amina och Daniel. */
export function joinNames(names: readonly string[], lang: FamilyLanguage): string {
  return new Intl.ListFormat(intlLocale(lang), { type: 'conjunction', style: 'long' }).format(names);
}
