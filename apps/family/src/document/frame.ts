import type { Contact } from '@radslag/access';
import { directionOf, type FamilyLanguage } from '@radslag/domain';
import { tongueOf, wordsOf, type Tongue, type Words } from '@radslag/family-texts';

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
  /** The reader asked for a language that has no pages yet. */
  missingLanguage?: boolean;
};

/** The built-in words of a language: made when first asked for, and once. */
const BUILT_IN = new Map<FamilyLanguage, Words>();
export function wordsIn(tongue: Tongue): Words {
  const known = BUILT_IN.get(tongue.language) ?? wordsOf(tongue);
  BUILT_IN.set(tongue.language, known);
  return known;
}

export function frameFor(tongue: Tongue, rest: Pick<Frame, 'contact' | 'deskPhones' | 'formToken'>): Frame {
  return { tongue, w: wordsIn(tongue), language: tongue.language, dir: directionOf(tongue.language), ...rest };
}
export const frameIn = (language: FamilyLanguage, rest: Pick<Frame, 'contact' | 'deskPhones' | 'formToken'>): Frame => frameFor(tongueOf(language), rest);

/** The name that sentences speak of; without one they speak of the number. */
export const nameOf = (frame: Frame): string => frame.contact?.name ?? '';
