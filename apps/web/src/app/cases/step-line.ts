import { afterNextRender, Component, computed, DestroyRef, effect, ElementRef, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Step } from '@radslag/contracts';
import { Shape } from '../ui/icon';
import { When } from '../ui/when';
import { caseWords } from '../words/case';
import { words } from '../words/words';
import { STEP_PATH, wording } from './codes';

const LINE = { full: 'done', half: 'now', none: 'none' } as const;

/** The seven steps as the spine of a case: links in free order, state by shape and words. */
@Component({
  selector: 'rs-step-line',
  imports: [RouterLink, Shape],
  template: `
    <nav [attr.aria-label]="w().methodSteps">
      <ol class="method">
        @for (step of rows(); track step.key) {
          <li [class]="step.line"><a [routerLink]="['/radslag', referralId(), step.path]" [attr.aria-current]="step.key === current() ? 'step' : null">
            <svg [rs-shape]="step.shape"></svg><b>{{ step.name }}</b><span><span class="vh">{{ step.said }}</span>{{ step.detail }}</span></a></li>
        }
      </ol>
    </nav>
  `,
})
export class StepLine {
  private readonly when = inject(When);
  protected readonly w = words(caseWords);

  readonly referralId = input.required<string>();
  readonly steps = input.required<readonly Step[]>();
  readonly current = input<string>();

  protected readonly rows = computed(() => {
    const w = this.w();
    return this.steps().map((step) => {
      const detail = wording(w.detail[step.detail.code as keyof typeof w.detail], step.detail.params, this.when);
      const saysItself = step.detail.code === 'notStarted' || step.detail.code === 'done';
      return { key: step.key, shape: step.shape, line: LINE[step.shape], path: STEP_PATH[step.key], name: w.steps[step.key], detail, said: saysItself ? '' : `${w.shapes[step.shape]}, ` };
    });
  });

  constructor() {
    // On a phone the line scrolls: the step one is in should be in view, also after the phone was turned.
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const centre = () => {
      const line = host.querySelector<HTMLElement>('.method');
      const here = host.querySelector<HTMLElement>('[aria-current]');
      if (line !== null && here !== null && line.scrollWidth > line.clientWidth) line.scrollLeft = here.offsetLeft - line.offsetLeft - (line.clientWidth - here.offsetWidth) / 2;
    };
    effect(() => {
      this.current();
      this.rows();
      setTimeout(centre);
    });
    const width = new ResizeObserver(centre);
    afterNextRender(() => width.observe(host.querySelector('nav') ?? host));
    inject(DestroyRef).onDestroy(() => width.disconnect());
  }
}
