import { directionOf, fallbackChain, intlLocale, type FamilyLanguage } from '@radslag/domain';
import type { PartOfCatalogue, Words } from './catalogue';
import { speak, type Corrections } from './speak';
import { ar } from './texts/ar';
import { ckb } from './texts/ckb';
import { en } from './texts/en';
import { fa } from './texts/fa';
import { fi } from './texts/fi';
import { pl } from './texts/pl';
import { prs } from './texts/prs';
import { so } from './texts/so';
import { sv } from './texts/sv';
import { svLattlast } from './texts/sv-lattlast';
import { ti } from './texts/ti';
import { tr } from './texts/tr';
import { uk } from './texts/uk';

/** A draft has been written by somebody who knows the language; nobody else has read it back into Swedish and approved it. */
export type Standing = 'original' | 'reviewed' | 'draft';
export type Tongue = { language: FamilyLanguage; /** What an address carries. */ code: string; /** For `lang`. */ lang: string; name: string; standing: Standing; texts: PartOfCatalogue };

/** The languages that every page is written in, in the order the foot shows them. */
export const WRITTEN: readonly [Tongue, ...Tongue[]] = [
  { language: 'sv', code: 'sv', lang: 'sv', name: 'Svenska', standing: 'original', texts: sv },
  { language: 'sv-x-lattlast', code: 'latt', lang: 'sv', name: 'Lätt svenska', standing: 'draft', texts: svLattlast },
  { language: 'en', code: 'en', lang: 'en', name: 'English', standing: 'draft', texts: en },
  { language: 'ar', code: 'ar', lang: 'ar', name: 'العربية', standing: 'draft', texts: ar },
  { language: 'so', code: 'so', lang: 'so', name: 'Soomaali', standing: 'draft', texts: so },
  { language: 'ti', code: 'ti', lang: 'ti', name: 'ትግርኛ', standing: 'draft', texts: ti },
  { language: 'prs', code: 'prs', lang: 'prs', name: 'دری', standing: 'draft', texts: prs },
  { language: 'fa', code: 'fa', lang: 'fa', name: 'فارسی', standing: 'draft', texts: fa },
  { language: 'uk', code: 'uk', lang: 'uk', name: 'Українська', standing: 'draft', texts: uk },
  { language: 'fi', code: 'fi', lang: 'fi', name: 'Suomi', standing: 'draft', texts: fi },
  { language: 'pl', code: 'pl', lang: 'pl', name: 'Polski', standing: 'draft', texts: pl },
  { language: 'ckb', code: 'ckb', lang: 'ckb', name: 'کوردیی ناوەندی', standing: 'draft', texts: ckb },
  { language: 'tr', code: 'tr', lang: 'tr', name: 'Türkçe', standing: 'draft', texts: tr },
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
