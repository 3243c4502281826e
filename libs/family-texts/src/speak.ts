import { IntlMessageFormat } from 'intl-messageformat';
import { isolated, MARKS } from './marked';
import { flatten, type PartOfCatalogue, type Texts, type Words } from './catalogue';
import { sv } from './texts/sv';

/** Paths of texts with what stands there instead: what a municipality has corrected. */
export type Corrections = Readonly<Record<string, string>>;
/** What a language says, and what has been put right in it. */
export type Layer = { texts: PartOfCatalogue; corrections: Corrections };
export type Voice = { /** BCP 47. */ locale: string; dir: 'ltr' | 'rtl' };

const PLACES = /\{\s*(\w+)/;
const RTL = /[\u0590-\u08ff\ufb1d-\ufeff]/;

/**
 * Words of a language, from its own layer first and the ones it falls back to after, Swedish last. Each text is parsed once. What is
 * put into a text (names, above all) is kept apart from the writing around it when it may run the other way.
 */
export function speak(voice: Voice, layers: readonly Layer[]): Words {
  const texts = new Map(layers.toReversed().flatMap((layer) => [...flatten(layer.texts as Texts), ...Object.entries(layer.corrections)]));
  return spoken(sv, '', (path, original) => leaf(voice, texts.get(path) ?? original, PLACES.test(original))) as Words;
}

function spoken(texts: Texts, before: string, say: (path: string, original: string) => unknown): unknown {
  return Object.fromEntries(Object.entries(texts).map(([part, value]) => [part, typeof value === 'string' ? say(before + part, value) : spoken(value, `${before}${part}.`, say)]));
}

/** Latin digits everywhere: dates and phone numbers have them too. */
const parsed = (text: string, { locale }: Voice) => new IntlMessageFormat(text, `${locale}-u-nu-latn`, undefined, { ignoreTag: true });
const isPlain = (text: string) => !/['{]/.test(text);

function leaf(voice: Voice, text: string, takesValues: boolean): string | ((values: Record<string, string | number>) => string) {
  if (isPlain(text)) return takesValues ? () => text : text;
  const message = parsed(text, voice);
  if (!takesValues) return String(message.format());
  const keep = (value: string | number) => (typeof value === 'string' && !MARKS.test(value) && (voice.dir === 'rtl' || RTL.test(value)) ? isolated(value) : value);
  return (values) => String(message.format(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, keep(value)]))));
}
