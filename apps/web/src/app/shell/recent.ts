import { Injectable, signal } from '@angular/core';

export type RecentCase = { id: string; initials: string; reference: string };
const KEPT = 5;

/** Cases opened since sign-in, in memory only: a shared computer remembers nothing. */
@Injectable({ providedIn: 'root' })
export class Recent {
  private readonly opened = signal<readonly RecentCase[]>([]);
  readonly cases = this.opened.asReadonly();

  add({ id, initials, reference }: RecentCase): void {
    this.opened.update((all) => [{ id, initials, reference }, ...all.filter((one) => one.id !== id)].slice(0, KEPT));
  }

  clear(): void {
    this.opened.set([]);
  }
}
