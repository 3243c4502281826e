import type { sv } from './texts/sv';

/** Texts as they are written and corrected: a tree whose leaves are ICU messages. */
export type Texts = { readonly [part: string]: string | Texts };

type Written<T> = T extends string ? string : { readonly [K in keyof T]: Written<T[K]> };
type Partly<T> = T extends string ? string : { readonly [K in keyof T]?: Partly<T[K]> };
/** A whole language: every text of the Swedish original. */
export type Catalogue = Written<typeof sv>;
/** A language that says some things its own way and the rest as the next of its chain does. */
export type PartOfCatalogue = Partly<typeof sv>;

/** The names between the braces of a message. A plural's branches have braces too: those hold sentences, not names. */
type PlacesIn<T extends string> = T extends `${string}{${infer Place}}${infer Rest}` ? NameOf<Place> | PlacesIn<Rest> : never;
type NameOf<Place extends string> = Place extends `${infer Name}, plural,${string}` ? Name : Place extends `${string} ${string}` ? never : Place;

export type Values<Places extends string> = Readonly<Record<Places, string | number>>;
type Leaf<T extends string> = [PlacesIn<T>] extends [never] ? string : (values: Values<PlacesIn<T>>) => string;
type Spoken<T> = T extends string ? Leaf<T> : { readonly [K in keyof T]: Spoken<T[K]> };
/** The texts as pages use them: a string, or a function of what it takes to say it. */
export type Words = Spoken<typeof sv>;

/** Every leaf with its path: `start.facts.never` → text. */
export function flatten(texts: Texts, before = ''): [path: string, text: string][] {
  return Object.entries(texts).flatMap(([part, value]) => (typeof value === 'string' ? [[before + part, value] as [string, string]] : flatten(value, `${before}${part}.`)));
}
