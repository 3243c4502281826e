/**
 * Letters as a person reads them, so that case, accents, invisible characters, other alphabets' look-alikes, digits for letters
 * and gaps hide nothing. All of it is for comparing: nothing of it is ever shown or sent.
 */

/** The same vowel in the row of another consonant: Ge'ez letters come in rows of eight. */
const inRow = (row: number) => (letter: string) => String.fromCodePoint(row + (letter.codePointAt(0)! % 8));

/** One sound, or one look, that people write in several ways, often for want of a key. */
const SAME: readonly (readonly [RegExp, string | ((letter: string) => string)])[] = [
  [/ı/g, 'i'], [/ł/g, 'l'], [/[øœ]/g, 'o'], [/æ/g, 'a'], [/ß/g, 'ss'], [/[đð]/g, 'd'], [/ħ/g, 'h'], [/ŋ/g, 'n'], [/ŧ/g, 't'], [/ґ/g, 'г'],
  [/[يىے]/g, 'ی'], [/[كڪ]/g, 'ک'], [/ٱ/g, 'ا'], [/ۆ/g, 'و'], [/ێ/g, 'ی'], [/ڕ/g, 'ر'], [/ڵ/g, 'ل'], [/[ةھەہ]/g, 'ه'],
  [/[ሐ-ሖኀ-ኆ]/g, inRow(0x1200)], [/[ሠ-ሦ]/g, inRow(0x1230)], [/[ዐ-ዖ]/g, inRow(0x12a0)], [/[ፀ-ፆ]/g, inRow(0x1338)], [/ሀ/g, 'ሃ'], [/አ/g, 'ኣ'],
];

/** Seen by nobody: format characters, fillers, the tatweel that only stretches a word. */
const INVISIBLE = /[\p{Cf}\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/gu;
const NOT_HEARD = /[\p{M}\u0640'’‘ʼ`´]/gu;

/** Lower case, without accents, vowel signs, joiners and apostrophes; letters that stand for the same as one. */
export function fold(text: string, invisible = ''): string {
  let folded = text.replace(INVISIBLE, invisible).normalize('NFKD').replace(NOT_HEARD, '').toLowerCase().replace(NOT_HEARD, '');
  for (const [from, to] of SAME) folded = folded.replace(from, to as string);
  return folded;
}

/** Letters that are taken for Latin ones: Cyrillic, Greek, Armenian, phonetic and small capitals. Of folded text. */
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'аαɑᴀ', b: 'вьʙβɓ', c: 'сϲᴄⅽͻ', d: 'ԁᴅɗ', e: 'еєεҽᴇɛ', f: 'ꜰƒϝ', g: 'ɡɢցɠ', h: 'нһհʜɦ', i: 'іιɪɩӏɨ', j: 'јϳᴊʝ', k: 'кκᴋƙҝ', l: 'ʟɭ', m: 'мᴍɱ',
    n: 'ηոпɴɲ', o: 'оοσօᴏө', p: 'рρᴘƥ', q: 'ԛգʠ', r: 'ʀɾгᴦ', s: 'ѕꜱʂƽ', t: 'тτᴛƭ', u: 'υսᴜʋ', v: 'νѵᴠ', w: 'ԝωᴡɯ', x: 'хχҳ', y: 'уγүʏƴ', z: 'ᴢʐƶ',
  }).flatMap(([latin, others]) => [...others].map((letter): [string, string] => [letter, latin])),
);
/** Letters on coloured squares, in circles, and the pairs that make flags. */
const FRAMED: readonly number[] = [0x1f150, 0x1f170, 0x1f1e6];

/** Capitals that look like another letter than their small ones do. */
const LARGE: Readonly<Record<string, string>> = { Ν: 'n', Η: 'h', Μ: 'm', Ζ: 'z', Ρ: 'p', Υ: 'y', Σ: 'e' };

export function asLatin(folded: string): string {
  let latin = '';
  for (const letter of folded) {
    const code = letter.codePointAt(0)!;
    const frame = code > 0x1f000 ? FRAMED.find((first) => code >= first && code < first + 26) : undefined;
    latin += frame === undefined ? (LOOKS_LIKE.get(letter) ?? letter) : String.fromCharCode(97 + code - frame);
  }
  return latin;
}

const DIGITS: Readonly<Record<string, string>> = { '0': 'o', '3': 'e', '4': 'a', '5': 's', '6': 'b', '7': 't', '8': 'b', '9': 'g', '@': 'a', $: 's', '€': 'e', '£': 'l', '+': 't' };
const LIKE_A_LETTER = /[0-9@$€£+!|]/;

/** b4rn, s0c1al: digits and signs that stand for letters, in what holds a letter and is no address. `one`: what 1, ! and | are taken for. */
function undigited(text: string, one: 'i' | 'l'): string {
  return text.replace(/\S+/gu, (chunk) => {
    if (!LIKE_A_LETTER.test(chunk) || !/\p{L}/u.test(chunk) || chunk.includes('://')) return chunk;
    return chunk.replace(/[0-9@$€£+!|]/g, (sign) => DIGITS[sign] ?? (/[1!|]/.test(sign) ? one : sign));
  });
}

/** The words of a folded text, each with one space around. Letters and digits hold together, so that a link's token is one word. */
export const spread = (folded: string): string => ` ${(folded.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
/** soc-tjänst, s.o.c. and so/ci/al are read as one word by a person. Two letters are initials: B.O. is not Bo. */
const joined = (folded: string): string =>
  spread(folded.replace(/\p{L}+(?:[^\p{L}\p{N}\s]+\p{L}+)+/gu, (chunk) => {
    const word = chunk.replace(/\P{L}/gu, '');
    return word.length > 2 ? word : chunk;
  }));

const LONGEST_WORD = 24;
/** s o c i a l, so ci al: what short pieces beside each other spell, from each to each. */
function closed(words: string): string {
  const pieces = words.trim().split(' ');
  const spelled: string[] = [];
  for (let from = 0; from < pieces.length; from += 1) {
    let word = '';
    for (let to = from; to < pieces.length && /^\p{L}{1,2}$/u.test(pieces[to]!) && word.length < LONGEST_WORD; to += 1) {
      word += pieces[to]!;
      if (to > from && word.length > 2) spelled.push(word);
    }
  }
  return spelled.length === 0 ? '' : ` ${spelled.join(' ')} `;
}

/**
 * A text in the ways it can be read, words with a space around. `plain`: in its own letters, whatever stands between them;
 * `unmasked`: with look-alikes and digits read as Latin letters, empty when that changes nothing; `run`: all letters in one.
 */
export type Readings = { plain: string; unmasked: string; run: string };

export function readingsOf(text: string): Readings {
  const folded = fold(text);
  const apart = fold(text, ' ');
  const words = spread(folded);
  const latin = asLatin(fold(text.replace(/[ΝΗΜΖΡΥΣ]/g, (letter) => LARGE[letter] ?? letter))).replace(/(\p{L})\1{2,}/gu, '$1');
  const masks = [...new Set([latin, undigited(latin, 'i'), undigited(latin, 'l')])].filter((one) => one !== folded);
  return {
    plain: [words, joined(folded), closed(words), apart === folded ? '' : spread(apart)].join(''),
    unmasked: masks.map((one) => `${spread(one)}${joined(one)}${closed(spread(one))}`).join(''),
    run: words.replaceAll(' ', ''),
  };
}
