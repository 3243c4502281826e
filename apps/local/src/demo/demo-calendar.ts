import { addDays, addWorkingDays, ageOn, instantOf, isWorkingDay, SWEDISH_ZONE, weekdayOf, dateOf, wallOf, type CalendarDate, type Instant } from '@radslag/domain';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const SATURDAY = 6;
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

  /** The first such weekday at least `days` ahead, when people can meet. */
  next(weekday: Weekday, days: number): CalendarDate {
    const wanted = WEEKDAYS.indexOf(weekday) + 1;
    let date = addDays(this.today, days);
    while (weekdayOf(date) !== wanted || isFeast(date)) date = addDays(date, 1);
    return date;
  }

  /** The last such weekday at least `days` ago, when people could meet. */
  last(weekday: Weekday, days: number): CalendarDate {
    const wanted = WEEKDAYS.indexOf(weekday) + 1;
    let date = addDays(this.today, -days);
    while (weekdayOf(date) !== wanted || isFeast(date)) date = addDays(date, -1);
    return date;
  }

  /** Later today when the day is young, else tomorrow: there is always a conference close at hand. Only a feast puts it off. */
  soon(): Range & { date: CalendarDate } {
    const young = wallOf(this.now, SWEDISH_ZONE).local.slice(11) < (weekdayOf(this.today) >= SATURDAY ? '08:00' : '12:00');
    const date = this.after(this.today, young ? 0 : 1);
    return { date, ...(weekdayOf(date) >= SATURDAY ? this.range(date, '11:00', '15:30') : this.range(date, '16:00', '20:30')) };
  }

  /** The first day, that many days after another, when people can meet. */
  after(date: CalendarDate, days: number): CalendarDate {
    const wanted = addDays(date, days);
    return isFeast(wanted) ? this.after(wanted, 1) : wanted;
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

  /**
   * The same for a child with a personal number: the first of these that makes the child `age` today. They are picked from
   * the tax agency's published test numbers, which nobody has or gets; when none fits any more the child has no number.
   */
  born(age: number, monthDay: string, testNumbers: readonly string[]): { birthDate: CalendarDate; personalNumber?: string } {
    for (const personalNumber of testNumbers) {
      const birthDate = `${personalNumber.slice(0, 4)}-${personalNumber.slice(4, 6)}-${personalNumber.slice(6, 8)}`;
      if (ageOn(birthDate, this.today) === age) return { birthDate, personalNumber };
    }
    return { birthDate: this.birthDate(age, monthDay) };
  }
}

/** A red day, or a weekend beside one: nobody asks a family to meet at Christmas. */
function isFeast(date: CalendarDate): boolean {
  if (weekdayOf(date) < SATURDAY) return !isWorkingDay(date);
  const friday = addDays(date, 5 - weekdayOf(date));
  return !isWorkingDay(friday) || !isWorkingDay(addDays(friday, 3));
}
