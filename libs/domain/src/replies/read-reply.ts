import type { Coming, FamilyLanguage } from '../vocabulary';
import { FAMILY_LANGUAGES } from '../vocabulary';
import { bareWords, EMOJI, EMOJI_ANY, fold, roughly } from './letters';
import { isAllOurs, ourWords, withoutOurWords, type OurWords } from './our-words';
import { CLOSINGS, POLITE } from './polite-words';
import { once } from './once';
import { readStop } from './read-stop';
import { ACKNOWLEDGED, NO_FEAR, REPLY_WORDS, START_AGAIN } from './reply-words';
import { spokenIn } from './spoken';

export const REPLY_MEANINGS = ['yes', 'no', 'maybe', 'stop', 'text'] as const;
export type ReplyMeaning = (typeof REPLY_MEANINGS)[number];

/**
 * Why something that looks like an answer is not taken for one: a person asks, the machine never guesses. `overtaken`: it came after a
 * later one. `perhapsStop` is the one that is acted on all the same. `startAgain`: wants texts again. `reaction`: a tap on a text of ours.
 * `otherTime`: they had not heard of the time that is set.
 */
export const UNCLEAR_REASONS = [
  'twoLanguages', 'emoji', 'acknowledged', 'bothWays', 'severalPeople', 'severalInvitations', 'goBetween', 'sharedPhone', 'notOpen', 'overtaken', 'perhapsStop', 'startAgain', 'reaction', 'otherTime',
] as const;
export type UnclearReason = (typeof UNCLEAR_REASONS)[number];

export type ReplyReading = {
  says: ReplyMeaning;
  /** `text` that may have been meant as an answer, and why it is not one; with `stop` only `perhapsStop`. */
  unclear: UnclearReason | null;
  /** A word of danger is in it: read it first. */
  urgent: boolean;
};

type Sense = Coming | 'other';
const SENSES = ['yes', 'no', 'maybe', 'other'] as const satisfies readonly Sense[];
const builtIn = /* @__PURE__ */ once(() => ourWords());

/**
 * What a reply says. Our own words, sent back by a phone, say nothing. A no to being written to is heard generously
 * (`readStop`). An answer is taken strictly: the word, or the words, with no more than a greeting or thanks around them; a
 * word that is one thing in one language and another in the next is one only when it is in the person's own.
 */
export function readReply(text: string, own: FamilyLanguage | null, ours: OurWords = builtIn()): ReplyReading {
  const theirs = withoutOurWords(text, ours);
  const spoken = spokenIn(theirs);
  const before = spoken.reactedTo === null ? spokenIn(text) : spoken;
  const urgent = before.reactedTo === null ? namesDanger(theirs) : !isAllOurs(before.reactedTo, ours) && namesDanger(withoutOurWords(before.reactedTo, ours));
  const read = (says: ReplyMeaning, unclear: UnclearReason | null = null): ReplyReading => ({ says, unclear, urgent });
  if (before.reactedTo !== null) return read('text', 'reaction');

  const words = bareWords(spoken.own.replace(EMOJI, ' '));
  const bare = withoutManners(words);
  if (startAgain().has(roughly(bare))) return read('text', 'startAgain');
  const stop = readStop(spoken.own);
  if (stop !== null) return read('stop', stop === 'sure' ? null : 'perhapsStop');
  const senses = sensesOf(bare, own);
  // A picture can turn an answer round; one that goes with it says nothing more.
  if (EMOJI_ANY.test(spoken.own) && ((senses.size > 0 && !goesWith(spoken.own, senses)) || (bare === '' && ANSWERING_EMOJI.test(spoken.own)))) return read('text', 'emoji');
  if (acknowledgements().has(fold(bare)) || (bare === '' && words !== '')) return read('text', 'acknowledged');
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
  for (const [written, key] of [[exact(), bare], [folded(), fold(bare)]] as const) {
    const found = FAMILY_LANGUAGES.flatMap((language) => written.get(language)!.get(key) ?? []);
    if (found.length > 0) return new Set(found);
  }
  // 'Jaaa' and 'neeej' are said with more voice, and nothing else.
  const drawn = bare.replace(/(\p{L})\1{2,}/gu, '$1');
  if (drawn !== bare) return sensesOf(drawn, own);
  // 'Ja! Ja!' and 'Ja. Yes.' are one answer; 'ja nej' is none.
  const parts = bare.split(' ');
  if (parts.length < 2 || parts.length > 4) return new Set();
  const each = parts.map((part) => sensesOf(part, own));
  if (each.some((senses) => senses.size !== 1)) return new Set();
  const all = new Set(each.flatMap((senses) => [...senses]));
  return all.size === 1 ? all : new Set();
}

const senseIn = (language: FamilyLanguage, bare: string): Sense | undefined => exact().get(language)!.get(bare) ?? folded().get(language)!.get(fold(bare));

