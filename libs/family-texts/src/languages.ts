import { directionOf, fallbackChain, intlLocale, type FamilyLanguage } from '@radslag/domain';
import type { PartOfCatalogue, Words } from './catalogue';
import { speak, type Corrections } from './speak';
import { ar } from './texts/ar';
import { en } from './texts/en';
import { sv } from './texts/sv';
import { svLattlast } from './texts/sv-lattlast';

/** A draft has been written by somebody who knows the language; nobody else has read it back into Swedish and approved it. */
export type Standing = 'original' | 'reviewed' | 'draft';
export type Tongue = { language: FamilyLanguage; /** What an address carries. */ code: string; /** For `lang`. */ lang: string; name: string; standing: Standing; texts: PartOfCatalogue };

/** The languages that every page is written in, in the order the foot shows them. */
export const WRITTEN: readonly [Tongue, ...Tongue[]] = [
  { language: 'sv', code: 'sv', lang: 'sv', name: 'Svenska', standing: 'original', texts: sv },
  { language: 'sv-x-lattlast', code: 'latt', lang: 'sv', name: 'Lätt svenska', standing: 'draft', texts: svLattlast },
  { language: 'en', code: 'en', lang: 'en', name: 'English', standing: 'draft', texts: en },
  { language: 'ar', code: 'ar', lang: 'ar', name: 'العربية', standing: 'draft', texts: ar },
];

/** Languages people ask for that are not written: these lead to a call with an interpreter. */
export const SPOKEN = [
  { lang: 'kmr', name: 'Kurmancî' },
  { lang: 'ru', name: 'Русский' },
  { lang: 'bs', name: 'Bosanski, srpski' },
  { lang: 'sq', name: 'Shqip' },
  { lang: 'rom', name: 'Romani čhib' },
] as const;

/** A language without pages falls back to Swedish, where the others are one tap away. */
export const tongueOf = (language: FamilyLanguage): Tongue => WRITTEN.find((tongue) => tongue.language === language) ?? WRITTEN[0];
export const tongueOfCode = (code: string): Tongue | undefined => WRITTEN.find((tongue) => tongue.code === code);

/** What a municipality has corrected, per language. */
export type CorrectionsByLanguage = Readonly<Partial<Record<FamilyLanguage, Corrections>>>;

/**
 * The words of a language: its own texts, then those of its fallback chain. A correction stands in the layer of its language:
 * a corrected Swedish text shows on an easy Swedish page only where that has no text of its own.
 */
export function wordsOf({ language }: Tongue, corrections: CorrectionsByLanguage = {}): Words {
  const layers = fallbackChain(language).map((one) => ({ texts: tongueOf(one).texts, corrections: corrections[one] ?? {} }));
  return speak({ locale: intlLocale(language), dir: directionOf(language) }, layers);
}
