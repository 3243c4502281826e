import { Component, computed, input } from '@angular/core';
import { Icon, IconName } from '../ui/icon';
import type { EventShape } from './lanes';

const SHAPES: Partial<Record<EventShape | 'answered', 'none' | 'half' | 'full'>> = { planned: 'none', sent: 'half', delivered: 'full' };
const ICONS: Partial<Record<EventShape | 'answered', IconName>> = { stopped: 'skip', failed: 'fail', letter: 'letter', call: 'phone', answered: 'reply' };

/** The shape of one event: fill means done, and what is not a message has a sign of its own. */
@Component({
  selector: 'rs-event-mark',
  imports: [Icon],
  host: { '[class]': "'mark-of ' + shape()", 'aria-hidden': 'true' },
  template: `
    @if (fill(); as name) {<svg [class]="'shape ' + name"><use [attr.href]="'#s-' + name" /></svg>}
    @if (icon(); as name) {<svg [rs-icon]="name"></svg>}
  `,
})
export class EventMark {
  readonly shape = input.required<EventShape | 'answered'>();
  protected readonly fill = computed(() => SHAPES[this.shape()]);
  protected readonly icon = computed(() => ICONS[this.shape()]);
}
