import { addDays, addWorkingDays, instantOf, isWorkingDay, SWEDISH_ZONE, weekdayOf, dateOf, wallOf, type CalendarDate, type Instant } from '@radslag/domain';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export type Range = { startsLocal: string; endsLocal: string };

/** The demo is told from the day it is seeded: what has been lies on working days before it, what is planned after it. */
export class DemoCalendar {
  readonly today: CalendarDate;

  constructor(readonly now: Instant) {
    this.today = dateOf(now, SWEDISH_ZONE);
  }

  /** The working day `n` working days from today: -5 is a week ago. */
  workday(n: number): CalendarDate {
    return n === 0 ? this.today : addWorkingDays(this.today, n);
  }

  /** The first such weekday at least `days` ahead, and never a red day. */
  next(weekday: Weekday, days: number): CalendarDate {
    const wanted = WEEKDAYS.indexOf(weekday) + 1;
    let date = addDays(this.today, days);
    while (weekdayOf(date) !== wanted || (wanted <= 5 && !isWorkingDay(date))) date = addDays(date, 1);
    return date;
  }

  /** The last such weekday at least `days` ago, and never a red day. */
  last(weekday: Weekday, days: number): CalendarDate {
    const wanted = WEEKDAYS.indexOf(weekday) + 1;
    let date = addDays(this.today, -days);
    while (weekdayOf(date) !== wanted || (wanted <= 5 && !isWorkingDay(date))) date = addDays(date, -1);
    return date;
  }

  /** This afternoon when the day is young, else the next one: there is always a conference close at hand. */
  soon(): CalendarDate {
    return wallOf(this.now, SWEDISH_ZONE).local.slice(11) < '12:00' ? this.today : addDays(this.today, 1);
  }

  range(date: CalendarDate, from: string, to: string): Range {
    return { startsLocal: `${date}T${from}`, endsLocal: `${date}T${to}` };
  }

  /** A moment of the past: what would still be ahead of us has just happened. */
  past(on: CalendarDate | number, clock: string): Instant {
    const at = instantOf({ local: `${typeof on === 'number' ? this.workday(on) : on}T${clock}`, zone: SWEDISH_ZONE });
    return at < this.now ? at : new Date(this.now.getTime() - 60_000);
  }

  /** The birth date of somebody who is `age` today. */
  birthDate(age: number, monthDay: string): CalendarDate {
    const year = Number(this.today.slice(0, 4)) - age - (monthDay > this.today.slice(5) ? 1 : 0);
    return `${year}-${monthDay}`;
  }
}
