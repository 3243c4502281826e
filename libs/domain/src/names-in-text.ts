/** Names that a text may hold without anybody having meant it: found so that somebody can be asked. Generous on purpose; nothing is refused for it. */
export type Nameable = { id: string; givenName: string; familyName: string; alias: string | null };

/** Endings that a name can have in a sentence: Märtas, Märtan, Hodanin. Short names take only the Swedish genitive, or half the language would be a name. */
const LONGEST_ENDING = 3;
const LONG_ENOUGH = 4;

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}|\p{Cf}/gu, '').toLocaleLowerCase('sv').normalize('NFKC');
const wordsOf = (text: string): string[] => fold(text).match(/\p{L}+/gu) ?? [];
const partsOf = (name: string): string[] => wordsOf(name).filter((part) => part.length > 1);

/** Whose names, or what looks like them, stand in any of the texts. `others`: people who may be named, and may have a family name in common. */
export function namesInText(texts: readonly string[], people: readonly Nameable[], others: readonly Nameable[] = []): string[] {
  const words = texts.flatMap(wordsOf);
  const shared = new Set(others.flatMap((one) => partsOf(one.familyName)));
  return people.filter((person) => isNamed(person, texts, words, shared)).map((person) => person.id);
}

function isNamed(person: Nameable, texts: readonly string[], words: readonly string[], shared: ReadonlySet<string>): boolean {
  const given = [...partsOf(person.givenName), ...(person.alias === null ? [] : partsOf(person.alias))];
  const family = partsOf(person.familyName);
  if (words.some((word) => given.some((name) => isFormOf(word, name)))) return true;
  // A family name that somebody else has too says nothing alone; after the initial it does.
  if (words.some((word) => family.some((name) => !shared.has(name) && isFormOf(word, name)))) return true;
  const initial = fold(person.givenName).trim().charAt(0);
  if (words.some((word, at) => word === initial && family.some((name) => isFormOf(words[at + 1] ?? '', name)))) return true;
  return initialsOf(person).some((initials) => texts.some((text) => hasInitials(text, initials)));
}

function isFormOf(word: string, name: string): boolean {
  if (word === name || word === `${name}s`) return true;
  return name.length >= LONG_ENOUGH && word.startsWith(name) && word.length - name.length <= LONGEST_ENDING;
}

function initialsOf({ givenName, familyName }: Nameable): string[] {
  const [first, last] = [givenName.trim().charAt(0), familyName.trim().charAt(0)].map((letter) => letter.toLocaleUpperCase('sv'));
  return first && last ? [`${first}${last}`] : [];
}

/** M.Ö., M Ö, MÖ and MÖ:s, as capitals only. */
function hasInitials(text: string, initials: string): boolean {
  const [first, last] = [...initials.normalize('NFC')].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{M}])${first}\\.?\\s?${last}(?![\\p{L}\\p{M}])`, 'u').test(text.normalize('NFC').replace(/\p{Cf}/gu, ''));
}
