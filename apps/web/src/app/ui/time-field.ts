import { Component, inject } from '@angular/core';
import { dateFieldWords } from '../words/date-field';
import { words } from '../words/words';
import { Icon } from './icon';
import { readClock } from './typed-date';
import { TypedField } from './typed-field';
import { When } from './when';

/** A time of the day as people write it: 17.30, 1730 or 17 are the same. `<rs-time-field [value]="row.from" (valueChange)="…" />` */
@Component({
  selector: 'rs-time-field',
  imports: [Icon],
  host: { class: 'typed' },
  template: `
    <input type="text" inputmode="decimal" autocomplete="off" maxlength="12" [id]="id" [value]="shown()" #text (input)="type(text.value)" (change)="commit()"
      [attr.data-field]="cell()" [attr.aria-label]="label()" [attr.aria-required]="required() || null" [attr.aria-describedby]="field === null ? (complaint() === null ? null : id + '-own') : field.describedBy()" [attr.aria-invalid]="complaint() === null && !field?.shown() ? null : 'true'" />
    @if (field === null && complaint(); as fault) {<p class="wrong-text" [id]="id + '-own'"><svg rs-icon="fail" class="i-s"></svg>{{ fault }}</p>}
  `,
})
export class TimeField extends TypedField {
  private readonly when = inject(When);
  private readonly w = words(dateFieldWords);

  protected show(value: string): string {
    return value === '' ? '' : this.when.wallClock(value);
  }
  protected read(text: string): string | null {
    return readClock(text);
  }
  protected faultOf(text: string): string | null {
    if (text.trim() === '') return this.required() ? this.w().clockMissing : null;
    return readClock(text) === null ? this.w().clockUnreadable : null;
  }
}
