import { fallbackChain, type FamilyLanguage } from '@radslag/domain';
import { flatten, type Texts } from './catalogue';
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

/** Texts that may only be seen once somebody has shown who they are; all others must reveal nothing. */
const BEHIND_THE_STEP = ['coming', 'times', 'how', 'needs', 'detail', 'worry', 'check', 'done', 'set', 'plan', 'privacy', 'access'];
export const isOpenToAll = (path: string): boolean => !BEHIND_THE_STEP.includes(path.split('.')[0] ?? '');
