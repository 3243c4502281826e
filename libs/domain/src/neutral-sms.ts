import { asLatin, fold, readingsOf, spread } from './letters';
import { namesIn } from './names-brought-in';
import { REVEALING_PARTS, REVEALING_STEMS, REVEALING_WORDS } from './revealing-words';

/** Promise 2: an SMS reveals nothing. Also what an SMS costs: one typographic dash halves what it can hold. */
export type SmsSegments = { alphabet: 'GSM-7' | 'UCS-2'; characters: number; segments: number; perSegment: number };

/** GSM 03.38 default alphabet; å, ä, ö, é and ñ are in it, Arabic and Ge'ez are not. */
const GSM7 =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** These take an escape and count twice. */
const GSM7_EXTENSION = '\f^{}\\[~]|€';
const ONLY_GSM7 = new RegExp(`^[${GSM7.replace(/[\]\\^-]/g, '\\$&')}]*$`);
/** Nothing in it that `toGsm7Friendly` would change: nearly every text. */
const FRIENDLY = /^[\n\r -_a-~åäöéÅÄÖÉ]*$/;

/**
 * How many messages the operator makes of a text. A pair (escape + character, or the two halves of an emoji) is never cut in
 * two, so the count is by packing, not by division.
 */
export function smsSegments(text: string): SmsSegments {
  // Nearly every text, and the worker counts all of them: each letter is one.
  if (ONLY_GSM7.test(text)) return { alphabet: 'GSM-7', characters: text.length, segments: text.length <= 160 ? 1 : Math.ceil(text.length / 153), perSegment: text.length <= 160 ? 160 : 153 };
  const letters = [...text];
  const gsm = letters.every((letter) => GSM7.includes(letter) || GSM7_EXTENSION.includes(letter));
  const sizes = letters.map((letter) => (gsm ? (GSM7_EXTENSION.includes(letter) ? 2 : 1) : letter.length));
  const characters = sizes.reduce((sum, size) => sum + size, 0);
  const alphabet = gsm ? 'GSM-7' : 'UCS-2';
  const [single, joined] = gsm ? [160, 153] : [70, 67];
  if (characters <= single) return { alphabet, characters, segments: 1, perSegment: single };
  let segments = 1;
  let room = joined;
  for (const size of sizes) {
    if (size > room) {
      segments += 1;
      room = joined;
    }
    room -= size;
  }
  return { alphabet, characters, segments, perSegment: joined };
}

/** Typographic dashes, quotes, spaces and dots become plain ones, so that a Swedish text stays in GSM-7. */
export function toGsm7Friendly(text: string): string {
  if (FRIENDLY.test(text)) return text;
  return text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u201C-\u201F\u2033«»]/g, '"')
    .replace(/[\u2018-\u201B\u2032´`]/g, "'")
    .replace(/[\u00A0\u2000-\u200A\u202F]/g, ' ')
    .replace(/\u2026/g, '...')
    .replace(/[\u2022\u00B7]/g, '-')
    .replace(/[\u00AD\u200B\uFEFF]/g, '');
}

/**
 * The words in a text that would tell a stranger what it is about: agency, child, reason and method in every language we
 * write, and the names and places given. However they are written (`letters.ts`), a person reads them. Empty = neutral.
 */
export function revealingWords(text: string, known: { names?: readonly string[]; places?: readonly string[] } = {}): string[] {
  const { plain, unmasked, run } = readingsOf(text);
  const found = NEEDLES.filter(({ needle, behind, long }) => plain.includes(needle) || (behind !== null && unmasked.includes(behind)) || (long !== null && run.includes(long)));
  return [...new Set([...found.map(({ word }) => word), ...namesIn(text, known)])];
}

/** A word this long is itself also across the gaps of a text; a shorter one comes about by chance. */
const LONG = 7;
type Needle = { word: string; needle: string; /** Looked for behind look-alikes too. Not when all of the word looks Latin: маму, mother, would be found in the Polish "mamy", we have. */ behind: string | null; long: string | null };
const needleOf = (word: string, before: string, after: string): Needle => {
  const folded = spread(fold(word)).trim();
  const latin = asLatin(folded);
  const alone = folded.replaceAll(' ', '');
  return {
    word, needle: `${before}${folded}${after}`, behind: latin !== folded && !/[^\p{Script=Latin} ]/u.test(latin) ? null : `${before}${latin}${after}`,
    long: after === '' && alone.length >= LONG ? alone : null,
  };
};
const NEEDLES: readonly Needle[] = [
  ...REVEALING_WORDS.map((word) => needleOf(word, ' ', ' ')), ...REVEALING_STEMS.map((word) => needleOf(word, ' ', '')), ...REVEALING_PARTS.map((word) => needleOf(word, '', '')),
];
