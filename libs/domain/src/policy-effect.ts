import type { OutreachPolicy, RecipientRole, ReminderKind } from './outreach-policy';
import { planAskingAgain, planReminders } from './reminders';
import { addDays, dateOfWall, instantOf, type Instant, type WallTime } from './time';

/** The example counts from an invitation so many days before the meeting, at ten. */
const INVITED_DAYS_BEFORE = 10;
const BOOKED_DAYS_BEFORE = 30;

export type PolicyEffect = { invitedAt: Instant; reminders: { kind: ReminderKind; at: Instant }[]; ladder: Instant[]; call: Instant | null };

/** What rules would do for a meeting booked well ahead: for somebody who is to be reminded, and for somebody who never answers. */
export function policyEffect(policy: OutreachPolicy, startsAt: WallTime, role: RecipientRole): PolicyEffect {
  const at = (days: number, clock = '10:00') => instantOf({ local: `${addDays(dateOfWall(startsAt), days)}T${clock}`, zone: startsAt.zone });
  const booked = at(-BOOKED_DAYS_BEFORE);
  const invitedAt = at(-INVITED_DAYS_BEFORE);
  return {
    invitedAt,
    reminders: planReminders({ startsAt, policy, now: booked, toldAt: booked, role }).map(({ kind, dueAt }) => ({ kind, at: dueAt })),
    ladder: planAskingAgain({ invitedAt, answerBy: null, policy, now: invitedAt }).map(({ dueAt }) => dueAt),
    call: policy.callAfterDays === null ? null : at(-INVITED_DAYS_BEFORE + policy.callAfterDays),
  };
}
