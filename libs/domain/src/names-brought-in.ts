import { asLatin, fold, readingsOf, spread } from './letters';

/**
 * Whether a text says a name of the case, as the language writes it: with the endings and the small words that it glues on.
 * It is asked of what fields and people bring into a text (an agreed word, an alias). There, a word too many costs another
 * choice; in approved words, which hold "Ring" and "Maj" too, it would silence everybody.
 */

/** Between names, or before them; names of nobody. */
const PARTICLES: readonly string[] = ['af', 'av', 'von', 'van', 'der', 'den', 'de', 'del', 'della', 'di', 'da', 'la', 'le', 'och', 'al', 'el', 'bin', 'bint', 'ibn', 'ben', 'ال', 'بن', 'ابن', 'بنت'];

/** What a name ends in: genitives, cases, plurals, "my", "and". Latin: Swedish, English, Finnish, Polish, Turkish and Somali together. */
const ENDINGS: Readonly<Record<'Latin' | 'Cyrillic' | 'Arabic' | 'Ethiopic', readonly string[]>> = {
  Latin: (
    's es n a ta na ssa sta lla lta lle ksi in en an on un ini nsa kin ko ' +
    'y i u e o em em owi ie iem ow om ami ach ego emu ej iego iej ze ' +
    'nin nun ye ya yi yu de da den dan te ten tan le la yle yla ler lar im cim cigim ' +
    'ka ga ha sha yo du tu ku gu hu ow ey'
  ).split(' '),
  Cyrillic: 'а я у ю и і е о ом ем єм ою ею єю ові еві єві ів ам ям ами ями ах ях ин ина ину ин чик ко'.split(' '),
  Arabic: 'ها های ی م ت ش مان تان شان یان ان را و دا هکه یک هوه نا ه ک ا یم یت تم ین ات'.split(' '),
  Ethiopic: 'ን ውን ሲ ዶ ኦ ታት ኳ ስ'.split(' '),
};
/** And, to, with, from, the, of: written onto the word that follows. */
const BEFORE: Readonly<Record<'Arabic' | 'Ethiopic', readonly string[]>> = {
  Arabic: 'و ف ب ک ل ال وال بال فال کال لل ولل وب ول وک یا به له ده'.split(' '),
  Ethiopic: 'ን ብ ም ከ ክ ዝ እ ዘ ና ናይ ንናይ ብናይ ካብ ምስ'.split(' '),
};
const FINAL_VOWEL = /[aeiouyаяоеиійь]$/u;

const scriptOf = (word: string) => (['Latin', 'Cyrillic', 'Arabic', 'Ethiopic'] as const).find((script) => SCRIPT[script].test(word));
const SCRIPT = { Latin: /\p{Script=Latin}/u, Cyrillic: /\p{Script=Cyrillic}/u, Arabic: /\p{Script=Arabic}/u, Ethiopic: /\p{Script=Ethiopic}/u } as const;

/** Written without spaces: a name stands inside what looks like one word. */
const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const STRONG = (part: string): boolean => [...part].length >= 2 || /\p{Script=Han}/u.test(part);

/** The words of which each gives a name away. */
function partsOf(name: string): string[] {
  const words = spread(fold(name)).trim().split(' ');
  const telling = words.filter((word) => STRONG(word) && /\p{L}/u.test(word) && !PARTICLES.includes(word));
  // A name that is nothing but such a word is that person's name all the same.
  return [...new Set([...telling, words.join('')])].filter((part) => STRONG(part) && /\p{L}/u.test(part));
}

/** Of a place, its names: "Storgatan 12, ring på porttelefon" gives away Storgatan, and holds a sentence. */
function namesOfPlace(place: string): string[] {
  const words = place.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  return (capitals.length > 0 ? capitals : words).map((word) => fold(word)).filter((word) => /\p{L}{2}/u.test(word) && [...word].length >= 3);
}

/** Whether a word, folded, is the name or a form of it. */
function isFormOf(word: string, part: string): boolean {
  if (word === part || (NO_SPACES.test(part) && word.includes(part))) return true;
  const size = [...part].length;
  const script = scriptOf(part);
  if (script === undefined || word.length < size) return false;
  if (size === 2) return script === 'Latin' && word === `${part}s`;
  const endings = ENDINGS[script];
  const ends = (of: string) => word.startsWith(of) && endings.includes(word.slice(of.length));
  if (ends(part) || (size >= 4 && FINAL_VOWEL.test(part) && ends(part.slice(0, -1)))) return true;
  if (script !== 'Arabic' && script !== 'Ethiopic') return false;
  return BEFORE[script].some((small) => word.startsWith(small) && [part, ...endings.map((ending) => part + ending)].includes(word.slice(small.length)));
}

/** The names and places that a text from outside says. */
export function namesIn(text: string, known: { names?: readonly string[]; places?: readonly string[] }): string[] {
  const { plain, unmasked } = readingsOf(text);
  // Ella2010 says Ella.
  const own = new Set(plain.split(' ').flatMap((word) => [word, word.replace(/^\p{N}+|\p{N}+$/gu, '')]).filter((word) => word !== ''));
  const behind = new Set(unmasked.split(' ').filter((word) => word !== ''));
  const says = (part: string) => [...own].some((word) => isFormOf(word, part)) || (behind.size > 0 && [...behind].some((word) => isFormOf(word, asLatin(part))));
  return [...(known.names ?? []).filter((name) => partsOf(name).some(says)), ...(known.places ?? []).filter((place) => namesOfPlace(place).some(says))];
}

/**
 * Names of the case in a text of the municipality's own. Two people have approved its words, so a word that is also somebody's
 * name is a word ("Hej! Sol eller regn"); what is written as a name where only names are (a capital inside a sentence, or given and
 * family name together) is one. `ordinary`: words that are capitals for another reason, as months and weekdays are in English.
 */
export function namesWritten(body: string, people: readonly string[], ordinary: ReadonlySet<string>): string[] {
  const capitals = capitalsInside(body).map((word) => fold(word)).filter((word) => !ordinary.has(word));
  const words = spread(fold(body));
  return people.filter((name) => {
    const parts = partsOf(name);
    const whole = spread(fold(name));
    return capitals.some((word) => parts.some((part) => isFormOf(word, part))) || (whole.trim().includes(' ') && words.includes(whole));
  });
}

/** Words with a capital that no sentence gave them; a text in capitals only has none. What a placeholder stands for may end a sentence. */
export function capitalsInside(body: string): string[] {
  const words = [...body.matchAll(/\{\w+\}|[\p{L}\p{M}\p{N}'’-]+/gu)];
  const shouted = (word: string | undefined) => word !== undefined && word.length > 1 && word === word.toUpperCase();
  return words.flatMap(([word], index) => {
    const before = words[index - 1];
    if (before === undefined || !/^\p{Lu}\p{L}/u.test(word)) return [];
    const between = body.slice(before.index + before[0].length, words[index]!.index);
    if (before[0].startsWith('{') || /[.!?:;…\n।።፡؟]/u.test(between)) return [];
    return shouted(word) && (shouted(before[0]) || shouted(words[index + 1]?.[0])) ? [] : [word];
  });
}
