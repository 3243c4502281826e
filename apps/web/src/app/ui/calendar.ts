import { afterNextRender, Component, computed, inject, InjectionToken, Injector, signal, viewChild } from '@angular/core';
import { CdkTrapFocus } from '@angular/cdk/a11y';
import { createFlexibleConnectedPositionStrategy, createOverlayRef, createRepositionScrollStrategy, type ConnectedPosition } from '@angular/cdk/overlay';
import { ComponentPortal } from '@angular/cdk/portal';
import { DateAdapter, MAT_DATE_FORMATS } from '@angular/material/core';
import { MatCalendar, MatCalendarHeader, MatDatepickerIntl } from '@angular/material/datepicker';
import { weekdayOf } from '@radslag/domain';
import { dateFieldWords } from '../words/date-field';
import { words } from '../words/words';
import { addDays, isoWeek } from './dates';
import { Icon } from './icon';
import { CalendarLabels, isRedDay, PLAIN_DATE_FORMATS, PlainDateAdapter } from './plain-date-adapter';
import { When } from './when';

export type Choice = { label: string; value: string; min: string | null; max: string | null };
const CHOICE = new InjectionToken<Choice & { done: (picked: string | null) => void }>('calendar choice');
const BELOW_OR_ABOVE: ConnectedPosition[] = [
  { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 4 },
  { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -4 },
];

/**
 * Shows the calendar at a field and answers once: the day that was picked, or null. In the top layer; outside a modal `<dialog>`
 * nothing can be reached while it is open, so a field in one has its calendar in it too. The answer of the call closes it.
 */
export function openCalendar(injector: Injector, origin: HTMLElement, choice: Choice, answered: (picked: string | null) => void): () => void {
  const modal = origin.closest('dialog');
  const position = createFlexibleConnectedPositionStrategy(injector, origin).withPositions(BELOW_OR_ABOVE).withPush(true).withViewportMargin(8).withFlexibleDimensions(false).withPopoverLocation(modal === null ? 'global' : { type: 'parent', element: modal });
  const overlay = createOverlayRef(injector, { positionStrategy: position, scrollStrategy: createRepositionScrollStrategy(injector), usePopover: true });
  const done = (picked: string | null) => {
    if (!overlay.hasAttached()) return;
    overlay.dispose();
    answered(picked);
  };
  overlay.attach(new ComponentPortal(Calendar, null, Injector.create({ parent: injector, providers: [{ provide: CHOICE, useValue: { ...choice, done } }] })));
  overlay.outsidePointerEvents().subscribe((event) => origin.contains(event.target as Node) || done(null));
  return () => done(null);
}

/** Month and year, and the way to the ones beside: Material's own, drawn as ours. */
@Component({
  selector: 'rs-calendar-head',
  imports: [Icon],
  host: { class: 'calendar-head' },
  template: `
    <span class="vh" aria-live="polite">{{ period() }}</span>
    <button type="button" class="btn quiet period" [attr.aria-label]="periodButtonLabel + ', ' + period()" (click)="currentPeriodClicked()"><span>{{ period() }}</span><svg [rs-icon]="calendar.currentView === 'month' ? 'down' : 'up'" class="i-s"></svg></button>
    <button type="button" class="icon-button back" [attr.aria-label]="prevButtonLabel" [attr.aria-disabled]="!previousEnabled() || null" (click)="previousClicked()"><svg rs-icon="right" class="i-s"></svg></button>
    <button type="button" class="icon-button" [attr.aria-label]="nextButtonLabel" [attr.aria-disabled]="!nextEnabled() || null" (click)="nextClicked()"><svg rs-icon="right" class="i-s"></svg></button>
  `,
})
class CalendarHead extends MatCalendarHeader<string> {
  private readonly dates = inject<DateAdapter<string>>(DateAdapter);

  /** "december 2026": in lower case, where Material would shout. */
  protected period(): string {
    return this.calendar.currentView === 'month' ? this.dates.format(this.calendar.activeDate, PLAIN_DATE_FORMATS.display.monthYearLabel) : this.periodButtonText;
  }
}

@Component({
  selector: 'rs-calendar',
  imports: [CdkTrapFocus, MatCalendar],
  providers: [
    { provide: DateAdapter, useClass: PlainDateAdapter },
    { provide: MAT_DATE_FORMATS, useValue: PLAIN_DATE_FORMATS },
    { provide: MatDatepickerIntl, useClass: CalendarLabels },
  ],
  // Keys stay here: the row or the page around the field has shortcuts of its own.
  host: { '(keydown)': '$event.stopPropagation()', '(keydown.escape)': 'leave($event)' },
  template: `
    <div class="calendar" role="dialog" aria-modal="true" [attr.aria-label]="w().choose({ label: choice.label })" cdkTrapFocus>
      <mat-calendar [headerComponent]="head" [selected]="choice.value || null" [startAt]="startAt" [minDate]="choice.min" [maxDate]="choice.max" [dateClass]="dateClass" (_userSelection)="choice.done($event.value)" />
      @if (weeks(); as numbers) {<ol class="weeks" aria-hidden="true"><li>{{ w().week }}</li>@for (week of numbers; track week) {<li>{{ week }}</li>}</ol>}
      @if (mayToday) {<p class="calendar-foot"><button type="button" class="link" (click)="choice.done(today)">{{ w().today }}</button></p>}
    </div>
  `,
})
class Calendar {
  protected readonly choice = inject(CHOICE);
  protected readonly w = words(dateFieldWords);
  protected readonly head = CalendarHead;
  protected readonly today = inject(When).today();
  protected readonly mayToday = inside(this.today, this.choice);
  protected readonly startAt = clamped(this.choice.value || this.today, this.choice);
  private readonly calendar = viewChild.required(MatCalendar<string>);
  private readonly active = signal<string | null>(this.startAt);
  protected readonly weeks = computed(() => {
    const active = this.active();
    return active === null ? null : weeksOf(active);
  });

  constructor() {
    afterNextRender(() => {
      const calendar = this.calendar();
      calendar.stateChanges.subscribe(() => this.active.set(calendar.currentView === 'month' ? calendar.activeDate : null));
      calendar.focusActiveCell();
    });
  }

  protected readonly dateClass = (date: string, view: string): string => (view === 'month' && isRedDay(date) ? 'red-day' : '');

  protected leave(event: Event): void {
    // Not for the dialog that the field may stand in.
    event.preventDefault();
    this.choice.done(null);
  }
}

/** The ISO weeks that a month's rows belong to, first row first. */
function weeksOf(date: string): number[] {
  const first = `${date.slice(0, 8)}01`;
  const monday = addDays(first, 1 - weekdayOf(first));
  return Array.from({ length: 6 }, (_, row) => addDays(monday, row * 7)).filter((start, row) => row === 0 || start.slice(0, 7) === date.slice(0, 7)).map(isoWeek);
}
function inside(date: string, { min, max }: Choice): boolean {
  return (min === null || date >= min) && (max === null || date <= max);
}
function clamped(date: string, { min, max }: Choice): string {
  if (min !== null && date < min) return min;
  return max !== null && date > max ? max : date;
}
