import { Injectable } from '@angular/core';

/** Lets the button beside the draft wait until the last keystroke is saved. */
@Injectable({ providedIn: 'root' })
export class DraftKeeper {
  private flush: () => Promise<boolean> = async () => true;

  use(flush: () => Promise<boolean>): void {
    this.flush = flush;
  }
  /** False when what is written could not be saved: the page says why. */
  saved(): Promise<boolean> {
    return this.flush();
  }
}
