import { Component, input } from '@angular/core';
import type { Tie } from '@radslag/domain';
import { Icon } from '../ui/icon';

/** A short piece of the line that a relation is drawn with; beside its word. */
@Component({
  selector: 'rs-tie-sample',
  imports: [Icon],
  host: { class: 'tie-sample', 'aria-hidden': 'true' },
  template: `
    @switch (kind()) {
      @case ('keptApart') {<svg rs-icon="apart" class="i-s"></svg>}
      @case ('strained') {<svg width="34" height="16" viewBox="0 0 34 16"><path class="spand" d="M1 8 4.5 4 11 12 18 4 25 12 29.5 4 33 8" /></svg>}
      @case ('weak') {<svg width="34" height="16" viewBox="0 0 34 16"><line class="svag" x1="2" y1="8" x2="33" y2="8" /></svg>}
      @case ('contactBan') {<svg width="34" height="16" viewBox="0 0 34 16"><line class="forbud" x1="1" y1="8" x2="33" y2="8" /><path class="forbud" d="M14 2v12M20 2v12" /></svg>}
      @default {<svg width="34" height="16" viewBox="0 0 34 16"><line class="stod" x1="1" y1="8" x2="33" y2="8" /></svg>}
    }
  `,
})
export class TieSample {
  readonly kind = input.required<Tie>();
}
