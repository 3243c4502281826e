import { DestroyRef, effect, inject } from '@angular/core';

/** Title of the browser tab. Initials and number, never a name: screens are shared and tabs are seen. */
export function pageTitle(title: () => string): void {
  effect(() => {
    const text = title();
    document.title = text === '' ? 'Rådslag' : `${text} – Rådslag`;
  });
  inject(DestroyRef).onDestroy(() => (document.title = 'Rådslag'));
}
