import type { Contact } from '@radslag/access';
import type { FamilyLanguage } from '@radslag/domain';
import { directionOfTongue, tongueOf, type Tongue, type Words } from '../words';

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

export function frameFor(tongue: Tongue, rest: Pick<Frame, 'contact' | 'deskPhones' | 'formToken'>): Frame {
  return { tongue, w: tongue.words, language: tongue.language, dir: directionOfTongue(tongue), ...rest };
}
export const frameIn = (language: FamilyLanguage, rest: Pick<Frame, 'contact' | 'deskPhones' | 'formToken'>): Frame => frameFor(tongueOf(language), rest);

/** The name that sentences speak of; without one they speak of the number. */
export const nameOf = (frame: Frame): string => frame.contact?.name ?? '';
