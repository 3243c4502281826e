import { SWEDISH_ZONE, addDays, dateOf, dateOfWall, instantOf } from './time';
import type { CalendarDate, Instant, WallTime } from './time';

/** When a reminder goes out is data: a municipality may change it, and the planner knows no numbers of its own. */
export type ReminderKind = 'reminderWeek' | 'reminderDay' | 'reminderHours';
export type ReminderRule =
  | { kind: ReminderKind; daysBefore: number; at: string }
  | { kind: ReminderKind; hoursBefore: number };
/** Wall clocks between which a message may go out: `from` is inside, `to` is not. */
export type PermittedHours = { from: string; to: string };
export type ReminderPolicy = {
  reminders: readonly ReminderRule[];
  hours: PermittedHours;
  /** Two messages about the same time closer than this are one too many. */
  minGapHours: number;
  /** A reminder in the last minutes finds people already on their way. */
  lastMinutesBeforeStart: number;
  /** Offsets for a plan action, the wanted one first; the first that is still ahead is used. */
  action: { daysBefore: readonly number[]; at: string };
};

export const DEFAULT_REMINDER_POLICY: ReminderPolicy = {
  reminders: [
    { kind: 'reminderWeek', daysBefore: 7, at: '10:00' },
    { kind: 'reminderDay', daysBefore: 1, at: '10:00' },
    { kind: 'reminderHours', hoursBefore: 2 },
  ],
  hours: { from: '08:00', to: '20:00' },
  minGapHours: 3,
  lastMinutesBeforeStart: 30,
  action: { daysBefore: [3, 1], at: '10:00' },
};

export type PlannedReminder = { kind: ReminderKind; dueAt: Instant; notAfter: Instant };
export type PlannedActionReminder = { kind: 'actionDue'; dueAt: Instant; notAfter: Instant };

const MINUTE = 60_000;
const HOUR = 3_600_000;
/** A message moved to the evening before lands this long before the window closes, so that the queue has time to send it. */
const LANDING_MINUTES = 30;

/**
 * The reminders still ahead for a meeting. What is past is dropped, so a late booking gets the next sensible one; a reminder
 * within `minGapHours` of the one before, or of the message that told the time (`toldAt`, normally now), is dropped too.
 * A reminder is worth sending until the next one is near, and never after the start.
 */
export function planReminders(input: { startsAt: WallTime; policy: ReminderPolicy; now: Instant; toldAt?: Instant }): PlannedReminder[] {
  const { startsAt, policy, now } = input;
  const start = instantOf(startsAt);
  const latest = new Date(start.getTime() - policy.lastMinutesBeforeStart * MINUTE);
  const gap = policy.minGapHours * HOUR;
  const wanted = policy.reminders
    .map((rule) => ({ kind: rule.kind, at: dueOf(rule, startsAt, start) }))
    .map(({ kind, at }) => ({ kind, dueAt: clampToQuietHours(at, policy.hours, startsAt.zone, latest) }))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());

  const kept: { kind: ReminderKind; dueAt: Instant }[] = [];
  let previous = (input.toldAt ?? now).getTime();
  for (const reminder of wanted) {
    const due = reminder.dueAt.getTime();
    if (due <= now.getTime() || due > latest.getTime() || due - previous < gap) continue;
    kept.push(reminder);
    previous = due;
  }
  return kept.map((reminder, index) => {
    const next = kept[index + 1];
    return { ...reminder, notAfter: next === undefined ? latest : new Date(next.dueAt.getTime() - gap) };
  });
}

function dueOf(rule: ReminderRule, startsAt: WallTime, start: Instant): Instant {
  return 'hoursBefore' in rule
    ? new Date(start.getTime() - rule.hoursBefore * HOUR)
    : instantOf({ local: `${addDays(dateOfWall(startsAt), -rule.daysBefore)}T${rule.at}`, zone: startsAt.zone });
}

/** True when a message may go out at this instant in this zone. */
export function withinPermittedHours(instant: Instant, hours: PermittedHours, zone: string): boolean {
  const date = dateOf(instant, zone);
  return instant >= instantOf({ local: `${date}T${hours.from}`, zone }) && instant < instantOf({ local: `${date}T${hours.to}`, zone });
}

/** Moves an instant into the permitted hours: later to the next opening, or earlier into the last window when later would be too late. */
export function clampToQuietHours(instant: Instant, hours: PermittedHours, zone: string, notAfter?: Instant): Instant {
  if (withinPermittedHours(instant, hours, zone)) return instant;
  const date = dateOf(instant, zone);
  const opens = (on: CalendarDate) => instantOf({ local: `${on}T${hours.from}`, zone });
  const beforeOpening = instant < opens(date);
  const later = opens(beforeOpening ? date : addDays(date, 1));
  if (notAfter === undefined || later <= notAfter) return later;
  const closes = instantOf({ local: `${beforeOpening ? addDays(date, -1) : date}T${hours.to}`, zone });
  return new Date(closes.getTime() - LANDING_MINUTES * MINUTE);
}

/** The reminder of a promise in the plan: three days before at ten, else the day before; worth sending until its due day ends. */
export function planActionReminder(input: {
  dueOn: CalendarDate;
  policy: ReminderPolicy;
  now: Instant;
  zone?: string;
}): PlannedActionReminder | null {
  const { dueOn, policy, now, zone = SWEDISH_ZONE } = input;
  const notAfter = instantOf({ local: `${addDays(dueOn, 1)}T00:00`, zone });
  for (const days of policy.action.daysBefore) {
    const wanted = instantOf({ local: `${addDays(dueOn, -days)}T${policy.action.at}`, zone });
    const dueAt = clampToQuietHours(wanted, policy.hours, zone, notAfter);
    if (dueAt > now) return { kind: 'actionDue', dueAt, notAfter };
  }
  return null;
}
