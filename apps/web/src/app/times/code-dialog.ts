import { Component, inject } from '@angular/core';
import { DialogRef } from '../ui/dialogs';
import { words } from '../words/words';
import { timesWords } from '../words/times';

/** Six digits to say on the phone. They are shown here and nowhere else, once, with when they end. */
@Component({
  selector: 'rs-code-dialog',
  template: `
    <div class="ask">
      <h2>{{ ref.data.title }}</h2>
      <p class="big-code">{{ spaced }}</p>
      <p>{{ w().codeText }}</p>
      <p>{{ w().codeEnds({ until: ref.data.until }) }}</p>
      <p class="acts"><button class="btn primary" type="button" (click)="ref.close()">{{ w().codeDone }}</button></p>
    </div>
  `,
})
export class CodeDialog {
  protected readonly ref = inject<DialogRef<{ title: string; code: string; until: string }>>(DialogRef);
  protected readonly w = words(timesWords);
  protected readonly spaced = this.ref.data.code.replace(/(\d{3})(?=\d)/g, '$1 ');
}
