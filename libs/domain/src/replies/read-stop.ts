import { FAMILY_LANGUAGES } from '../vocabulary';
import { bareWords, EMOJI, inLatin, plainLetters, roughly } from './letters';
import { once } from './once';
import { POLITE } from './polite-words';
import { AFTER_AN_ORDER, BEFORE_AN_ORDER, NOT_AN_ORDER, NOT_A_SLIP, OPERATORS_STOP, PLAIN_ORDERS, STOP_EMOJI, STOP_WORDS, TOLD_OF_OTHERS } from './stop-words';
import { REPLY_WORDS } from './reply-words';

/** `perhaps`: it may mean something else too. It stops all the same; a person finds out. */
export type StopReading = 'sure' | 'perhaps' | null;

/**
 * Whether a text says that its writer does not want to be written to. Heard generously, in any language whatever the
 * person's own is: a message too few is a call, a message too many can be a danger. A sentence that only has the letters in
 * it is none.
 */
export function readStop(text: string): StopReading {
  const words = wordsOf(text);
  if (words.length === 0) return STOP_EMOJI.test(text) && bareWords(text.replace(EMOJI, ' ')) === '' ? 'perhaps' : null;
  const whole = madeOf(words);
  if (whole !== null) return whole;
  if (words.length >= 3 && words.every((word) => [...word].length === 1)) return madeOf([roughly(words.join(''))]);
  if (words.length === 1) return isSlip(words[0]!) ? 'perhaps' : null;
  if (found(book().TOLD, words)) return null;
  if (found(book().SAYS, words)) return 'sure';
  const sentences = sentencesOf(text).map(wordsOf);
  let reading: StopReading = null;
  for (const sentence of sentences) {
    const one = words.length > sentence.length ? madeOf(sentence) : null;
    // A word of its own among other sentences: plain while they are few, else it may be part of a tale.
    const heard = one === 'sure' && words.length <= 8 ? 'sure' : one === null ? orderIn(sentence) : one === 'perhaps' && words.length > 8 ? null : 'perhaps';
    if (heard === 'sure') return 'sure';
    reading = heard ?? reading;
  }
  return reading ?? (words.length === 2 && book().PLAIN.has(words[1]!) ? 'perhaps' : null);
}

/** The words as they sound. Long numbers ('STOP 71456') are the operator's and say nothing. */
const wordsOf = (text: string): string[] => roughly(text.replace(EMOJI, ' ')).split(' ').filter((word) => word !== '' && !/^\d{5,}$/.test(word));
const sentencesOf = (text: string): string[] => plainLetters(text).split(/[\n.!?;,…。،؛؟።፣|/()]+|\s[-–—]+\s/u);

/** All of it words of no, with greetings and the like between them, and at least one of them. */
function madeOf(words: readonly string[]): StopReading {
  // best[i]: how the first i words read; undefined: they cannot.
  const best: (0 | 1 | 2 | undefined)[] = [0];
  for (let end = 1; end <= words.length; end++) {
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const before = best[start];
      if (before === undefined) continue;
      const phrase = words.slice(start, end).join(' ');
      const here = book().SURE.has(phrase) || book().SURE.has(inLatin(phrase)) ? 2 : book().PERHAPS.has(phrase) ? 1 : book().FILLING.has(phrase) ? 0 : undefined;
      if (here !== undefined) best[end] = Math.max(best[end] ?? 0, before, here) as 0 | 1 | 2;
    }
  }
  const reading = best[words.length];
  return reading === 2 ? 'sure' : reading === 1 ? 'perhaps' : null;
}

function orderIn(sentence: readonly string[]): StopReading {
  const words = withoutLead(sentence, book().LEAD);
  for (let length = Math.min(LONGEST, words.length); length > 0; length--) {
    const order = words.slice(0, length).join(' ');
    if (!book().BEGINS.has(order)) continue;
    const rest = words.slice(length);
    if (rest.length > 0 && book().NEGATIONS.has(rest[0]!)) return null;
    if (withoutLead(rest, book().AFTER).length === 0) return book().PLAIN.has(order) ? 'sure' : 'perhaps';
    if (rest.some((word) => isAboutWriting(word))) return 'sure';
    if (book().PLAIN.has(words[0]!) && !book().NOT.has(rest[0]!)) return 'perhaps';
    return null;
  }
  return null;
}

