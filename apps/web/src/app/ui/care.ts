import { Component, computed, input, output } from '@angular/core';
import type { ApiProblem } from '../api/problem';
import { byCode, say, words } from '../words/words';
import { pairWords } from '../words/pairs';
import { Icon } from './icon';
import { Notice } from './notice';

export type CareAsked = { care: { code: string; memberIds: string[]; actionId?: string }[]; mark: string };

/** The server asks before it lets something out; null: it does not. */
export function careAsked(problem: ApiProblem | null): CareAsked | null {
  return problem?.code === 'care-needed' ? (problem.params as CareAsked) : null;
}

/** By name, what would be let out to whom; the answer is a yes to exactly this. */
@Component({
  selector: 'rs-care',
  imports: [Notice, Icon],
  template: `
    <rs-notice tone="kanske" icon="flag">
      <p><b>{{ w().careTitle }}</b></p>
      <ul class="list">@for (line of lines(); track $index) {<li>{{ line }}</li>}</ul>
      <p class="acts"><button class="btn primary" type="button" [disabled]="busy()" (click)="yes.emit(asked().mark)"><svg rs-icon="check"></svg>{{ w().careYes }}</button><button class="btn" type="button" (click)="no.emit()">{{ w().careNo }}</button></p>
    </rs-notice>
  `,
})
export class CareQuestion {
  protected readonly w = words(pairWords);
  readonly asked = input.required<CareAsked>();
  readonly names = input.required<(memberIds: string[]) => string>();
  readonly busy = input(false);
  /** A row of the plan by its number and words, for a name that was found in it. */
  readonly rowOf = input<(actionId: string) => string>(() => '');
  readonly yes = output<string>();
  readonly no = output<void>();

  protected readonly lines = computed(() => {
    const w = this.w();
    return this.asked().care.map((one) => {
      const names = [...(one.memberIds.length < 2 && one.code !== 'protectedPerson' && one.code !== 'nameInText' ? [w.careChild] : []), this.names()(one.memberIds)].join(', ');
      const text = byCode(w.care, one.code);
      const row = one.actionId === undefined ? '' : this.rowOf()(one.actionId);
      return `${text === undefined ? names : say(text, { names })}${row === '' ? '' : ` ${row}`}`;
    });
  });
}
