import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { CaseSummary } from '@radslag/contracts';
import { Api } from '../api/api';
import { live } from '../api/live';
import { matches } from '../cases/matches';
import { caseWords } from '../words/case';
import { DialogRef } from '../ui/dialogs';
import { Icon } from '../ui/icon';
import { shellWords } from '../words/shell';
import { words } from '../words/words';

/** Ctrl K: a case by number or initials. A list of options under a field, walked with the arrows. */
@Component({
  selector: 'rs-find-case',
  imports: [Icon],
  host: { '(keydown)': 'key($event)' },
  template: `
    <h2 class="vh">{{ w().findTitle }}</h2>
    <div class="finder">
      <svg rs-icon="find"></svg>
      <input type="text" role="combobox" autofocus autocomplete="off" spellcheck="false" aria-expanded="true" aria-controls="found" maxlength="40"
        [attr.aria-label]="w().findTitle" [attr.aria-activedescendant]="active() ? 'found-' + active()!.id : null" [value]="text()" (input)="type($event)" />
    </div>
    <p class="muted sm finder-hint" role="status">{{ hint() }}</p>
    <ul class="found" role="listbox" id="found" [attr.aria-label]="w().cases">
      @for (one of found(); track one.id) {
        <li role="option" [id]="'found-' + one.id" [attr.aria-selected]="one.id === active()?.id" (click)="open(one)">
          <b>{{ one.initials }}</b> <span>{{ one.reference }}</span> <span class="muted end">{{ c().steps[one.currentStep] }}</span>
        </li>
      }
    </ul>
  `,
})
export class FindCase {
  private readonly ref = inject<DialogRef>(DialogRef);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly w = words(shellWords);
  protected readonly c = words(caseWords);

  protected readonly text = signal('');
  private readonly at = signal(0);
  private readonly mine = live(() => this.api.call('listCases', { query: { scope: 'mine', limit: 100 } }));
  protected readonly found = computed<CaseSummary[]>(() => (this.mine.value()?.cases ?? []).filter((one) => matches(one, this.text())).slice(0, 8));
  protected readonly hint = computed(() => (this.text() === '' ? this.w().findHint : this.found().length === 0 ? this.w().findNothing({ text: this.text() }) : this.w().findMany({ n: this.found().length })));
  protected readonly active = computed(() => this.found()[Math.min(this.at(), this.found().length - 1)]);

  protected type(event: Event): void {
    this.text.set((event.target as HTMLInputElement).value);
    this.at.set(0);
  }

  protected key(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const count = this.found().length;
      if (count > 0) this.at.update((at) => (Math.min(at, count - 1) + step + count) % count);
    }
    const active = this.active();
    if (event.key === 'Enter' && active !== undefined) this.open(active);
  }

  protected open(one: CaseSummary): void {
    this.ref.close();
    void this.router.navigate(['/radslag', one.id]);
  }
}
