import { Component, computed, Directive, inject, input, signal, Signal } from '@angular/core';
import { Icon } from './icon';

let made = 0;

/** A label, a hint, a control with `rsControl`, and what to do when it is wrong. */
@Component({
  selector: 'rs-field',
  imports: [Icon],
  host: { class: 'field', '[class.wrong]': 'shown() !== null' },
  template: `
    <label [for]="id" [class.vh]="quietLabel()">{{ label() }}@if (optional(); as word) {<span class="muted"> {{ word }}</span>}</label>
    @if (hint(); as text) {<p class="hint" [id]="id + '-hint'">{{ text }}</p>}
    @if (shown(); as text) {<p class="wrong-text" [id]="id + '-error'"><svg rs-icon="fail" class="i-s"></svg>{{ text }}</p>}
    <ng-content />
  `,
})
export class Field {
  readonly label = input.required<string>();
  readonly quietLabel = input(false);
  readonly optional = input<string>();
  readonly hint = input<string>();
  readonly error = input<string | null>(null);

  /** A control that can find a fault itself, such as a day that cannot be read. */
  readonly control = signal<{ readonly complaint: Signal<string | null> } | null>(null);
  readonly shown = computed(() => this.control()?.complaint() ?? this.error());
  readonly id = `field${++made}`;
  readonly describedBy = computed(() => [this.hint() ? `${this.id}-hint` : '', this.shown() === null ? '' : `${this.id}-error`].filter(Boolean).join(' ') || null);
}

/** Ties an input, select or textarea to the field around it. */
@Directive({
  selector: '[rsControl]',
  host: { '[id]': 'field.id', '[attr.aria-describedby]': 'field.describedBy()', '[attr.aria-invalid]': "field.shown() === null ? null : 'true'" },
})
export class Control {
  protected readonly field = inject(Field);
}
