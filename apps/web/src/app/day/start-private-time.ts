import { Component, computed, inject, signal } from '@angular/core';
import type { InPrivateTime } from '@radslag/domain';
import { ApiProblem, asProblem } from '../api/problem';
import { DialogRef } from '../ui/dialogs';
import { Notice, ProblemNotice } from '../ui/notice';
import { words } from '../words/words';
import { dayWords } from '../words/day';
import type { DayStore } from './day-store';

/** Before the family is by itself: has everybody from outside gone? Each professional who is ticked off as here is asked about. */
@Component({
  selector: 'rs-start-private-time',
  imports: [Notice, ProblemNotice],
  template: `
    <form class="ask" (submit)="begin($event)">
      <h2>{{ w().confirmPrivate }}</h2>
      <p>{{ w().confirmPrivateText }}</p>
      @if (people().length > 0) {
        <p>{{ w().stillHere }}</p>
        @for (one of people(); track one.id) {
          <fieldset class="radios">
            <legend>{{ one.name }}</legend>
            @for (is of choices; track is) {
              <label><input type="radio" [name]="'is-' + one.id" [value]="is" [checked]="said()[one.id] === is" (change)="say(one.id, is)" />{{ w().inPrivateTime[is] }}</label>
            }
          </fieldset>
        }
      }
      @if (missing()) {<rs-notice tone="fel" icon="fail"><p>{{ w().stillHereMissing }}</p></rs-notice>}
      <rs-problem [problem]="problem()" />
      <p class="acts"><button class="btn primary" type="submit" [disabled]="busy()">{{ people().length > 0 ? w().confirmPrivateBegin : w().confirmPrivateYes }}</button><button class="btn" type="button" (click)="ref.close(false)">{{ w().notYetButton }}</button></p>
    </form>
  `,
})
export class StartPrivateTime {
  protected readonly ref = inject<DialogRef<DayStore, boolean>>(DialogRef);
  protected readonly w = words(dayWords);
  protected readonly choices: readonly InPrivateTime[] = ['left', 'stays'];
  protected readonly said = signal<Readonly<Record<string, InPrivateTime>>>({});
  protected readonly missing = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly people = computed(() =>
    this.ref.data.professionalsHere().map((one) => ({ id: one.memberId, name: [one.protected ? this.w().protectedPerson : one.shortName, one.relation].filter((part) => part !== '').join(', ') })),
  );

  protected say(id: string, is: InPrivateTime): void {
    this.said.update((said) => ({ ...said, [id]: is }));
    this.missing.set(false);
  }

  protected async begin(event: Event): Promise<void> {
    event.preventDefault();
    const said = this.said();
    const answers = this.people().flatMap(({ id }) => (said[id] === undefined ? [] : [{ memberId: id, is: said[id] }]));
    this.missing.set(answers.length < this.people().length);
    if (this.missing()) return;
    this.busy.set(true);
    try {
      await this.ref.data.startPrivateTime(answers);
      this.ref.close(true);
    } catch (error) {
      this.problem.set(asProblem(error));
      this.busy.set(false);
    }
  }
}
