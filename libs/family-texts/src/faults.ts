import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** What is wrong with a text in place of the Swedish `original`, for a writer to mend. */
export type TextFault =
  | { fault: 'unreadable'; /** Where in the text the braces stop making sense, from 0. */ at: number }
  | { fault: 'unknownPlace' | 'missingPlace'; place: string }
  | { fault: 'missingPlural'; category: string }
  | { fault: 'empty' | 'tooLong' | 'control' };

/** A language may say *we* where Swedish names the coordinator. */
const MAY_BE_LEFT_OUT = ['name'];
const LONGEST = 600;
/** Also the marks that turn writing around: a text that needs them is isolated by the page. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

export function textFaults(original: string, text: string, locale: string): TextFault[] {
  if (original !== '' && text.trim() === '') return [{ fault: 'empty' }];
  if (text.length > LONGEST) return [{ fault: 'tooLong' }];
  if (CONTROL.test(text)) return [{ fault: 'control' }];
  let elements: MessageFormatElement[];
  try {
    elements = parse(text, { ignoreTag: true });
  } catch (error) {
    return [{ fault: 'unreadable', at: (error as { location?: { start: { offset: number } } }).location?.start.offset ?? 0 }];
  }
  const wanted = placesOf(parse(original, { ignoreTag: true }));
  const found = placesOf(elements);
  return [
    ...[...found].filter((place) => !wanted.has(place)).map((place) => ({ fault: 'unknownPlace' as const, place })),
    ...[...wanted].filter((place) => !found.has(place) && !MAY_BE_LEFT_OUT.includes(place)).map((place) => ({ fault: 'missingPlace' as const, place })),
    ...missingPlurals(elements, locale).map((category) => ({ fault: 'missingPlural' as const, category })),
  ];
}

/** The names a text takes, in plural branches too. */
export function placesIn(text: string): string[] {
  return [...placesOf(parse(text, { ignoreTag: true }))];
}

function branchesOf(element: MessageFormatElement): MessageFormatElement[][] {
  return element.type === TYPE.plural || element.type === TYPE.select ? Object.values(element.options).map(({ value }) => value) : [];
}

function placesOf(elements: readonly MessageFormatElement[]): Set<string> {
  return new Set(elements.flatMap((element) => [...(element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag ? [] : [element.value]), ...branchesOf(element).flatMap((branch) => [...placesOf(branch)])]));
}

/** CLDR plural categories of the language that a plural has no branch for: someone would read another number's grammar. */
function missingPlurals(elements: readonly MessageFormatElement[], locale: string): string[] {
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return elements.flatMap((element) => [
    ...(element.type === TYPE.plural ? categories.filter((category) => element.options[category] === undefined) : []),
    ...branchesOf(element).flatMap((branch) => missingPlurals(branch, locale)),
  ]);
}
