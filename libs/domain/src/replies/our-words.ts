import { formatDate } from '../format';
import { MESSAGE_TEXTS } from '../message-texts';
import { messageValues, renderMessage } from '../messages';
import { FAMILY_LANGUAGES, MESSAGE_KINDS, type FamilyLanguage, type MessageKind } from '../vocabulary';
import { bareWords, fold, plainLetters } from './letters';
import { once } from './once';

/**
 * What we have written, as words, so that it is known again when a phone sends it back: in a reaction, a quotation or a
 * forwarded text, whole or cut. Numbers, dates and links stand for any others: the same text was sent with another day.
 */
export type OurWords = { places: ReadonlyMap<string, readonly Place[]> };
type Place = { sequence: readonly string[]; at: number };
type Token = { word: string; from: number; to: number };

/** A text of our own, of whatever age: a retired one may still be on somebody's phone. */
export type OurText = { kind: MessageKind; language: FamilyLanguage; body: string };

export function ourWords(own: readonly OurText[] = []): OurWords {
  const builtIn = MESSAGE_KINDS.flatMap((kind) =>
    FAMILY_LANGUAGES.flatMap((language): OurText[] => {
      const template = MESSAGE_TEXTS[kind][language];
      return template === undefined ? [] : [{ kind, language, body: template.body }];
    }),
  );
  const places = new Map<string, Place[]>();
  for (const { kind, language, body } of [...builtIn, ...own]) {
    const { text } = renderMessage(kind, language, messageValues(SAMPLE, language), { [kind]: { [language]: { version: 0, body } } });
    const sequence = tokensOf(text).map((token) => token.word);
    sequence.forEach((word, at) => places.set(word, [...(places.get(word) ?? []), { sequence, at }]));
  }
  return { places };
}

/** So many of our words in a row are ours even where nothing says that they are quoted: nobody writes them by themselves. */
const UNQUOTED = 6;

/** The text without what is ours in it: long runs anywhere, and a quotation that is nothing else. */
export function withoutOurWords(text: string, ours: OurWords): string {
  const quoted = plainLetters(text).replace(QUOTATION, (whole, inside: string) => (tokensOf(inside).length >= 4 && isAllOurs(inside, ours) ? ' ' : whole));
  const lines = quoted.split('\n').filter((line) => !/^\s*[>|]/.test(line) || !isAllOurs(line, ours)).join('\n');
  const tokens = tokensOf(lines);
  let rest = '';
  let kept = 0;
  for (let i = 0; i < tokens.length; ) {
    const run = longestRun(tokens, i, ours);
    if (run < UNQUOTED) {
      i += 1;
      continue;
    }
    rest += lines.slice(kept, tokens[i]!.from);
    kept = tokens[i + run - 1]!.to;
    i += run;
  }
  return rest + lines.slice(kept);
}

/** One piece is a piece whatever its length; of several each is so long on an average, or they are anybody's words in another order. */
const PIECE = 3;

/** A piece of one of our texts, or several after each other, perhaps cut in the middle of a word at either end. */
export function isAllOurs(text: string, ours: OurWords): boolean {
  const tokens = tokensOf(text);
  let [pieces, words] = [0, 0];
  for (let i = 0; i < tokens.length; ) {
    const run = longestRun(tokens, i, ours);
    if (run > 0) {
      i += run;
      pieces += 1;
      words += run;
    } else if (tokens.length > 1 && (i === 0 || i === tokens.length - 1)) {
      if (!isCut(tokens[i]!.word, i === 0 ? 'endsWith' : 'startsWith', ours)) return false;
      i += 1;
    } else return false;
  }
  return tokens.length > 0 && (pieces <= 1 || words >= pieces * PIECE);
}

const isCut = (word: string, how: 'startsWith' | 'endsWith', ours: OurWords): boolean => (how === 'startsWith' && 'https'.startsWith(word)) || [...ours.places.keys(), ...values()].some((known) => known[how](word));

function longestRun(tokens: readonly Token[], from: number, ours: OurWords): number {
  let longest = 0;
  for (const { sequence, at } of ours.places.get(tokens[from]!.word) ?? []) {
    let length = 1;
    while (from + length < tokens.length && at + length < sequence.length && tokens[from + length]!.word === sequence[at + length]) length++;
    longest = Math.max(longest, length);
  }
  return longest;
}

const QUOTATION = /[“”„«»"‟″]([^“”„«»"‟″]*)[“”»«"‟″]/gu;
const LINK = /(?:https?:\/\/)?[\w.-]+(?::\d+)?\/[rs]\/[0-9A-Za-z]*|https?:\/\/\S+/gu;

/** Words with their places. Numbers, days, months and links are all one sign, and so are several of them in a row. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const blank = text.replace(LINK, (link) => '0'.repeat(link.length));
  for (const match of blank.matchAll(/[\p{L}\p{M}\p{N}'\u2019]+/gu)) {
    const word = fold(bareWords(match[0]));
    if (word === '') continue;
    const value = /\p{N}/u.test(word) || values().has(word);
    const last = tokens.at(-1);
    const to = match.index + match[0].length;
    if (value && last?.word === VALUE) last.to = to;
    else tokens.push({ word: value ? VALUE : word, from: match.index, to });
  }
  return tokens;
}
const VALUE = '#';

const SAMPLE = { link: 'https://x.example/r/0', phone: '+46701740605', outOfHours: '+46701740606', date: '2027-01-12', from: '13:00', to: '15:00' } as const;
/** The names of days and months, as our texts write them. */
const values = /* @__PURE__ */ once((): ReadonlySet<string> => new Set(
  FAMILY_LANGUAGES.flatMap((language) =>
    [...Array(12).keys()].flatMap((month) => [...Array(7).keys()].flatMap((day) => fold(bareWords(formatDate(`2027-${String(month + 1).padStart(2, '0')}-${String(day + 8).padStart(2, '0')}`, language, 'sms'))).split(' '))),
  ),
));
