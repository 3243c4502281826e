import { ACKNOWLEDGED, REPLY_WORDS } from './reply-words';
import type { Coming, FamilyLanguage } from './vocabulary';
import { FAMILY_LANGUAGES } from './vocabulary';

export const REPLY_MEANINGS = ['yes', 'no', 'maybe', 'stop', 'text'] as const;
export type ReplyMeaning = (typeof REPLY_MEANINGS)[number];

/** Why something that looks like an answer is not taken for one: a person asks, the machine never guesses. `overtaken`: it came after a later one. */
export const UNCLEAR_REASONS = ['twoLanguages', 'emoji', 'acknowledged', 'bothWays', 'severalPeople', 'severalInvitations', 'goBetween', 'sharedPhone', 'notOpen', 'overtaken'] as const;
export type UnclearReason = (typeof UNCLEAR_REASONS)[number];

export type ReplyReading = {
  says: ReplyMeaning;
  /** `text` that may have been meant as an answer, and why it is not one. */
  unclear: UnclearReason | null;
  /** A word of danger is in it: read it first. */
  urgent: boolean;
};

type Sense = Coming | 'stop' | 'other';
const SENSES = ['yes', 'no', 'maybe', 'stop', 'other'] as const satisfies readonly Sense[];

/**
 * What a reply says. Only a text that is the word, or the words, and nothing more is an answer; a word that is one thing in
 * one language and another in the next is one only when it is in the person's own.
 */
export function readReply(text: string, own: FamilyLanguage | null): ReplyReading {
  const urgent = namesDanger(text);
  const read = (says: ReplyMeaning, unclear: UnclearReason | null = null): ReplyReading => ({ says, unclear, urgent });
  const bare = bareWords(text.replace(EMOJI, ' '));
  const withEmoji = EMOJI_ANY.test(text);
  const senses = sensesOf(bare, own);
  // A no to being written to holds whatever stands around it; an answer with a picture may mean the opposite of its word.
  if (senses.size === 1 && senses.has('stop')) return read('stop');
  if (withEmoji && (senses.size > 0 || (bare === '' && ANSWERING_EMOJI.test(text)))) return read('text', 'emoji');
  if (ACKNOWLEDGEMENTS.has(fold(bare))) return read('text', 'acknowledged');
  if (senses.size === 0) return read('text', contradicts(bare, own) ? 'bothWays' : null);
  const [sense] = senses;
  return senses.size > 1 || sense === 'other' ? read('text', 'twoLanguages') : read(sense!);
}

/** All that the words can mean; the person's own language decides when it knows them. */
function sensesOf(bare: string, own: FamilyLanguage | null): ReadonlySet<Sense> {
  if (bare === '') return new Set();
  const mine = own === null ? undefined : senseIn(own, bare);
  if (mine !== undefined) return new Set([mine]);
  // As it is written first: 'nä' is Swedish, and not every 'na'.
  for (const written of [EXACT, FOLDED]) {
    const key = written === EXACT ? bare : fold(bare);
    const found = FAMILY_LANGUAGES.flatMap((language) => written.get(language)!.get(key) ?? []);
    if (found.length > 0) return new Set(found);
  }
  // 'Ja! Ja!' and 'Ja. Yes.' are one answer; 'ja nej' is none.
  const parts = bare.split(' ');
  if (parts.length < 2 || parts.length > 4) return new Set();
  const each = parts.map((part) => sensesOf(part, own));
  if (each.some((senses) => senses.size !== 1)) return new Set();
  const all = new Set(each.flatMap((senses) => [...senses]));
  return all.size === 1 ? all : new Set();
}

const senseIn = (language: FamilyLanguage, bare: string): Sense | undefined => EXACT.get(language)!.get(bare) ?? FOLDED.get(language)!.get(fold(bare));

/** 'Ja eller nej', 'ja nej': the words of an answer, more than one of them. */
function contradicts(bare: string, own: FamilyLanguage | null): boolean {
  const parts = bare.split(' ').filter((part) => !BETWEEN.has(part));
  if (parts.length < 2 || parts.length > 4) return false;
  const each = parts.map((part) => sensesOf(part, own));
  return each.every((senses) => senses.size > 0) && new Set(each.flatMap((senses) => [...senses])).size > 1;
}
const BETWEEN = new Set(['och', 'eller', 'and', 'or', 'men', 'but', 'و', 'او', 'أو', 'یا']);

function namesDanger(text: string): boolean {
  const words = ` ${fold(bareWords(text))} `;
  return DANGER.some((needle) => words.includes(needle));
}

/** Lower case, composed, without what cannot be seen and without punctuation; words parted by one space. */
function bareWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/i\u0307/g, 'i')
    .replace(/['\u2019\u02BC`´]/g, '')
    .replace(/[\p{Cf}\p{Cc}\u0640\uFE0E\uFE0F]/gu, (c) => (c === '\n' || c === '\t' || c === '\r' ? ' ' : ''))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Letters that people without the right keyboard, or with another one, write for each other. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıłđøæəیىئېێكکەھۀةڵڕۆኣዐዓɛ]/gu, (letter) => ALIKE[letter] ?? letter)
    .normalize('NFC');
}
const ALIKE: Readonly<Record<string, string>> = {
  ı: 'i', ł: 'l', đ: 'd', ø: 'o', ی: 'ي', ى: 'ي', ې: 'ي', ێ: 'ي', ک: 'ك', ە: 'ه', ھ: 'ه', ۀ: 'ه', ة: 'ه', ڵ: 'ل', ڕ: 'ر', ۆ: 'و', ኣ: 'አ', ዐ: 'አ', ዓ: 'አ',
};

const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u20E3]/gu;
const EMOJI_ANY = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
/** Thumbs, hands, ticks and crosses: somebody has answered something. */
const ANSWERING_EMOJI = /[👍👎👌🙏🤝👏🙌✅☑✔❌✖❎🆗🤷🙋🙅🙆💯❓]/u;

const ACKNOWLEDGEMENTS: ReadonlySet<string> = new Set(ACKNOWLEDGED.map((word) => fold(bareWords(word))));

type Book = ReadonlyMap<FamilyLanguage, ReadonlyMap<string, Sense>>;
const bookOf = (written: (word: string) => string): Book =>
  new Map(FAMILY_LANGUAGES.map((language) => [language, new Map(SENSES.flatMap((sense) => REPLY_WORDS[language][sense].map((word) => [written(bareWords(word)), sense] as const)))]));
const EXACT = bookOf((word) => word);
const FOLDED = bookOf(fold);

const DANGER: readonly string[] = [
  ...new Set(FAMILY_LANGUAGES.flatMap((language) => REPLY_WORDS[language].risk.map((word) => (word.endsWith('*') ? ` ${fold(bareWords(word.slice(0, -1)))}` : ` ${fold(bareWords(word))} `)))),
];
