import { Component, input, output } from '@angular/core';

export type Choice<T extends string> = { value: T; label: string };
let made = 0;

/** A few choices side by side, one of them taken. */
@Component({
  selector: 'rs-seg',
  host: { class: 'seg', role: 'radiogroup', '[attr.aria-label]': 'label()' },
  template: `
    @for (choice of choices(); track choice.value) {
      <label><input type="radio" [name]="group" [value]="choice.value" [checked]="choice.value === value()" (change)="chosen.emit(choice.value)" />{{ choice.label }}</label>
    }
  `,
})
export class Seg<T extends string> {
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice<T>[]>();
  readonly value = input.required<T>();
  readonly chosen = output<T>();

  protected readonly group = `seg${++made}`;
}
