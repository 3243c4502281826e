import { Component, computed, inject, signal } from '@angular/core';
import { CONSENT_FORMS, CONSENT_PURPOSES } from '@radslag/domain';
import type { Member } from '@radslag/contracts';
import { ApiProblem, asProblem } from '../api/problem';
import { DateField } from '../ui/date-field';
import { DialogRef } from '../ui/dialogs';
import { Control, Field } from '../ui/field';
import { ProblemNotice } from '../ui/notice';
import { When } from '../ui/when';
import { words } from '../words/words';
import { networkWords } from '../words/network';
import type { ConsentDraft, NetworkStore } from './network-store';

/** A consent is a person, a purpose, a form and a date: never a tick in a box. */
@Component({
  selector: 'rs-consent-form',
  imports: [Field, Control, ProblemNotice, DateField],
  template: `
    <form class="ask" (submit)="save($event)">
      <h2>{{ w().recordTitle({ name }) }}</h2>
      <rs-problem [problem]="general()" />
      <rs-field [label]="w().purpose">
        <select rsControl #purpose (change)="put({ purpose: $any(purpose.value) })">
          @for (one of purposes; track one) {<option [value]="one" [selected]="one === draft().purpose">{{ w().purposes[one] }}</option>}
        </select>
      </rs-field>
      <fieldset class="radios row"><legend>{{ w().form }}</legend>
        @for (one of forms; track one) {<label><input type="radio" name="form" [value]="one" [checked]="one === draft().form" (change)="put({ form: one })" />{{ w().forms[one] }}</label>}
      </fieldset>
      <rs-field [label]="w().givenOn" [error]="at('givenOn')"><rs-date-field [required]="true" [value]="draft().givenOn" [max]="today" (valueChange)="put({ givenOn: $event })" /></rs-field>
      <rs-field [label]="w().validTo" [error]="at('validUntil')"><rs-date-field [value]="draft().validUntil ?? ''" (valueChange)="put({ validUntil: $event || null })" /></rs-field>
      <p class="acts"><button class="btn primary" type="submit" [disabled]="busy()">{{ w().save }}</button><button class="btn" type="button" (click)="ref.close()">{{ w().cancel }}</button></p>
    </form>
  `,
})
export class ConsentForm {
  protected readonly ref = inject<DialogRef<{ store: NetworkStore; member: Member }>>(DialogRef);
  protected readonly w = words(networkWords);
  protected readonly purposes = [...CONSENT_PURPOSES].sort((a, b) => Number(b === 'contact') - Number(a === 'contact'));
  protected readonly forms = CONSENT_FORMS;
  protected readonly name = this.ref.data.store.memberName(this.ref.data.member);
  protected readonly today = inject(When).today();
  protected readonly draft = signal<ConsentDraft>({ purpose: 'contact', form: 'oral', givenOn: this.today, validUntil: null });
  protected readonly busy = signal(false);
  private readonly problem = signal<ApiProblem | null>(null);
  protected readonly general = computed(() => (this.problem() !== null && this.at('givenOn') === null && this.at('validUntil') === null ? this.problem() : null));

  protected put(change: Partial<ConsentDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }
  protected at(field: 'givenOn' | 'validUntil'): string | null {
    const problem = this.problem();
    if (problem === null) return null;
    const own = problem.code === 'date-in-future' ? 'givenOn' : problem.code === 'date-in-past' ? 'validUntil' : null;
    return problem.forField(field) ?? (own === field ? problem.message : null);
  }
  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    try {
      await this.ref.data.store.recordConsent(this.ref.data.member, this.draft());
      this.ref.close();
    } catch (error) {
      this.problem.set(asProblem(error));
      this.busy.set(false);
    }
  }
}
