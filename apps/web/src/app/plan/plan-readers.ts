import { Component, computed, inject, signal } from '@angular/core';
import type { PlanView } from '@radslag/contracts';
import type { PlanScope } from '@radslag/domain';
import { Ask, Question } from '../ui/ask';
import { Dialogs } from '../ui/dialogs';
import { keepFocusNear } from '../ui/focus';
import { Icon } from '../ui/icon';
import { When } from '../ui/when';
import { words } from '../words/words';
import { readerWords } from '../words/readers';
import { PlanStore } from './plan-store';

type Reader = PlanView['readers'][number];

/** Who reads the plan: those who were there, and others that somebody chooses, one by one. */
@Component({
  selector: 'rs-plan-readers',
  imports: [Icon],
  host: { class: 'plan-readers' },
  template: `
    <h3 id="lasare">{{ w().title }}</h3>
    <p class="muted sm">{{ store.decided() ? w().lead : w().leadBefore }}</p>
    @if (has().length > 0) {
      <ul class="list sm" aria-labelledby="lasare">
        @for (one of has(); track one.id) {
          <li [id]="'lasare-' + one.id"><svg rs-icon="check" class="i-s ok"></svg><span><b>{{ one.name }}</b>&ngsp;<span class="muted">{{ one.about }}</span></span>
            @if (store.writes() && store.decided()) {<span class="end"><button class="btn quiet" type="button" [attr.aria-label]="w().otherScopeOf({ name: one.name })" [disabled]="busy()" (click)="give(one.id, one.other)">{{ w().change[one.other] }}</button><button class="btn quiet" type="button" aria-haspopup="dialog" [attr.aria-label]="w().withdrawOf({ name: one.name })" (click)="withdraw(one)">{{ w().withdraw }}</button></span>}</li>
        }
      </ul>
    }
    @if (store.decided() && could().length > 0) {
      <h4>{{ w().others }}</h4>
      <ul class="list sm">
        @for (one of could(); track one.id) {
          <li [id]="'lasare-' + one.id"><svg rs-icon="dash" class="i-s"></svg><span><b>{{ one.name }}</b>&ngsp;<span class="muted">{{ one.about }}</span></span>
            @if (store.writes() && store.decided()) {<span class="end"><button class="btn" type="button" [attr.aria-label]="w().giveOf({ name: one.name })" [disabled]="busy()" (click)="give(one.id, 'all')">{{ w().give }}</button>@if (one.hasPart) {<button class="btn quiet" type="button" [attr.aria-label]="w().giveOwnOf({ name: one.name })" [disabled]="busy()" (click)="give(one.id, 'own')">{{ w().giveOwn }}</button>}</span>}</li>
        }
      </ul>
    }
    @if (never().length > 0) {
      <h4>{{ w().never }}</h4>
      <ul class="list sm">@for (one of never(); track one.id) {<li><svg rs-icon="skip" class="i-s"></svg><span><b>{{ one.name }}</b>&ngsp;<span class="muted">{{ one.about }}</span></span></li>}</ul>
    }
  `,
})
export class PlanReaders {
  private readonly dialogs = inject(Dialogs);
  private readonly when = inject(When);
  protected readonly w = words(readerWords);
  protected readonly store = inject(PlanStore);
  protected readonly busy = signal(false);

  private readonly readers = computed(() => this.store.view()?.readers ?? []);
  protected readonly has = computed(() => {
    const w = this.w();
    return this.readers().flatMap((one) => {
      if (one.release === null) return [];
      const { scope, how, at, by } = one.release;
      const date = this.when.short(this.when.dateOf(at));
      return [{ ...this.named(one), other: (scope === 'all' ? 'own' : 'all') as PlanScope, about: [w.scopes[scope], how === 'chosen' && by !== null ? w.chosenBy({ by, date }) : w.how[how], ...(one.hasLink || one.protected ? [] : [w.onPaper]), ...(one.protected ? [w.protectedPaper] : [])].join('. ') }];
    });
  });
  protected readonly could = computed(() => this.readers().filter((one) => one.release === null && one.refusal === null).map((one) => ({
    ...this.named(one), hasPart: one.hasPart, about: [one.came ? this.w().came : this.w().notThere, ...(one.hasPart ? [this.w().hasPart] : [])].join('. '),
  })));
  protected readonly never = computed(() => this.readers().filter((one) => one.release === null && one.refusal !== null).map((one) => ({ ...this.named(one), about: this.w().refusals[one.refusal!] })));

  protected async give(memberId: string, scope: PlanScope): Promise<void> {
    this.busy.set(true);
    await this.store.release(memberId, scope, null);
    this.busy.set(false);
    keepFocusNear(`#lasare-${memberId}`, '.care-asked');
  }
  protected withdraw(one: { id: string; name: string }): void {
    const w = this.w();
    const question: Question = { title: w.withdrawTitle({ name: one.name }), effect: w.withdrawEffect, yes: w.withdraw, no: w.cancel, act: async () => void (await this.store.withdraw(one.id)) };
    void this.dialogs.open<Question, boolean>(Ask, question, { label: question.title }).then(() => keepFocusNear(`#lasare-${one.id}`));
  }

  private named(one: Reader): { id: string; name: string } {
    return { id: one.memberId, name: one.protected || one.relation === one.shortName ? one.shortName : `${one.shortName}, ${one.relation}` };
  }
}
