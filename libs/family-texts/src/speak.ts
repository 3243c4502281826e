import { speak as speakMessages, type Texts } from '@radslag/messages';
import type { PartOfCatalogue, Words } from './catalogue';
import { isolated, MARKS } from './marked';
import { sv } from './texts/sv';

/** Paths of texts with what stands there instead: what a municipality has corrected. */
export type Corrections = Readonly<Record<string, string>>;
/** What a language says, and what has been put right in it. */
export type Layer = { texts: PartOfCatalogue; corrections: Corrections };
export type Voice = { /** BCP 47. */ locale: string; dir: 'ltr' | 'rtl' };

const RTL = /[\u0590-\u08ff\ufb1d-\ufeff]/;

/**
 * Words of a language, from its own layer first and the ones it falls back to after, Swedish last. What is put into a text
 * (names, above all) is kept apart from the writing around it when it may run the other way.
 */
export function speak({ locale, dir }: Voice, layers: readonly Layer[]): Words {
  const keep = (value: string) => (!MARKS.test(value) && (dir === 'rtl' || RTL.test(value)) ? isolated(value) : value);
  return speakMessages(sv, { locale, keep }, layers.map(({ texts, corrections }) => ({ texts: texts as Texts, corrections })));
}
