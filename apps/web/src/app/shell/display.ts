import { effect, Injectable, signal } from '@angular/core';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';

/** How this person wants the screens on this computer: nothing about any case is kept here. */
@Injectable({ providedIn: 'root' })
export class Display {
  readonly theme = signal<Theme>(remembered('theme', ['system', 'light', 'dark']));
  readonly density = signal<Density>(remembered('density', ['comfortable', 'compact']));
  /** Single letters as shortcuts; some speech input types letters by mistake (WCAG 2.1.4). */
  readonly letters = signal<'on' | 'off'>(remembered('letters', ['on', 'off']));

  constructor() {
    const root = document.documentElement;
    effect(() => {
      const theme = this.theme();
      if (theme === 'system') delete root.dataset['theme'];
      else root.dataset['theme'] = theme;
      root.dataset['density'] = this.density();
      remember('theme', theme);
      remember('density', this.density());
      remember('letters', this.letters());
    });
  }
}

function remembered<T extends string>(key: string, allowed: readonly [T, ...T[]]): T {
  try {
    const kept = localStorage.getItem(`radslag.${key}`);
    return allowed.find((one) => one === kept) ?? allowed[0];
  } catch {
    return allowed[0];
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`radslag.${key}`, value);
  } catch {
    // Storage turned off: the choice lasts for this window.
  }
}
