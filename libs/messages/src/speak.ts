import { IntlMessageFormat } from 'intl-messageformat';
import { flatten, type Spoken, type Texts } from './texts';

export type Voice = {
  /** BCP 47. */
  locale: string;
  /** What somebody has written, made fit to be put into a text. */
  keep?: (value: string) => string;
};
/** What a language says, and by path what has been put right in it. */
export type Layer = { texts: Texts; corrections?: Readonly<Record<string, string>> };

type Given = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Leaf = string | ((values: Given) => string);

/**
 * Words of a language, from its own layer first and the ones it falls back to after, the original last. The original decides
 * which of them take values; one that does is parsed when it is first said, and once.
 */
export function speak<T extends Texts>(original: T, voice: Voice, layers: readonly Layer[]): Spoken<T> {
  const texts = new Map(layers.toReversed().flatMap((layer) => [...flatten(layer.texts), ...Object.entries(layer.corrections ?? {})]));
  return spoken(original, '', (path, written) => leaf(voice, texts.get(path) ?? written, takesValues(written))) as Spoken<T>;
}

function spoken(texts: Texts, before: string, say: (path: string, original: string) => Leaf): object {
  return Object.fromEntries(Object.entries(texts).map(([part, value]) => [part, typeof value === 'string' ? say(before + part, value) : spoken(value, `${before}${part}.`, say)]));
}

/** Braces in quotes are there to be read. */
const takesValues = (text: string) => text.replace(/''|'[{}][^']*'/g, '').includes('{');
const isPlain = (text: string) => !/['{]/.test(text);
/** Latin digits everywhere: dates and phone numbers have them too. */
const parsed = (text: string, { locale }: Voice) => new IntlMessageFormat(text, `${locale}-u-nu-latn`, undefined, { ignoreTag: true });

/** A text that has words for the lack of a value has them first: `{by, select, none {Godkänd.} other {Godkänd av {by}.}}`. */
const PLACE = /\{(\w+)(, select, none \{)?/g;

/** What stands where no value is given. A code that comes without what its text takes leaves a gap, never a page that does not open. */
function lackOf(text: string): Record<string, string> {
  const places = [...text.matchAll(PLACE)].map(([, name, lack]) => [name!, lack === undefined ? '' : 'none'] as const);
  return Object.fromEntries([...places, ...places.filter(([, lack]) => lack !== '')]);
}

function leaf(voice: Voice, text: string, takes: boolean): Leaf {
  if (isPlain(text)) return takes ? () => text : text;
  if (!takes) return String(parsed(text, voice).format());
  let say: ((values: Given) => string) | undefined;
  return (values) => (say ??= sayer(voice, text))(values);
}

function sayer(voice: Voice, text: string): (values: Given) => string {
  const message = parsed(text, voice);
  const lacking = lackOf(text);
  const fit = (name: string, value: Given[string]) => ((value ?? '') === '' ? (lacking[name] ?? '') : typeof value === 'string' ? (voice.keep?.(value) ?? value) : value);
  return (values) => String(message.format({ ...lacking, ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fit(name, value)])) }));
}
