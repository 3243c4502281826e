import { Injectable, signal } from '@angular/core';

/** How many things are left today, as the front page last saw them; shown beside Idag. */
@Injectable({ providedIn: 'root' })
export class TaskCount {
  readonly left = signal(0);
}
