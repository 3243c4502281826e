import { fallbackChain, type FamilyLanguage } from '@radslag/domain';
import { flatten, type Texts } from '@radslag/messages';
import { tongueOf } from './languages';
import { sv } from './texts/sv';

/** Every text by its path, in the order of the pages, with what it says in Swedish. */
export const PLACES: ReadonlyMap<string, string> = new Map(flatten(sv as Texts));

const LAYERS = new Map<FamilyLanguage, ReadonlyMap<string, string>>();
const layer = (language: FamilyLanguage) => {
  const known = LAYERS.get(language) ?? new Map(flatten(tongueOf(language).texts as Texts));
  LAYERS.set(language, known);
  return known;
};

/** What is built in at a place, in the language or the nearest of its chain. */
export function builtInText(language: FamilyLanguage, path: string): { text: string; language: FamilyLanguage } {
  const from = fallbackChain(language).find((one) => layer(one).has(path)) ?? 'sv';
  return { text: layer(from).get(path) ?? PLACES.get(path) ?? '', language: from };
}

/**
 * Texts that are only seen once somebody has shown who they are; all others must reveal nothing. The pages that ask are not
 * among them: not every invitation has a second step, and they never say who or why. Help with one's own children must be
 * called by its name.
 */
const BEHIND_THE_STEP = /^(plan|privacy|access)\.|\.childcare$/;
export const isOpenToAll = (path: string): boolean => !BEHIND_THE_STEP.test(path);
