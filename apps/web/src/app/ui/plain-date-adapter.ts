import { inject, Injectable } from '@angular/core';
import { DateAdapter, type MatDateFormats } from '@angular/material/core';
import { MatDatepickerIntl } from '@angular/material/datepicker';
import { isCalendarDate, isHoliday, weekdayOf } from '@radslag/domain';
import { dateFieldWords } from '../words/date-field';
import { Words } from '../words/words';
import { addDays } from './dates';
import { When } from './when';

type Style = 'long' | 'short' | 'narrow';
/** What the calendar may ask for as text. */
export const PLAIN_DATE_FORMATS: MatDateFormats = {
  parse: { dateInput: '' },
  display: { dateInput: 'day', monthLabel: 'month', monthYearLabel: 'monthYear', dateA11yLabel: 'day', monthYearA11yLabel: 'monthYear' },
};

/** A Sunday or a public holiday, or an eve on which offices are closed. */
export const isRedDay = (date: string): boolean => weekdayOf(date) === 7 || isHoliday(date);

/** Material's calendar on our own calendar dates, `YYYY-MM-DD` as text: no `Date` and no time zone comes near them. */
@Injectable()
export class PlainDateAdapter extends DateAdapter<string> {
  private readonly when = inject(When);
  private readonly words = inject(Words);
  private readonly w = this.words.of(dateFieldWords);

  getYear(date: string): number {
    return Number(date.slice(0, 4));
  }
  /** From 0, as Material counts. */
  getMonth(date: string): number {
    return Number(date.slice(5, 7)) - 1;
  }
  getDate(date: string): number {
    return Number(date.slice(8, 10));
  }
  /** 0 is Sunday. */
  getDayOfWeek(date: string): number {
    return weekdayOf(date) % 7;
  }
  getMonthNames(style: Style): string[] {
    return Array.from({ length: 12 }, (_, month) => this.text(this.createDate(2026, month, 1), { month: style === 'long' ? 'long' : 'short' }).replace('.', ''));
  }
  getDateNames(): string[] {
    return Array.from({ length: 31 }, (_, at) => String(at + 1));
  }
  getDayOfWeekNames(style: Style): string[] {
    // 4 January 2026 is a Sunday.
    const names = Array.from({ length: 7 }, (_, at) => this.text(addDays('2026-01-04', at), { weekday: 'long' }));
    return style === 'long' ? names : names.map((name) => name.slice(0, style === 'narrow' ? 2 : 3));
  }
  getYearName(date: string): string {
    return date.slice(0, 4);
  }
  getFirstDayOfWeek(): number {
    return 1;
  }
  getNumDaysInMonth(date: string): number {
    return this.getDate(addDays(this.createDate(this.getYear(date) + (this.getMonth(date) === 11 ? 1 : 0), (this.getMonth(date) + 1) % 12, 1), -1));
  }
  clone(date: string): string {
    return date;
  }
  createDate(year: number, month: number, date: number): string {
    return `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  }
  today(): string {
    return this.when.today();
  }
  parse(value: unknown): string | null {
    return this.isDateInstance(value) ? (value as string) : null;
  }
  format(date: string, format: 'day' | 'month' | 'monthYear'): string {
    if (format === 'month') return this.text(date, { month: 'short' });
    if (format === 'monthYear') return this.text(date, { month: 'long', year: 'numeric' });
    return isHoliday(date) ? this.w().holiday({ day: this.when.long(date) }) : this.when.long(date);
  }
  addCalendarYears(date: string, years: number): string {
    return this.addCalendarMonths(date, years * 12);
  }
  /** 31 January and a month is 28 February. */
  addCalendarMonths(date: string, months: number): string {
    const month = this.getYear(date) * 12 + this.getMonth(date) + months;
    const first = this.createDate(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
    return addDays(first, Math.min(this.getDate(date), this.getNumDaysInMonth(first)) - 1);
  }
  addCalendarDays(date: string, days: number): string {
    return addDays(date, days);
  }
  toIso8601(date: string): string {
    return date;
  }
  isDateInstance(value: unknown): boolean {
    return typeof value === 'string' && isCalendarDate(value);
  }
  isValid(date: string): boolean {
    return isCalendarDate(date);
  }
  invalid(): string {
    return '';
  }

  private text(date: string, parts: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.words.language() === 'sv' ? 'sv' : 'en-GB', { timeZone: 'UTC', ...parts }).format(new Date(`${date}T12:00:00Z`));
  }
}

/** The names of the calendar's own buttons. */
@Injectable()
export class CalendarLabels extends MatDatepickerIntl {
  constructor() {
    super();
    const w = inject(Words).of(dateFieldWords)();
    this.calendarLabel = w.choose('');
    this.prevMonthLabel = w.prevMonth;
    this.nextMonthLabel = w.nextMonth;
    this.prevYearLabel = w.prevYear;
    this.nextYearLabel = w.nextYear;
    this.prevMultiYearLabel = w.prevYears;
    this.nextMultiYearLabel = w.nextYears;
    this.switchToMonthViewLabel = w.chooseDay;
    this.switchToMultiYearViewLabel = w.chooseYear;
  }
}
