import { afterNextRender, Component, computed, ElementRef, inject, input } from '@angular/core';
import { ApiProblem } from '../api/problem';
import { words } from '../words/words';
import { uiWords } from '../words/ui';
import { Icon, IconName } from './icon';

/** A few lines that stand out, in place. */
@Component({
  selector: 'rs-notice',
  imports: [Icon],
  host: { class: 'notice', '[class.fel]': "tone() === 'fel'", '[class.kanske]': "tone() === 'kanske'", '[attr.role]': "tone() === 'fel' ? 'alert' : null" },
  template: `@if (icon(); as name) {<svg [rs-icon]="name"></svg>}<div><ng-content /></div>`,
})
export class Notice {
  readonly tone = input<'plain' | 'fel' | 'kanske'>('plain');
  readonly icon = input<IconName>();
}

/** What went wrong and what to do: the server's own sentence, or ours when nobody answered. */
@Component({
  selector: 'rs-problem',
  imports: [Notice],
  template: `
    @if (problem(); as p) {
      <rs-notice tone="fel" icon="fail">
        <p><b>{{ text() }}</b></p>
        @for (error of p.errors; track error.path) {<p>{{ error.message }}</p>}
        @if (p.status >= 500 && p.instance) {<p class="sm">{{ w().quote({ id: p.instance }) }}</p>}
      </rs-notice>
    }
  `,
})
export class ProblemNotice {
  protected readonly w = words(uiWords);
  readonly problem = input.required<ApiProblem | null>();
  protected readonly text = computed(() => {
    const problem = this.problem();
    if (problem === null) return '';
    if (problem.offline) return problem.perhapsWritten ? this.w().noContact : this.w().noContactRead;
    if (problem.code === 'unavailable') return this.w().unavailable;
    return problem.message === problem.code ? this.w().unexpected : problem.message;
  });
}

/** Everything that stops a form, on top of it, with focus: each line leads to its field. */
@Component({
  selector: 'rs-error-summary',
  host: { class: 'notice fel summary', role: 'alert', tabindex: '-1' },
  template: `
    <div>
      <p><b>{{ title() }}</b></p>
      <ul>@for (line of lines(); track line) {<li>{{ line }}</li>}</ul>
    </div>
  `,
})
export class ErrorSummary {
  readonly title = input.required<string>();
  readonly lines = input.required<readonly string[]>();

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender(() => host.nativeElement.focus());
  }
}
