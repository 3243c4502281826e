import { directionOf, formatDate, formatPhone, formatTimeRange } from './format';
import { MESSAGE_TEXTS } from './message-texts';
import type { TemplateLanguages } from './message-texts';
import type { CalendarDate } from './time';
import type { FamilyLanguage, MessageKind } from './vocabulary';

/** Templates are versioned texts with placeholders; a rendered message remembers which one it was. */
export const PLACEHOLDERS = ['link', 'phone', 'date', 'time'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type { Template, TemplateLanguages } from './message-texts';

/** Per kind and language. Swedish is always there; a language without an approved text falls back along `fallbackChain`. */
export const TEMPLATES: Readonly<Record<MessageKind, TemplateLanguages>> = MESSAGE_TEXTS;

/** What a kind of message must say. The catalogue spec fails on a body that says more or less, so that sending never can. */
export const PLACEHOLDERS_OF: Readonly<Record<MessageKind, readonly Placeholder[]>> = {
  invitation: ['link', 'phone'],
  timeSet: ['date', 'time', 'link', 'phone'],
  timeMoved: ['date', 'time', 'link', 'phone'],
  cancelled: ['date', 'phone'],
  reminderWeek: ['date', 'time', 'link', 'phone'],
  reminderDay: ['date', 'time', 'link', 'phone'],
  reminderHours: ['date', 'time', 'link', 'phone'],
  actionDue: ['date', 'link', 'phone'],
  newLink: ['link', 'phone'],
};

/** Languages tried in turn for a reader of `lang`. Easy Swedish readers get Swedish; everyone ends there. */
export function fallbackChain(lang: FamilyLanguage): FamilyLanguage[] {
  return lang === 'sv' ? ['sv'] : [lang, 'sv'];
}

/** The language a kind of message will be in for a reader of `lang`. */
export function messageLanguage(kind: MessageKind, lang: FamilyLanguage): FamilyLanguage {
  return fallbackChain(lang).find((candidate) => TEMPLATES[kind][candidate] !== undefined) ?? 'sv';
}

export type MessageValues = { link: string; phone: string; date?: string; time?: string };
export type RenderedMessage = { text: string; templateKey: string; version: number; language: FamilyLanguage };

/**
 * The text of a message. Sending must not fail on a text: a value that is missing leaves its place empty (the catalogue spec
 * proves that each kind asks only for what it is given).
 */
export function renderMessage(kind: MessageKind, lang: FamilyLanguage, values: MessageValues): RenderedMessage {
  const language = messageLanguage(kind, lang);
  const template = TEMPLATES[kind][language] ?? TEMPLATES[kind].sv;
  const text = template.body
    .replace(/\{(\w+)\}/g, (_match, name: string) => values[name as Placeholder] ?? '')
    .replace(/ {2,}/g, ' ')
    .trim();
  return { text, templateKey: `${kind}.${language}`, version: template.version, language };
}

/** Facts as a message says them, in the language it will be in (`messageLanguage`), with characters that keep it short. */
export function messageValues(
  facts: { link: string; phone: string; date?: CalendarDate | null; from?: string | null; to?: string | null },
  language: FamilyLanguage,
): MessageValues {
  const phone = formatPhone(facts.phone);
  return {
    link: facts.link,
    // Digit groups are put in reverse order by phones that lay a line out from the right: one unbroken group cannot be.
    phone: directionOf(language) === 'rtl' ? phone.replace(/[\s-]/g, '') : phone,
    ...(facts.date == null ? {} : { date: formatDate(facts.date, language, 'sms') }),
    ...(facts.from == null || facts.to == null ? {} : { time: formatTimeRange(facts.from, facts.to, language, 'sms') }),
  };
}

/** Faults of one template: a placeholder it lacks, or one that its kind is not given. Empty when it is sound. */
export function templateFaults(kind: MessageKind, body: string): string[] {
  const used = [...body.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const wanted: readonly string[] = PLACEHOLDERS_OF[kind];
  return [
    ...wanted.filter((name) => !used.includes(name)).map((name) => `missing {${name}}`),
    ...used.filter((name) => !wanted.includes(name)).map((name) => `unknown {${name}}`),
  ];
}
