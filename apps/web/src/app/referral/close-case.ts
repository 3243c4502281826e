import { Component, computed, inject, signal } from '@angular/core';
import { Api, Body } from '../api/api';
import { ApiProblem, asProblem } from '../api/problem';
import { CaseStore } from '../cases/case-store';
import { Control, Field } from '../ui/field';
import { ProblemNotice } from '../ui/notice';
import { referralWords } from '../words/referral';
import { words } from '../words/words';

type Reason = Body<'closeReferral'>['reason'];
const REASONS: readonly Reason[] = ['planFulfilled', 'planWithoutMeeting', 'withdrew', 'newInvestigation', 'moved', 'networkDissolved', 'safety'];

/** Closing cannot be undone: it says what it does, and asks why. */
@Component({
  selector: 'rs-close-case',
  imports: [Field, Control, ProblemNotice],
  template: `
    @if (open()) {
      <form class="fields gap" novalidate (submit)="close($event)">
        <p class="sm">{{ w().panel.closeWhy }}</p>
        <rs-problem [problem]="problem()" />
        <rs-field [label]="w().panel.closeReason">
          <select rsControl (change)="choose($event)">@for (one of reasons(); track one.value) {<option [value]="one.value" [selected]="one.value === reason()">{{ one.label }}</option>}</select>
        </rs-field>
        <div class="buttons"><button class="btn danger" type="submit" [attr.aria-disabled]="busy()">{{ w().panel.closeNow }}</button><button class="btn quiet" type="button" (click)="open.set(false)">{{ w().panel.cancel }}</button></div>
      </form>
    } @else {<button class="link sm" type="button" (click)="open.set(true)">{{ w().panel.close }}</button>}
  `,
})
export class CloseCase {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  protected readonly w = words(referralWords);

  protected readonly open = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly reason = signal<Reason>('planFulfilled');
  protected readonly reasons = computed(() => REASONS.map((value) => ({ value, label: this.w().closeReasons[value] })));

  protected choose(event: Event): void {
    this.reason.set((event.target as HTMLSelectElement).value as Reason);
  }

  protected async close(event: Event): Promise<void> {
    event.preventDefault();
    const view = this.store.view();
    if (view === undefined || this.busy()) return;
    this.busy.set(true);
    try {
      this.store.set(await this.api.call('closeReferral', { params: { referralId: view.id }, body: { version: view.version, reason: this.reason() } }));
      this.open.set(false);
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
