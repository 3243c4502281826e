import type { PlacesIn, Values } from './places';

/** Texts as they are written and corrected: a tree whose leaves are ICU messages. */
export type Texts = { readonly [part: string]: string | Texts };

/** Another language: every text of the original. */
export type Written<T> = T extends string ? string : { readonly [K in keyof T]: Written<T[K]> };
/** A language that says some things its own way and the rest as the next of its chain does. */
export type Partly<T> = T extends string ? string : { readonly [K in keyof T]?: Partly<T[K]> };

/** An original whose texts are not constants hides what they take: `as const` is missing, or a `satisfies` stands inside it. */
type NotConstant = { readonly 'this text is not a constant': never };
type Leaf<T extends string> = string extends T ? NotConstant : [PlacesIn<T>] extends [never] ? string : (values: Values<PlacesIn<T>>) => string;
/** The texts as pages use them: a string, or a function of what it takes to say it. The original decides which. */
export type Spoken<T> = T extends string ? Leaf<T> : { readonly [K in keyof T]: Spoken<T[K]> };
/** Some leaf, whatever it takes. */
export type AnyLeaf = string | ((values: never) => string);

/** Every leaf with its path: `start.facts.never` → text. */
export function flatten(texts: Texts, before = ''): [path: string, text: string][] {
  return Object.entries(texts).flatMap(([part, value]) => (typeof value === 'string' ? [[before + part, value] as [string, string]] : flatten(value, `${before}${part}.`)));
}
