import { Component, computed, inject } from '@angular/core';
import { DialogRef } from '../ui/dialogs';
import { shellWords } from '../words/shell';
import { uiWords } from '../words/ui';
import { words } from '../words/words';
import { Display } from './display';

@Component({
  selector: 'rs-keys-help',
  template: `
    <header class="dialog-head"><h2>{{ w().keysTitle }}</h2><button class="btn quiet" type="button" (click)="ref.close()">{{ ui().close }}</button></header>
    @if (display.letters() === 'off') {<p class="muted sm">{{ w().keys.lettersOff }}</p>}
    @for (group of groups(); track group.title) {
      <h3>{{ group.title }}</h3>
      <dl class="keys">
        @for (row of group.rows; track row.does) {
          <div><dt>@for (key of row.keys; track $index) {<kbd>{{ key }}</kbd>}</dt><dd>{{ row.does }}</dd></div>
        }
      </dl>
    }
  `,
})
export class KeysHelp {
  protected readonly ref = inject<DialogRef>(DialogRef);
  protected readonly display = inject(Display);
  protected readonly w = words(shellWords);
  protected readonly ui = words(uiWords);
  protected readonly groups = computed(() => {
    const k = this.w().keys;
    return [
      { title: k.everywhere, rows: [row(k.find, 'Ctrl', 'K'), row(k.help, '?'), row(k.goToday, 'G', 'I'), row(k.goInbox, 'G', 'M'), row(k.goCases, 'G', 'R')] },
      { title: k.inLists, rows: [row(k.updown, 'J', 'K'), row(k.open, 'Enter'), row(k.done, 'E'), row(k.undo, 'Z')] },
      { title: k.inCase, rows: [row(k.step, '1', '–', '7'), row(k.next, 'N')] },
    ];
  });
}

function row(does: string, ...keys: string[]): { does: string; keys: string[] } {
  return { does, keys };
}
