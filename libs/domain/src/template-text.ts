import { contactsIn } from './contacts-in-text';
import { renderMessage, templateFaults, PLACEHOLDERS_OF, type MessageValues } from './messages';
import { smsSegments, toGsm7Friendly, type SmsSegments } from './neutral-sms';
import type { FamilyLanguage, MessageKind, TemplateState } from './vocabulary';

/** A municipality's own words for a kind of message, while they are written. */
export const TEXT_MAX = 480;
/** A text longer than this is a letter: nobody reads it on an old phone, and it is paid for as many times. */
export const MOST_SEGMENTS = 4;

export const TEXT_FAULTS = [
  'missing-link', 'missing-phone', 'missing-date', 'missing-time', 'missing-outOfHours', 'unknown-placeholder', 'stray-brace', 'placeholder-twice', 'other-link', 'other-phone', 'unsafe-characters',
] as const;
export type TextFault = (typeof TEXT_FAULTS)[number];

/** Invisible, or turning the order in which a text is read. A line break is neither. */
const UNSAFE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]/u;
/** What is wrong with a text, so that nothing can be when it is sent. Empty: it can be used. */
export function textFaults(kind: MessageKind, body: string): TextFault[] {
  const places = templateFaults(kind, body);
  const rest = body.replace(/\{\w+\}/g, ' ');
  const used = [...body.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  const faults: TextFault[] = PLACEHOLDERS_OF[kind].filter((name) => places.includes(`missing {${name}}`)).map((name) => `missing-${name}` as const);
  if (places.some((fault) => fault.startsWith('unknown'))) faults.push('unknown-placeholder');
  if (/[{}]/.test(rest)) faults.push('stray-brace');
  if (new Set(used).size < used.length) faults.push('placeholder-twice');
  const contacts = contactsIn(body).map(({ kind }) => kind);
  if (contacts.includes('address')) faults.push('other-link');
  if (contacts.includes('phone')) faults.push('other-phone');
  if (UNSAFE.test(body)) faults.push('unsafe-characters');
  return faults;
}

/** `costly`: each makes the whole text UCS-2, with room for less than half. `plain`: those that are sent as others, so that they do not. */
export type TextCharacters = { costly: string[]; plain: { from: string; to: string }[] };

export function charactersOf(text: string): TextCharacters {
  const letters = [...new Set([...text])];
  const plain = letters.map((from) => ({ from, to: toGsm7Friendly(from) })).filter(({ from, to }) => from !== to);
  return { costly: letters.filter((letter) => smsSegments(toGsm7Friendly(letter)).alphabet === 'UCS-2'), plain };
}

/** A text as somebody would get it, with the values given. */
export function sampleOf(kind: MessageKind, language: FamilyLanguage, body: string, values: MessageValues): { text: string; sms: SmsSegments } {
  const text = toGsm7Friendly(renderMessage(kind, language, values, { [kind]: { [language]: { version: 0, body } } }).text);
  return { text, sms: smsSegments(text) };
}

type Version = { version: number; state: TemplateState; approvedAt: unknown; withdrawnAt: unknown };

export const textInUse = {
  /** What is used when `withdrawn` no longer is: the approved one before it that nobody has withdrawn; null: the built-in one. */
  after<V extends Version>(versions: readonly V[], withdrawn: V): V | null {
    const before = versions.filter((one) => one.version < withdrawn.version && one.approvedAt !== null && one.withdrawnAt === null);
    return before.reduce<V | null>((latest, one) => (latest === null || one.version > latest.version ? one : latest), null);
  },
};
