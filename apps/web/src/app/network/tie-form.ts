import { Component, computed, inject, signal } from '@angular/core';
import { TIES } from '@radslag/domain';
import type { Tie } from '@radslag/domain';
import type { Member } from '@radslag/contracts';
import { ApiProblem, asProblem } from '../api/problem';
import { DateField } from '../ui/date-field';
import { DialogRef } from '../ui/dialogs';
import { Control, Field } from '../ui/field';
import { ProblemNotice } from '../ui/notice';
import { words } from '../words/words';
import { networkWords } from '../words/network';
import { pairWords } from '../words/pairs';
import type { NetworkStore } from './network-store';
import { TieSample } from './tie-sample';

const CHILD = '';

@Component({
  selector: 'rs-tie-form',
  imports: [Field, Control, ProblemNotice, TieSample, DateField],
  template: `
    <form class="ask" (submit)="save($event)">
      <h2>{{ w().relationTitle({ name }) }}</h2>
      <rs-problem [problem]="problem()" />
      <rs-field [label]="w().relationTo">
        <select rsControl #other (change)="to.set(other.value)">
          @for (one of others(); track one.id) {<option [value]="one.id" [selected]="one.id === to()">{{ one.text }}</option>}
        </select>
      </rs-field>
      <fieldset class="radios"><legend>{{ w().relationKind }}</legend>
        @for (one of kinds; track one) {<label><input type="radio" name="kind" [value]="one" [checked]="one === kind()" (change)="kind.set(one)" /><rs-tie-sample [kind]="one" />{{ w().ties[one] }}</label>}
      </fieldset>
      @if (kind() === 'contactBan' && to() !== child) {
        <fieldset class="radios"><legend>{{ p().bindsWhom }}</legend>
          @for (one of ends(); track one.id) {<label><input type="radio" name="bound" [value]="one.id" [checked]="one.id === bound()" (change)="bound.set(one.id)" />{{ one.text }}</label>}
          <label><input type="radio" name="bound" value="" [checked]="bound() === ''" (change)="bound.set('')" />{{ p().bindsUnknown }}</label>
        </fieldset>
      }
      @if (kind() === 'contactBan' || kind() === 'keptApart') {
        <rs-field [label]="w().relationUntil"><rs-date-field [value]="until()" (valueChange)="until.set($event)" /></rs-field>
      }
      <p class="acts"><button class="btn primary" type="submit" [disabled]="busy()">{{ w().save }}</button><button class="btn" type="button" (click)="ref.close()">{{ w().cancel }}</button></p>
    </form>
  `,
})
export class TieForm {
  protected readonly ref = inject<DialogRef<{ store: NetworkStore; member: Member }>>(DialogRef);
  protected readonly w = words(networkWords);
  protected readonly p = words(pairWords);
  private readonly store = this.ref.data.store;
  private readonly member = this.ref.data.member;
  protected readonly name = this.store.memberName(this.member);
  protected readonly kinds = TIES;
  protected readonly kind = signal<Tie>('supports');
  protected readonly to = signal(CHILD);
  protected readonly until = signal('');
  protected readonly bound = signal('');
  protected readonly child = CHILD;
  protected readonly ends = computed(() => [{ id: this.member.id, text: this.name }, ...this.others().filter((one) => one.id === this.to())]);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly others = computed(() => [
    { id: CHILD, text: this.store.childName() },
    ...this.store.people().filter((one) => one.id !== this.member.id).map((one) => ({ id: one.id, text: `${this.store.memberName(one)}, ${one.relation}` })),
  ]);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    const until = this.until() === '' ? null : this.until();
    const between = this.to() === CHILD ? { fromMemberId: null, toMemberId: this.member.id } : { fromMemberId: this.member.id, toMemberId: this.to() };
    const binds = this.kind() === 'contactBan' && this.to() !== CHILD && this.ends().some((one) => one.id === this.bound());
    try {
      await this.store.addTie({ ...between, kind: this.kind(), until, boundMemberId: binds ? this.bound() : null });
      this.ref.close();
    } catch (error) {
      this.problem.set(asProblem(error));
      this.busy.set(false);
    }
  }
}
