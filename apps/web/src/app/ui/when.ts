import { computed, inject, Injectable, signal } from '@angular/core';
import { formatPhone, joinNames } from '@radslag/domain';
import { Api } from '../api/api';
import { uiWords } from '../words/ui';
import { Words } from '../words/words';
import { clockText, dayText, daysBetween, isoWeek, longDay, shortDay, swedishDate, wallTime } from './dates';

const MINUTE = 60_000;

/** Now as the server has it, and dates, clocks, phones and lists of names as people read them, in the language of the screen. */
@Injectable({ providedIn: 'root' })
export class When {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly w = this.words.of(uiWords);
  private readonly tick = signal(Date.now());

  readonly now = computed(() => new Date(this.tick() + this.api.clockSkew()));
  readonly today = computed(() => swedishDate(this.now()));

  constructor() {
    setInterval(() => this.tick.set(Date.now()), MINUTE / 4);
  }

  /** A view that says what time it is on the server. */
  heard(now: string): void {
    this.api.clockSkew.set(Date.parse(now) - Date.now());
    this.tick.set(Date.now());
  }

  /** 8.41 */
  clock(at: Date | string): string {
    return clockText(wallTime(new Date(at)), this.words.language());
  }
  /** From `HH:MM` or a wall time. */
  wallClock(wall: string): string {
    return clockText(wall, this.words.language());
  }
  /** 16.30–20.30 */
  wallRange(from: string, to: string): string {
    return `${this.wallClock(from)}–${this.wallClock(to)}`;
  }
  /** torsdag 26 november 2026 */
  long(date: string): string {
    return longDay(date.slice(0, 10), this.words.language());
  }
  /** tor 26 nov; i dag, i går and i morgon by name. */
  day(date: string): string {
    const on = date.slice(0, 10);
    const away = daysBetween(this.today(), on);
    const w = this.w();
    return away === 0 ? w.today : away === -1 ? w.yesterday : away === 1 ? w.tomorrow : dayText(on, this.today(), this.words.language());
  }
  /** tor 26 nov, always as a date. */
  date(date: string): string {
    return dayText(date.slice(0, 10), this.today(), this.words.language());
  }
  /** tor 26 nov 2026 */
  dated(date: string): string {
    const text = this.date(date);
    return text.endsWith(date.slice(0, 4)) ? text : `${text} ${date.slice(0, 4)}`;
  }
  /** 26 nov */
  short(date: string): string {
    return shortDay(date.slice(0, 10), this.today(), this.words.language());
  }
  /** i går 16.20, 24 nov */
  moment(at: string): string {
    const on = swedishDate(new Date(at));
    return daysBetween(on, this.today()) > 1 ? this.short(on) : `${this.day(on)} ${this.clock(at)}`;
  }
  /** The calendar date, in Sweden, of an instant. */
  dateOf(at: string): string {
    return swedishDate(new Date(at));
  }
  week(date: string): number {
    return isoWeek(date);
  }
  daysTo(date: string): number {
    return daysBetween(this.today(), date);
  }
  phone(e164: string): string {
    return formatPhone(e164);
  }
  names(names: readonly string[]): string {
    return joinNames(names, this.words.language());
  }
}
