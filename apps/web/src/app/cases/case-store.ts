import { computed, inject, Injectable, signal } from '@angular/core';
import type { CaseView } from '@radslag/contracts';
import { Api } from '../api/api';
import { live } from '../api/live';

/** The case that is open. Provided by the frame, so every step below can inject it; reads again when the case changes. */
@Injectable()
export class CaseStore {
  private readonly api = inject(Api);

  readonly referralId = signal('');
  private readonly read = live(
    () => (this.referralId() === '' ? null : this.api.call('readCase', { params: { referralId: this.referralId() } })),
    (change) => change.referralId === this.referralId(),
  );
  /** Undefined until the first answer. */
  readonly view = this.read.value;
  readonly problem = this.read.problem;
  readonly slow = this.read.slow;
  readonly conferenceId = computed(() => this.view()?.conferenceId ?? null);
  readonly initials = computed(() => this.view()?.initials ?? '');

  reload(): Promise<void> {
    return this.read.reload();
  }

  /** What a write answered with. */
  set(view: CaseView): void {
    if (view.id === this.referralId()) this.read.set(view);
  }

  may(event: string): boolean {
    return this.view()?.allowed.includes(event) ?? false;
  }
}
