import { contactsIn, intlLocale, revealingWords } from '@radslag/domain';
import { builtInText, isOpenToAll, PLACES, textFaults } from '@radslag/family-texts';
import { NotFound, RuleBroken } from '@radslag/platform';
import type { TextPlace } from './places';

/**
 * What no text of the family pages may hold, whoever has written and read it: what does not parse, an address or a number of its
 * own (those of the built-in text may stay), and, where anybody with the phone may see it, a word that reveals.
 */
export function refuseText({ language, path }: TextPlace, text: string): void {
  const original = PLACES.get(path);
  if (original === undefined) throw new NotFound('text');
  const [fault] = textFaults(original, text, intlLocale(language));
  if (fault !== undefined) throw new RuleBroken('family-text-faulty', { ...fault });
  const [contact] = contactsIn(text, `${original} ${builtInText(language, path).text}`);
  if (contact !== undefined) throw new RuleBroken('family-text-faulty', { fault: contact.kind, found: contact.found });
  const words = isOpenToAll(path) ? revealingWords(text) : [];
  if (words.length > 0) throw new RuleBroken('family-text-revealing', { words });
}
