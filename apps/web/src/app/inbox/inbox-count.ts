import { Injectable, signal } from '@angular/core';

/** How many replies wait, as the inbox or the front page last saw it; shown beside Inkorg. */
@Injectable({ providedIn: 'root' })
export class InboxCount {
  readonly waiting = signal(0);
}
