import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** What is wrong with a text in place of the original. */
export type MessageFault =
  | { fault: 'unreadable'; /** Where in the text the braces stop making sense, from 0. */ at: number }
  | { fault: 'unknownPlace' | 'missingPlace'; place: string }
  | { fault: 'missingPlural'; category: string }
  | { fault: 'empty' };

/** `mayBeLeftOut`: places of the original that a language may do without. */
export function messageFaults(original: string, text: string, locale: string, mayBeLeftOut: readonly string[] = []): MessageFault[] {
  if (original !== '' && text.trim() === '') return [{ fault: 'empty' }];
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
    ...[...wanted].filter((place) => !found.has(place) && !mayBeLeftOut.includes(place)).map((place) => ({ fault: 'missingPlace' as const, place })),
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
