import { Component, inject, signal } from '@angular/core';
import { PAIR_MEASURES } from '@radslag/domain';
import type { PairMeasure } from '@radslag/domain';
import { ApiProblem, asProblem } from '../api/problem';
import { DialogRef } from '../ui/dialogs';
import { Control, Field } from '../ui/field';
import { ProblemNotice } from '../ui/notice';
import { words } from '../words/words';
import { pairWords } from '../words/pairs';
import type { NetworkStore } from './network-store';

/** A manager decides how two people between whom something stands can be in the same conference. */
@Component({
  selector: 'rs-pair-form',
  imports: [Field, Control, ProblemNotice],
  template: `
    <form class="ask" (submit)="save($event)">
      <h2>{{ w().decideTitle({ one: ref.data.one, two: ref.data.two }) }}</h2>
      <p>{{ w().decideLead }}</p>
      <rs-problem [problem]="problem()" />
      <fieldset class="radios"><legend>{{ w().measure }}</legend>
        @for (one of measures; track one) {<label><input type="radio" name="measure" [value]="one" [checked]="one === measure()" (change)="measure.set(one)" />{{ w().measures[one] }}</label>}
      </fieldset>
      <rs-field [label]="w().ground" [error]="problem()?.forField('ground') ?? null"><textarea rsControl rows="3" maxlength="1000" required #ground [value]="text()" (input)="text.set(ground.value)"></textarea></rs-field>
      <p class="acts"><button class="btn primary" type="submit" [disabled]="busy() || text().trim() === ''">{{ w().save }}</button><button class="btn" type="button" (click)="ref.close()">{{ w().cancel }}</button></p>
    </form>
  `,
})
export class PairForm {
  protected readonly ref = inject<DialogRef<{ store: NetworkStore; tieId: string; one: string; two: string }>>(DialogRef);
  protected readonly w = words(pairWords);
  protected readonly measures = PAIR_MEASURES;
  protected readonly measure = signal<PairMeasure>('separateRooms');
  protected readonly text = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    try {
      await this.ref.data.store.decidePair(this.ref.data.tieId, { measure: this.measure(), ground: this.text() });
      this.ref.close();
    } catch (error) {
      this.problem.set(asProblem(error));
      this.busy.set(false);
    }
  }
}
