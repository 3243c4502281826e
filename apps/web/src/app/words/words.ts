import { computed, inject, Injectable, Signal, signal } from '@angular/core';
import { speak, type AnyLeaf, type Spoken, type Texts, type Written } from '@radslag/messages';

export type { AnyLeaf, Texts, Written };
export type Language = 'sv' | 'en';
export type Catalogue<T extends Texts> = { readonly sv: T; readonly en: Written<T> };
/** What `words(catalogue)` gives: texts, and functions of the values that a text takes. */
export type WordsOf<C> = C extends Catalogue<infer T> ? Spoken<T> : never;

/** Texts are ICU messages. Swedish decides which there are and what they take; English must have every one of them, or it does not compile. */
export function catalogue<const T extends Texts>(texts: { sv: T; en: Written<NoInfer<T>> }): Catalogue<T> {
  return texts;
}

const SPOKEN = new WeakMap<object, Map<Language, unknown>>();

/** The words of a catalogue in a language, made once: messages are parsed when they are first said. */
export function spoken<T extends Texts>(texts: Catalogue<T>, language: Language): Spoken<T> {
  const languages = SPOKEN.get(texts) ?? new Map<Language, unknown>();
  SPOKEN.set(texts, languages);
  if (!languages.has(language)) languages.set(language, speak(texts.sv, { locale: language }, [{ texts: texts[language] }]));
  return languages.get(language) as Spoken<T>;
}

@Injectable({ providedIn: 'root' })
export class Words {
  readonly language = signal<Language>('sv');

  of<T extends Texts>(texts: Catalogue<T>): Signal<Spoken<T>> {
    return computed(() => spoken(texts, this.language()));
  }

  use(language: string): void {
    const known: Language = language === 'en' ? 'en' : 'sv';
    this.language.set(known);
    document.documentElement.lang = known;
  }
}

/** `protected readonly w = words(todayWords)`, then `{{ w().title }}` and `{{ w().daysLate({ n: 2 }) }}`. In an injection context. */
export function words<T extends Texts>(texts: Catalogue<T>): Signal<Spoken<T>> {
  return inject(Words).of(texts);
}

/** A text by a code from the server; an unknown code is shown as nothing rather than as a code. */
export function byCode<T>(texts: Readonly<Record<string, T>>, code: string): T | undefined {
  return Object.hasOwn(texts, code) ? texts[code] : undefined;
}

type Taken<L> = (L extends (values: infer V) => string ? (values: V) => void : never) extends (values: infer All) => void ? All : object;

/** One of several texts, whichever it is, with what any of them takes. */
export function say<L extends AnyLeaf>(text: L, values: Taken<L>): string {
  return typeof text === 'string' ? text : (text as (values: Taken<L>) => string)(values);
}
