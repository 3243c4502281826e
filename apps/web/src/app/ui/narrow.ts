import { DestroyRef, inject, Signal, signal } from '@angular/core';

/** True while the window is no wider than this: some pages are another page there, not the same one squeezed. */
export function narrow(px: number): Signal<boolean> {
  const query = matchMedia(`(max-width: ${px}px)`);
  const is = signal(query.matches);
  const listen = () => is.set(query.matches);
  query.addEventListener('change', listen);
  inject(DestroyRef).onDestroy(() => query.removeEventListener('change', listen));
  return is.asReadonly();
}
