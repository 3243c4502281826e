import { Component, computed, input } from '@angular/core';
import type { CaseSummary } from '@radslag/contracts';
import { Shape } from '../ui/icon';
import { caseWords } from '../words/case';
import { words } from '../words/words';

/** Seven dots count the steps; the words beside them say where. */
@Component({
  selector: 'rs-dots',
  imports: [Shape],
  host: { class: 'contents' },
  template: `<span class="dots" aria-hidden="true">@for (step of of().steps; track step.key) {<svg [rs-shape]="step.shape"></svg>}</span><span class="vh">{{ w().stepOf({ n: at() }) }}</span>`,
})
export class Dots {
  protected readonly w = words(caseWords);
  readonly of = input.required<CaseSummary>();
  protected readonly at = computed(() => this.of().steps.findIndex((step) => step.key === this.of().currentStep) + 1);
}
