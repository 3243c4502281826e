import { Component, computed, DestroyRef, ElementRef, inject, Injector, input, signal, viewChild } from '@angular/core';
import { dateFieldWords } from '../words/date-field';
import { words } from '../words/words';
import { Icon } from './icon';
import { readDate } from './typed-date';
import { TypedField } from './typed-field';
import { When } from './when';

/**
 * A day, typed as people write it or chosen in a calendar that is fetched when it is first opened (the button, or Alt ↓).
 * `<rs-field [label]="w().date"><rs-date-field [min]="today()" [value]="row.date" (valueChange)="put({ date: $event })" /></rs-field>`
 */
@Component({
  selector: 'rs-date-field',
  imports: [Icon],
  host: { class: 'typed' },
  template: `
    <span class="date-box" #box>
      <input type="text" autocomplete="off" spellcheck="false" maxlength="40" [id]="id" [value]="shown()" #text (input)="type(text.value)" (change)="commit()" (keydown.alt.arrowdown)="open($event, text)"
        [attr.data-field]="cell()" [attr.aria-label]="label()" [attr.aria-required]="required() || null" [attr.aria-describedby]="describedBy()" [attr.aria-invalid]="complaint() === null && !field?.shown() ? null : 'true'" />
      @if (day(); as one) {<span class="day-name" aria-hidden="true">{{ one.name }}</span><span class="vh" [id]="id + '-day'">{{ one.long }}</span>}
      <button type="button" #button aria-haspopup="dialog" [attr.aria-label]="w().openCalendar({ label: field?.label() ?? label() ?? '' })" [attr.aria-expanded]="close() !== null" (click)="open($event, button)"><svg rs-icon="cal" class="i-s"></svg></button>
    </span>
    @if (lost()) {<p class="hint" role="status">{{ w().calendarLost }}</p>}
    @if (field === null && complaint(); as fault) {<p class="wrong-text" [id]="id + '-own'"><svg rs-icon="fail" class="i-s"></svg>{{ fault }}</p>}
  `,
})
export class DateField extends TypedField {
  private readonly when = inject(When);
  private readonly injector = inject(Injector);
  protected readonly w = words(dateFieldWords);
  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');

  readonly min = input<string>();
  readonly max = input<string>();

  protected readonly close = signal<(() => void) | null>(null);
  protected readonly lost = signal(false);
  protected readonly day = computed(() => {
    const value = this.value();
    if (value === '' || !this.clean()) return null;
    const long = this.when.long(value);
    return { name: long.slice(0, 3), long: this.w().weekOf({ day: long, week: this.when.week(value) }) };
  });
  protected readonly describedBy = computed(() => {
    const own = this.field === null && this.complaint() !== null ? `${this.id}-own` : null;
    return [this.field?.describedBy(), own, this.day() === null ? null : `${this.id}-day`].filter(Boolean).join(' ') || null;
  });

  constructor() {
    super();
    inject(DestroyRef).onDestroy(() => this.close()?.());
  }

  protected async open(event: Event, opener: HTMLElement): Promise<void> {
    event.preventDefault();
    const open = this.close();
    if (open !== null) return open();
    if (this.read(this.shown()) !== null) this.commit();
    try {
      const { openCalendar } = await import('./calendar');
      const choice = { label: this.field?.label() ?? this.label() ?? '', value: this.value(), min: this.min() ?? null, max: this.max() ?? null };
      const done = openCalendar(this.injector, this.box().nativeElement, choice, (picked) => {
        this.close.set(null);
        if (picked !== null) this.put(picked);
        opener.focus();
      });
      this.close.set(done);
      this.lost.set(false);
    } catch {
      this.lost.set(true);
    }
  }

  protected show(value: string): string {
    return value;
  }
  protected read(text: string): string | null {
    const reading = this.reading(text);
    return reading.ok ? reading.date : null;
  }
  protected faultOf(text: string): string | null {
    const w = this.w();
    if (text.trim() === '') return this.required() ? w.dayMissing : null;
    const reading = this.reading(text);
    if (reading.ok) return this.outside(reading.date);
    return reading.why === 'otherWeekday' ? w.otherWeekday({ weekday: this.when.long(reading.date).split(' ')[0]! }) : w[reading.why];
  }

  private reading(text: string) {
    return readDate(text, { today: this.when.today(), max: this.max() ?? null });
  }
  private outside(date: string): string | null {
    const [w, today, min, max] = [this.w(), this.when.today(), this.min(), this.max()];
    if (min !== undefined && date < min) return date <= today ? w.mustCome : w.earliest({ day: this.when.dated(min) });
    if (max !== undefined && date > max) return date > today && max === today ? w.mustHaveBeen : w.latest({ day: this.when.dated(max) });
    return null;
  }
}
