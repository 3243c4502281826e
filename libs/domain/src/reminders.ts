import type { OutreachPolicy, RecipientRole, ReminderKind, ReminderRule } from './outreach-policy';
import { clampToQuietHours } from './sending-hours';
import type { PermittedHours } from './sending-hours';
import { SWEDISH_ZONE, addDays, dateOf, dateOfWall, instantOf } from './time';
import type { CalendarDate, Instant, WallTime } from './time';

export type PlannedReminder = { kind: ReminderKind; dueAt: Instant; notAfter: Instant };
export type PlannedActionReminder = { kind: 'actionDue'; dueAt: Instant; notAfter: Instant };

const MINUTE = 60_000;
const HOUR = 3_600_000;

/**
 * The reminders still ahead for a meeting. What is past is dropped, so a late booking gets the next sensible one; a reminder
 * within `minGapHours` of the one before, or of the message that told the time (`toldAt`, normally now), is dropped too.
 * A reminder is worth sending until the next one is near, and never after the start.
 */
export function planReminders(input: { startsAt: WallTime; policy: OutreachPolicy; now: Instant; toldAt?: Instant; role?: RecipientRole; own?: PermittedHours | null }): PlannedReminder[] {
  const { startsAt, policy, now, role, own = null } = input;
  const start = instantOf(startsAt);
  const latest = new Date(start.getTime() - policy.lastMinutesBeforeStart * MINUTE);
  const gap = policy.minGapHours * HOUR;
  const wanted = policy.reminders
    .filter((rule) => role === undefined || rule.roles === undefined || rule.roles.includes(role))
    .map((rule) => ({ kind: rule.kind, at: dueOf(rule, startsAt, start) }))
    .map(({ kind, at }) => ({ kind, dueAt: clampToQuietHours(at, policy, startsAt.zone, latest, own) }))
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

/** The reminder of a promise in the plan: three days before at ten, else the day before; worth sending until its due day ends. */
export function planActionReminder(input: {
  dueOn: CalendarDate;
  policy: OutreachPolicy;
  now: Instant;
  zone?: string;
  own?: PermittedHours | null;
}): PlannedActionReminder | null {
  const { dueOn, policy, now, zone = SWEDISH_ZONE, own = null } = input;
  const notAfter = instantOf({ local: `${addDays(dueOn, 1)}T00:00`, zone });
  for (const days of policy.action.daysBefore) {
    const wanted = instantOf({ local: `${addDays(dueOn, -days)}T${policy.action.at}`, zone });
    const dueAt = clampToQuietHours(wanted, policy, zone, notAfter, own);
    if (dueAt > now) return { kind: 'actionDue', dueAt, notAfter };
  }
  return null;
}

export type PlannedAsking = { step: number; dueAt: Instant; notAfter: Instant };

/**
 * When those who have not answered are asked again: so many days after the invitation, within permitted hours. What is
 * past, or would come after the last day to answer, is left out; each is worth sending until the next one's day.
 */
export function planAskingAgain(input: { invitedAt: Instant; answerBy: CalendarDate | null; policy: OutreachPolicy; now: Instant; own?: PermittedHours | null }): PlannedAsking[] {
  const { invitedAt, answerBy, policy, now, own = null } = input;
  const zone = SWEDISH_ZONE;
  const invited = dateOf(invitedAt, zone);
  const last = answerBy === null ? null : instantOf({ local: `${addDays(answerBy, 1)}T00:00`, zone });
  const asked = policy.ladder.map(({ daysAfter, at }, index) => {
    const ends = instantOf({ local: `${addDays(invited, daysAfter + 2)}T00:00`, zone });
    const notAfter = last !== null && last < ends ? last : ends;
    return { step: index + 1, dueAt: clampToQuietHours(instantOf({ local: `${addDays(invited, daysAfter)}T${at}`, zone }), policy, zone, notAfter, own), notAfter };
  });
  return asked.filter(({ dueAt, notAfter }) => dueAt > now && dueAt <= notAfter);
}