/** The words from the first that none of the phrases takes away. */
function withoutLead(words: readonly string[], phrases: ReadonlySet<string>): readonly string[] {
  let rest = words;
  for (;;) {
    const taken = [...Array(Math.min(LONGEST, rest.length)).keys()].map((i) => i + 1).reverse().find((length) => phrases.has(rest.slice(0, length).join(' ')));
    if (taken === undefined) return rest;
    rest = rest.slice(taken);
  }
}

/** One letter too few, too many, wrong, or two that changed places. */
function isSlip(word: string): boolean {
  const latin = inLatin(word).replace(/0/g, 'o').replace(/5/g, 's').replace(/1/g, 'l');
  if (book().SURE.has(latin)) return true;
  return !book().REAL.has(word) && !book().ANSWERS.has(word) && latin.length >= 3 && book().SLIPS.some((target) => oneSlipApart(latin, target));
}

function oneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return a === b;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1) || (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2));
}

const isAboutWriting = (word: string): boolean => book().WRITING.whole.has(word) || book().WRITING.beginnings.some((beginning) => word.startsWith(beginning));

const LONGEST = 6;
const rough = (phrases: readonly string[]): ReadonlySet<string> => new Set(phrases.map(roughly));

const book = /* @__PURE__ */ once(() => {
  const languages = FAMILY_LANGUAGES.map((language) => STOP_WORDS[language]);
  const no = FAMILY_LANGUAGES.flatMap((language) => REPLY_WORDS[language].no);
  // `…*` ends any word.
  const writing = languages.flatMap((words) => words.writing);
  const shortly = ['nu', 'fan', 'now', 'heti', 'nyt', 'teraz', 'artık'];
  return {
    SURE: rough([...languages.flatMap((words) => words.sure), ...OPERATORS_STOP]),
    PERHAPS: rough(languages.flatMap((words) => words.perhaps)),
    BEGINS: rough(languages.flatMap((words) => words.begins)),
    FILLING: rough([...POLITE, ...no, ...AFTER_AN_ORDER.filter((phrase) => phrase.includes(' ') || shortly.includes(phrase))]),
    LEAD: rough([...BEFORE_AN_ORDER, ...POLITE]),
    AFTER: rough([...AFTER_AN_ORDER, ...POLITE, ...no]),
    NOT: rough(NOT_AN_ORDER),
    NEGATIONS: rough(['inte', 'ej', 'aldrig', 'not', 'never']),
    PLAIN: rough(PLAIN_ORDERS),
    REAL: rough(NOT_A_SLIP),
    ANSWERS: rough(FAMILY_LANGUAGES.flatMap((language) => [...REPLY_WORDS[language].yes, ...REPLY_WORDS[language].no, ...REPLY_WORDS[language].maybe, ...REPLY_WORDS[language].other])),
    SLIPS: [...rough(['stop', 'sluta', 'avsluta', 'avregistrera', 'avanmäl', 'unsubscribe', 'lopeta', 'durdur', 'jooji', 'przestań', 'zatrzymaj', 'стоп', 'припиніть', 'прекратите'])].filter((word) => word.length >= 4),
    WRITING: { whole: rough(writing.filter((word) => !word.endsWith('*'))), beginnings: writing.filter((word) => word.endsWith('*')).map((word) => roughly(word.slice(0, -1))) },
    SAYS: anyOf(languages.flatMap((words) => words.says)),
    TOLD: anyOf(TOLD_OF_OTHERS),
  };
});

/** A phrase as a search over words parted and surrounded by single spaces. */
function searchFor(phrase: string): string {
  return phrase
    .split(' ')
    .map((part) => (part === '…' ? '(?:[^ ]+ ){0,3}' : `${roughly(part.replace('*', ''))}${part.endsWith('*') ? '[^ ]*' : ''} `))
    .join('');
}
function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(` (?:${[...new Set(phrases.map(searchFor))].join('|')})`, 'u');
}
function found(search: RegExp, words: readonly string[]): boolean {
  return search.test(` ${words.join(' ')} `);
}
