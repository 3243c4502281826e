import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../ui/dialogs';
import { shellWords } from '../words/shell';
import { words } from '../words/words';

/** Opens the search of Ctrl K, from wherever there is a button for it. */
@Injectable({ providedIn: 'root' })
export class FindOpener {
  private readonly dialogs = inject(Dialogs);
  private readonly w = words(shellWords);

  async open(): Promise<void> {
    const { FindCase } = await import('./find-case');
    await this.dialogs.open(FindCase, null, { label: this.w().findTitle, kind: 'top' });
  }
}
