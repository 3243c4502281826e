import { Component, computed, inject, input } from '@angular/core';
import { words } from '../words/words';
import { uiWords } from '../words/ui';
import { Icon } from './icon';
import { When } from './when';

/** Where a page's own writing stands. */
export type SaveState = { kind: 'idle' } | { kind: 'saving' } | { kind: 'saved'; at: Date } | { kind: 'unsaved' } | { kind: 'offline' } | { kind: 'locked'; why: string };

/** One span of the line at the foot: "Sparat 14.32". Put it first inside `rsFoot`, or in a page's own `.saveline`. */
@Component({
  selector: 'rs-save-state',
  imports: [Icon],
  host: { role: 'status', '[class.ok]': "state().kind === 'saved' || state().kind === 'idle'", '[class.attention]': "state().kind === 'offline' || state().kind === 'unsaved'" },
  template: `<svg [rs-icon]="icon()" class="i-s"></svg><span>{{ text() }}</span>`,
})
export class SaveStateLine {
  private readonly when = inject(When);
  private readonly w = words(uiWords);
  readonly state = input.required<SaveState>();

  protected readonly icon = computed(() => {
    const kind = this.state().kind;
    return kind === 'locked' ? 'lock' : kind === 'saving' ? 'clock' : kind === 'offline' || kind === 'unsaved' ? 'fail' : 'check';
  });
  protected readonly text = computed(() => {
    const state = this.state();
    const w = this.w();
    switch (state.kind) {
      case 'idle':
        return w.allSaved;
      case 'saving':
        return w.saving;
      case 'saved':
        return w.saved({ at: this.when.clock(state.at) });
      case 'unsaved':
        return w.unsaved;
      case 'offline':
        return w.offline;
      case 'locked':
        return state.why;
    }
  });
}
