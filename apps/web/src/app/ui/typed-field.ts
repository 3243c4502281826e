import { afterNextRender, computed, DestroyRef, Directive, ElementRef, inject, input, linkedSignal, model, Signal } from '@angular/core';
import { Field } from './field';

let made = 0;

/**
 * A text field whose value is something else than its text: a day, a time. What was typed stays until it can be read; a text
 * that cannot be read changes no value and stops the form around it, with focus, before the form's own submit hears of it.
 */
@Directive()
export abstract class TypedField {
  protected readonly field = inject(Field, { optional: true });
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  /** `YYYY-MM-DD` or `HH:MM`; empty when there is none. */
  readonly value = model('');
  readonly required = input(false);
  /** The name of the field where no `rs-field` stands around it. */
  readonly label = input<string>();
  /** The input's `data-field`, for pages that find their cells by it. */
  readonly cell = input<string>();

  private readonly typed = linkedSignal<string, string | null>({ source: this.value, computation: () => null });
  private readonly judged = linkedSignal({ source: this.value, computation: () => false });
  protected readonly shown: Signal<string> = computed(() => this.typed() ?? this.show(this.value()));
  protected readonly clean = computed(() => this.typed() === null);
  readonly complaint: Signal<string | null> = computed(() => (this.judged() ? this.faultOf(this.shown()) : null));
  protected readonly id = this.field?.id ?? `typed${++made}`;

  protected abstract show(value: string): string;
  /** The value that the text says; null when it says none that can be read. */
  protected abstract read(text: string): string | null;
  /** What is wrong with the text, and what to do. */
  protected abstract faultOf(text: string): string | null;

  constructor() {
    this.field?.control.set(this);
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const form = this.host.nativeElement.closest('form');
      const guard = (event: Event) => this.guard(event);
      form?.addEventListener('submit', guard, { capture: true });
      destroyed.onDestroy(() => form?.removeEventListener('submit', guard, { capture: true }));
    });
  }

  protected type(text: string): void {
    this.typed.set(text);
  }
  /** Takes what was typed: on leaving the field, and on Enter. */
  protected commit(): void {
    const text = this.shown();
    const value = text.trim() === '' ? '' : this.read(text);
    if (value !== null) {
      this.value.set(value);
      this.typed.set(null);
    }
    this.judged.set(true);
  }
  protected put(value: string): void {
    this.value.set(value);
    this.typed.set(null);
    this.judged.set(true);
  }
  protected inputElement(): HTMLInputElement {
    return this.host.nativeElement.querySelector('input')!;
  }

  private guard(event: Event): void {
    this.commit();
    if (this.complaint() === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.inputElement().focus();
  }
}
