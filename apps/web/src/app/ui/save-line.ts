import { Component, computed, inject, input } from '@angular/core';
import { Api } from '../api/api';
import { words } from '../words/words';
import { uiWords } from '../words/ui';
import { Icon } from './icon';
import { When } from './when';

/** Where a page's own writing stands. */
export type SaveState = { kind: 'idle' } | { kind: 'saving' } | { kind: 'saved'; at: Date } | { kind: 'unsaved' } | { kind: 'offline' } | { kind: 'locked'; why: string };

/** What the line says: `nothing` was written here yet, and `noContact` is known before anybody writes. */
export type SaveSentence = 'nothing' | 'noContact' | 'saving' | 'saved' | 'unsaved' | 'offline' | 'locked';

/** Nothing is called saved that was not: a page on which nobody has written has saved nothing, and without contact it would not. */
export function saveSentence(state: SaveState, online: boolean): SaveSentence {
  return state.kind === 'idle' ? (online ? 'nothing' : 'noContact') : state.kind;
}

/** One span of the line at the foot: "Sparat 14.32". Put it first inside `rsFoot`, or in a page's own `.saveline`. */
@Component({
  selector: 'rs-save-state',
  imports: [Icon],
  host: { role: 'status', '[class.ok]': "says() === 'saved'", '[class.attention]': "says() === 'offline' || says() === 'unsaved' || says() === 'noContact'" },
  template: `<svg [rs-icon]="icon()" class="i-s"></svg><span>{{ text() }}</span>`,
})
export class SaveStateLine {
  private readonly when = inject(When);
  private readonly w = words(uiWords);
  readonly state = input.required<SaveState>();

  private readonly api = inject(Api);
  protected readonly says = computed(() => saveSentence(this.state(), this.api.online()));

  protected readonly icon = computed(() => {
    const says = this.says();
    return says === 'locked' ? 'lock' : says === 'saving' ? 'clock' : says === 'nothing' ? 'dash' : says === 'saved' ? 'check' : 'fail';
  });
  protected readonly text = computed(() => {
    const state = this.state();
    const w = this.w();
    if (this.says() === 'noContact') return w.noContactYet;
    switch (state.kind) {
      case 'idle':
        return w.nothingToSave;
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
