import { computed, inject, Injectable, Signal, signal } from '@angular/core';

export type Language = 'sv' | 'en';
export type Catalogue<T> = Readonly<Record<Language, T>>;

/** Swedish decides which words there are; English must have every one of them, or it does not compile. */
export function catalogue<T>(texts: { sv: T; en: NoInfer<T> }): Catalogue<T> {
  return texts;
}

@Injectable({ providedIn: 'root' })
export class Words {
  readonly language = signal<Language>('sv');

  of<T>(texts: Catalogue<T>): Signal<T> {
    return computed(() => texts[this.language()]);
  }

  use(language: string): void {
    const known: Language = language === 'en' ? 'en' : 'sv';
    this.language.set(known);
    document.documentElement.lang = known;
  }
}

/** `protected readonly w = words(todayWords)`, then `{{ w().title }}`. In an injection context. */
export function words<T>(texts: Catalogue<T>): Signal<T> {
  return inject(Words).of(texts);
}

/** A text by a code from the server; an unknown code is shown as nothing rather than as a code. */
export function byCode<T>(texts: Readonly<Record<string, T>>, code: string): T | undefined {
  return Object.hasOwn(texts, code) ? texts[code] : undefined;
}
