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
 * write, and the names and places given. Upper case, accents, hyphens and invisible characters hide nothing. Empty = neutral.
 */
export function revealingWords(text: string, known: { names?: readonly string[]; places?: readonly string[] } = {}): string[] {
  const spread = wordsOf(text);
  // soc-tjänst and s.o.c. are read as one word by a person, so they are read as one here too.
  const joined = wordsOf(text.replace(/(?<=\p{L})[-.·_](?=\p{L})/gu, ''));
  const has = (needle: string) => spread.includes(needle) || joined.includes(needle);
  const found = new Set<string>();
  for (const word of REVEALING_WORDS) if (has(` ${fold(word)} `)) found.add(word);
  for (const stem of REVEALING_STEMS) if (has(` ${fold(stem)}`)) found.add(stem);
  for (const part of REVEALING_PARTS) if (has(fold(part))) found.add(part);
  for (const name of [...(known.names ?? []), ...(known.places ?? [])]) {
    if (partsOfName(name).some((part) => has(` ${part} `) || has(` ${part}s `))) found.add(name);
  }
  return [...found];
}

/** A full name is given away by any part of it that is a name on its own; "på" in a place is not one. */
function partsOfName(name: string): string[] {
  const whole = wordsOf(name).trim();
  const parts = whole.split(' ').filter((part) => [...part].length >= 3);
  return [...new Set([whole, ...parts])].filter((part) => [...part].length >= 2);
}

/** The words of a text, folded, each with one space around it. Letters and digits hold together, so that a link's token is one word. */
function wordsOf(text: string): string {
  return ` ${(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

/** Lower case, without accents, vowel signs, joiners, apostrophes or look-alike dots; Kurdish letters as people type them who lack them. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD\u200B-\u200F\u2060\u0640\uFEFF'’‘ʼ]/gu, '')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'a')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/ۆ/g, 'و')
    .replace(/ێ/g, 'ی')
    .replace(/ڕ/g, 'ر')
    .replace(/ڵ/g, 'ل')
    .replace(/[ةھە]/g, 'ه');
}
