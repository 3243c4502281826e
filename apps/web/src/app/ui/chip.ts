import { Component, input } from '@angular/core';
import { Icon, IconName } from './icon';

export type Tone = 'ja' | 'kanske' | 'nej' | 'vantar' | 'fel' | 'plain';

/** State as icon and word; never a button, never colour alone. */
@Component({
  selector: 'rs-chip',
  imports: [Icon],
  host: { '[class]': "'chip ' + tone()" },
  template: `@if (icon(); as name) {<svg [rs-icon]="name"></svg>}<ng-content />`,
})
export class Chip {
  readonly tone = input<Tone>('nej');
  readonly icon = input<IconName>();
}