/** 'Ja eller nej', 'ja nej': the words of an answer, more than one of them. */
function contradicts(bare: string, own: FamilyLanguage | null): boolean {
  const parts = bare.split(' ').filter((part) => !BETWEEN.has(part));
  if (parts.length < 2 || parts.length > 4) return false;
  const each = parts.map((part) => sensesOf(part, own));
  return each.every((senses) => senses.size > 0) && new Set(each.flatMap((senses) => [...senses])).size > 1;
}
const BETWEEN: ReadonlySet<string> = /* @__PURE__ */ new Set(['och', 'eller', 'and', 'or', 'men', 'but', 'و', 'او', 'أو', 'یا']);

/** Without greeting and thanks at either end, and without 'Mvh Anna'. Never more than that: the rest is what was said. */
function withoutManners(bare: string): string {
  let words = bare.split(' ').filter((word) => word !== '');
  const closing = words.findIndex((_, i) => i > 0 && words.length - i <= 6 && CLOSINGS.some((phrase) => startsWith(words.slice(i), phrase)));
  if (closing > 0) words = words.slice(0, closing);
  for (;;) {
    const first = politeWords().find((phrase) => startsWith(words, phrase));
    const last = politeWords().find((phrase) => endsWith(words, phrase));
    if (first === undefined && last === undefined) return words.join(' ');
    words = first !== undefined ? words.slice(first.split(' ').length) : words.slice(0, -last!.split(' ').length);
  }
}
const startsWith = (words: readonly string[], phrase: string): boolean => words.length > 0 && phrase === words.slice(0, phrase.split(' ').length).join(' ');
const endsWith = (words: readonly string[], phrase: string): boolean => words.length > 0 && phrase === words.slice(-phrase.split(' ').length).join(' ');
const politeWords = /* @__PURE__ */ once(() => POLITE.map(bareWords).sort((a, b) => b.length - a.length));

function namesDanger(text: string): boolean {
  const words = noFear().reduce((left, phrase) => left.replaceAll(` ${phrase} `, '  '), ` ${fold(bareWords(text))} `).trim();
  const letters = / (?:\p{L} ){3,}/u.exec(` ${words} `)?.[0].replace(/ /g, '') ?? '';
  // As written, with the voice taken out of it ('hjäääälp', 'helpppp'), and spelled out ('h j ä l p').
  const ways = [words, words.replace(/(\p{L})\1{2,}/gu, '$1'), words.replace(/(\p{L})\1{2,}/gu, '$1$1'), words.replace(/([aeiouy])\1+/gu, '$1'), letters];
  return ways.some((way) => danger().some((needle) => ` ${way} `.includes(needle)));
}

/** Whether every picture in it goes with the answer: a thumb up with a yes, a heart with either. */
function goesWith(text: string, senses: ReadonlySet<Sense>): boolean {
  const pictures = text.match(EMOJI) ?? [];
  const turned = senses.has('yes') ? AGAINST : senses.has('no') ? FOR : /[👍👎✅❌]/u;
  return pictures.every((picture) => !turned.test(picture) && !DOUBTING.test(picture));
}
const AGAINST = /[👎❌✖❎🙅🚫⛔🛑😡🤬]/u;
const FOR = /[👍👌✅☑✔🙌🆗💯🙆👏🎉]/u;
const DOUBTING = /[❓❔⁉🤷🤔😕😐🙃😏😂🤣😅]/u;
/** Thumbs, hands, ticks and crosses: somebody has answered something. */
const ANSWERING_EMOJI = /[👍👎👌🙏🤝👏🙌✅☑✔❌✖❎🆗🤷🙋🙅🙆💯❓]/u;

const acknowledgements = /* @__PURE__ */ once((): ReadonlySet<string> => new Set(ACKNOWLEDGED.map((word) => fold(bareWords(word)))));
const startAgain = /* @__PURE__ */ once((): ReadonlySet<string> => new Set(START_AGAIN.map(roughly)));

type Book = ReadonlyMap<FamilyLanguage, ReadonlyMap<string, Sense>>;
const bookOf = (written: (word: string) => string): Book =>
  new Map(FAMILY_LANGUAGES.map((language) => [language, new Map(SENSES.flatMap((sense) => REPLY_WORDS[language][sense].map((word) => [written(bareWords(word)), sense] as const)))]));
const exact = /* @__PURE__ */ once(() => bookOf((word) => word));
const folded = /* @__PURE__ */ once(() => bookOf(fold));

const noFear = /* @__PURE__ */ once((): readonly string[] => NO_FEAR.map((phrase) => fold(bareWords(phrase))));
const danger = /* @__PURE__ */ once((): readonly string[] => [
  ...new Set(FAMILY_LANGUAGES.flatMap((language) => REPLY_WORDS[language].risk.map((word) => (word.endsWith('*') ? ` ${fold(bareWords(word.slice(0, -1)))}` : ` ${fold(bareWords(word))} `)))),
]);
