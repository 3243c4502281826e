import { directionOf, formatDate, formatPhone, formatTimeRange } from './format';
import { MESSAGE_TEXTS } from './message-texts';
import type { Template, TemplateLanguages } from './message-texts';
import type { CalendarDate } from './time';
import type { FamilyLanguage, MessageKind } from './vocabulary';

/** Templates are versioned texts with placeholders; a rendered message remembers which one it was. */
export const PLACEHOLDERS = ['link', 'phone', 'date', 'time', 'outOfHours'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type { Template, TemplateLanguages } from './message-texts';

/** Per kind and language. Swedish is always there; a language without an approved text falls back along `fallbackChain`. */
export const TEMPLATES: Readonly<Record<MessageKind, TemplateLanguages>> = MESSAGE_TEXTS;

/** What a kind of message must say. The catalogue spec fails on a body that says more or less, so that sending never can. */
export const PLACEHOLDERS_OF: Readonly<Record<MessageKind, readonly Placeholder[]>> = {
  invitation: ['link', 'phone'],
  answerReminder: ['link', 'phone'],
  timeSet: ['date', 'time', 'link', 'phone'],
  timeMoved: ['date', 'time', 'link', 'phone'],
  cancelled: ['date', 'phone'],
  reminderFortnight: ['date', 'time', 'link', 'phone'],
  reminderWeek: ['date', 'time', 'link', 'phone'],
  reminderDay: ['date', 'time', 'link', 'phone'],
  reminderHours: ['date', 'time', 'link', 'phone'],
  actionDue: ['date', 'link', 'phone'],
  newLink: ['link', 'phone'],
  planReady: ['link', 'phone'],
  autoReply: ['phone', 'outOfHours'],
};

/** Languages tried in turn for a reader of `lang`. Easy Swedish readers get Swedish; everyone ends there. */
export function fallbackChain(lang: FamilyLanguage): FamilyLanguage[] {
  return lang === 'sv' ? ['sv'] : [lang, 'sv'];
}

/** A municipality's own approved texts; where it has none the built-in ones are used. */
export type TemplateBook = Partial<Record<MessageKind, Partial<Record<FamilyLanguage, Template>>>>;

/** The language a kind of message will be in for a reader of `lang`. */
export function messageLanguage(kind: MessageKind, lang: FamilyLanguage, own: TemplateBook = {}): FamilyLanguage {
  return fallbackChain(lang).find((candidate) => own[kind]?.[candidate] !== undefined || TEMPLATES[kind][candidate] !== undefined) ?? 'sv';
}

export type MessageValues = { link: string; phone: string; outOfHours: string; date?: string; time?: string; /** Put before the text: the agreed word, and on a shared phone for whom it is. */ opening?: string };
export type RenderedMessage = {
  text: string;
  templateKey: string;
  version: number;
  language: FamilyLanguage;
  /** What comes from outside: what people have written before it, and where its link leads. The rest is approved words, dates and numbers. */
  brought: { opening: string; address: string };
  /** The municipality's own words, as they were approved; null: the built-in ones. */
  ownBody: string | null;
};

/**
 * The text of a message. Sending must not fail on a text: a value that is missing leaves its place empty (saving a text, and
 * the catalogue's spec, prove that each kind asks only for what it is given).
 */
export function renderMessage(kind: MessageKind, lang: FamilyLanguage, values: MessageValues, own: TemplateBook = {}): RenderedMessage {
  const language = messageLanguage(kind, lang, own);
  const mine = own[kind]?.[language];
  const template = mine ?? TEMPLATES[kind][language] ?? TEMPLATES[kind].sv;
  const body = template.body
    .replace(/\{(\w+)\}/g, (_match, name: string) => values[name as Placeholder] ?? '')
    .replace(/ {2,}/g, ' ')
    .trim();
  return {
    text: `${values.opening ?? ''}${body}`, templateKey: `${mine === undefined ? '' : 'own:'}${kind}.${language}`, version: template.version, language, ownBody: mine?.body ?? null,
    // A link's token spells what chance spells.
    brought: { opening: values.opening ?? '', address: values.link.replace(/\/r\/[^/]*$/, '/') },
  };
}

/**
 * How a text begins: with the word agreed at the first call, so that the reader knows it is ours, and on a shared phone
 * with the initials (or the name agreed) of the one it is for, if that person allows it. Empty for most.
 */
export function openingOf(person: { agreedWord: string | null; sharedPhone: boolean; initialsAllowed: boolean; alias: string | null; initials: string }): string {
  const whom = person.sharedPhone && person.initialsAllowed ? (person.alias ?? person.initials) : null;
  if (person.agreedWord === null) return whom === null ? '' : `${whom}: `;
  return whom === null ? `${person.agreedWord}: ` : `${person.agreedWord} (${whom}): `;
}

/** Facts as a message says them, in the language it will be in (`messageLanguage`), with characters that keep it short. */
export function messageValues(
  facts: { link: string; phone: string; outOfHours?: string | null; opening?: string; date?: CalendarDate | null; from?: string | null; to?: string | null },
  language: FamilyLanguage,
): MessageValues {
  // Digit groups are put in reverse order by phones that lay a line out from the right: one unbroken group cannot be.
  const number = (e164: string) => (directionOf(language) === 'rtl' ? formatPhone(e164).replace(/[\s-]/g, '') : formatPhone(e164));
  return {
    link: facts.link,
    phone: number(facts.phone),
    outOfHours: number(facts.outOfHours ?? facts.phone),
    ...(facts.opening === undefined ? {} : { opening: facts.opening }),
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
