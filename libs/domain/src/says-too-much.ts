import type { RenderedMessage } from './messages';
import { namesWritten } from './names-brought-in';
import { revealingWords } from './neutral-sms';
import { ordinaryWords } from './ordinary-words';

/** Names and places of a case; `people`: given and family name together. */
export type WordsOfCase = { names: readonly string[]; people: readonly string[]; places: readonly string[]; municipality: string };

/**
 * The neutral filter at send: whether what comes into a text from outside (the agreed word, an alias, the address of the link) says
 * what it must not. Approved words are not looked through again: "Ring" and "Maj" are somebody's name, and would silence everybody
 * around them. A name that stands in a municipality's own words as only a name does is found there too, since nobody who
 * approved them could know whose it would be.
 */
export function saysTooMuch({ brought, ownBody, language }: Pick<RenderedMessage, 'brought' | 'ownBody' | 'language'>, words: WordsOfCase): boolean {
  if (brought.opening !== '' && revealingWords(brought.opening, words).length > 0) return true;
  if (revealingWords(brought.address).length > 0) return true;
  return ownBody !== null && namesWritten(ownBody, words.people, ordinaryWords(language, words.municipality)).length > 0;
}
