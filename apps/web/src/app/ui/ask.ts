import { Component, inject, signal } from '@angular/core';
import { ApiProblem, asProblem } from '../api/problem';
import { DialogRef } from './dialogs';
import { ProblemNotice } from './notice';

export type Question = {
  title: string;
  /** The effect, before the button. */
  effect: string;
  /** More of it, a line each. */
  lines?: readonly string[];
  yes: string;
  no: string;
  /** A reason to choose, when one is needed. */
  choose?: { label: string; choices: readonly { value: string; label: string }[] };
  /** Does it; a refusal is shown in the dialog, which stays. */
  act: (choice: string) => Promise<void>;
};

/** Asked only before what cannot be undone; the answer says what happens. */
@Component({
  selector: 'rs-ask',
  imports: [ProblemNotice],
  template: `
    <form class="ask" (submit)="answer($event)">
      <h2>{{ question.title }}</h2>
      <p>{{ question.effect }}</p>
      @for (line of question.lines ?? []; track line) {<p class="sm muted">{{ line }}</p>}
      @if (question.choose; as choose) {
        <fieldset class="radios">
          <legend>{{ choose.label }}</legend>
          @for (choice of choose.choices; track choice.value) {
            <label><input type="radio" name="choice" [value]="choice.value" [checked]="choice.value === chosen()" (change)="chosen.set(choice.value)" />{{ choice.label }}</label>
          }
        </fieldset>
      }
      <rs-problem [problem]="problem()" />
      <p class="acts"><button class="btn primary" type="submit" [disabled]="busy()">{{ question.yes }}</button><button class="btn" type="button" (click)="ref.close(false)">{{ question.no }}</button></p>
    </form>
  `,
})
export class Ask {
  protected readonly ref = inject<DialogRef<Question, boolean>>(DialogRef);
  protected readonly question = this.ref.data;
  protected readonly chosen = signal(this.question.choose?.choices[0]?.value ?? '');
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  protected async answer(event: Event): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    try {
      await this.question.act(this.chosen());
      this.ref.close(true);
    } catch (error) {
      this.problem.set(asProblem(error));
      this.busy.set(false);
    }
  }
}
