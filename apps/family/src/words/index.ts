import { directionOf, type FamilyLanguage } from '@radslag/domain';
import { ar } from './ar';
import { en } from './en';
import { sv, type Words } from './sv';
import { svLattlast } from './sv-lattlast';

export type { Words } from './sv';
export * from './marked';

/** The languages that every page is written in, in the order the foot shows them. `code` is what an address carries. */
export const WRITTEN = [
  { language: 'sv', code: 'sv', lang: 'sv', name: 'Svenska', words: sv },
  { language: 'sv-x-lattlast', code: 'latt', lang: 'sv', name: 'Lätt svenska', words: svLattlast },
  { language: 'en', code: 'en', lang: 'en', name: 'English', words: en },
  { language: 'ar', code: 'ar', lang: 'ar', name: 'العربية', words: ar },
] as const satisfies readonly Tongue[];

export type Tongue = { language: FamilyLanguage; code: string; lang: string; name: string; words: Words };

/** Languages people ask for that are not written yet: these lead to a call with an interpreter. */
export const SPOKEN = [
  { lang: 'so', name: 'Soomaali' },
  { lang: 'ti', name: 'ትግርኛ' },
  { lang: 'prs', name: 'دری' },
  { lang: 'fa', name: 'فارسی' },
  { lang: 'ckb', name: 'کوردیی ناوەندی' },
  { lang: 'kmr', name: 'Kurmancî' },
  { lang: 'uk', name: 'Українська' },
  { lang: 'ru', name: 'Русский' },
  { lang: 'pl', name: 'Polski' },
  { lang: 'bs', name: 'Bosanski, srpski' },
  { lang: 'fi', name: 'Suomi' },
  { lang: 'tr', name: 'Türkçe' },
  { lang: 'sq', name: 'Shqip' },
  { lang: 'rom', name: 'Romani čhib' },
] as const;

/** A language without pages falls back to Swedish, where the others are one tap away. */
export const tongueOf = (language: FamilyLanguage): Tongue => WRITTEN.find((tongue) => tongue.language === language) ?? WRITTEN[0];
export const tongueOfCode = (code: string): Tongue | undefined => WRITTEN.find((tongue) => tongue.code === code);
export const directionOfTongue = (tongue: Tongue) => directionOf(tongue.language);
