import type { Contact } from '@radslag/access';
import { directionOf, type FamilyLanguage } from '@radslag/domain';
import { wordsOf, type CorrectionsByLanguage, type Tongue, type Words } from '@radslag/family-texts';

/** What every page knows of its reader: language, whom to call, and the token its forms carry. */
export type Frame = {
  tongue: Tongue;
  w: Words;
  language: FamilyLanguage;
  dir: 'ltr' | 'rtl';
  /** The coordinator, once a link has opened. */
  contact: Contact | null;
  /** Where nobody may be named. */
  deskPhones: readonly string[];
  /** Bound to the session; empty where there is none. */
  formToken: string;
  /** Whose answer a member of staff is filling in. */
  filledInFor: string | null;
  /** A translation that nobody has read back and approved: said, so that whoever stumbles calls. */
  unread: boolean;
  /** Who is behind the pages; null until somebody has shown who they are, so that a found phone tells nothing. */
  municipality: { name: string; logo: string | null } | null;
};

type Corrected = { readonly corrections: CorrectionsByLanguage };
const BUILT_IN: Corrected = { corrections: {} };
const WORDS = new WeakMap<Corrected, Map<FamilyLanguage, Words>>();

/** The words of a language, as built in or as a municipality has corrected them: made when first asked for, and once. */
export function wordsIn(tongue: Tongue, site: Corrected = BUILT_IN): Words {
  const languages = WORDS.get(site) ?? new Map<FamilyLanguage, Words>();
  WORDS.set(site, languages);
  const known = languages.get(tongue.language) ?? wordsOf(tongue, site.corrections);
  languages.set(tongue.language, known);
  return known;
}

/** Easy Swedish is Swedish. */
const isTranslation = (tongue: Tongue): boolean => tongue.lang !== 'sv';
export const isUnread = (tongue: Tongue, reviewed: readonly FamilyLanguage[]): boolean => isTranslation(tongue) && !reviewed.includes(tongue.language);

export function frameFor(tongue: Tongue, rest: Pick<Frame, 'contact' | 'deskPhones' | 'formToken'> & Partial<Pick<Frame, 'w' | 'municipality' | 'unread' | 'filledInFor'>>): Frame {
  return { tongue, w: wordsIn(tongue), unread: isTranslation(tongue), language: tongue.language, dir: directionOf(tongue.language), municipality: null, filledInFor: null, ...rest };
}

/** The name that sentences speak of; without one they speak of the number. */
export const nameOf = (frame: Frame): string => frame.contact?.name ?? '';
