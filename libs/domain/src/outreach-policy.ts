import { windowOn, type PermittedHours, type SendingHours } from './sending-hours';
import { MESSAGE_KINDS, type MessageKind } from './vocabulary';

/** When and how often a municipality sends is data: it may change every number, and the planner knows none of its own. */
export type ReminderKind = 'reminderFortnight' | 'reminderWeek' | 'reminderDay' | 'reminderHours';
export const RECIPIENT_ROLES = ['child', 'guardian', 'relative', 'supportPerson', 'professional'] as const;
export type RecipientRole = (typeof RECIPIENT_ROLES)[number];

/** `roles`: only to these; absent: to everybody. */
export type ReminderRule = { kind: ReminderKind; roles?: readonly RecipientRole[] } & ({ daysBefore: number; at: string } | { hoursBefore: number });

/**
 * What a kind of message is for. `nags`: we want something of the person. `tells`: what they believe is no longer so, they
 * have asked, or it is said once: nobody has had so many texts that they may go to a meeting that is cancelled.
 */
const PURPOSE: Readonly<Record<MessageKind, 'nags' | 'tells'>> = {
  invitation: 'nags', answerReminder: 'nags', reminderFortnight: 'nags', reminderWeek: 'nags', reminderDay: 'nags', reminderHours: 'nags', actionDue: 'nags',
  timeSet: 'tells', timeMoved: 'tells', cancelled: 'tells', newLink: 'tells', planReady: 'tells', autoReply: 'tells',
};
/** The kinds that the cap is for: they alone are stopped by it, and they alone use up its room. */
export const NAGGING_KINDS: readonly MessageKind[] = MESSAGE_KINDS.filter((kind) => PURPOSE[kind] === 'nags');

export type OutreachPolicy = SendingHours & {
  reminders: readonly ReminderRule[];
  /** Two messages about the same time closer than this are one too many. */
  minGapHours: number;
  /** A reminder in the last minutes finds people already on their way. */
  lastMinutesBeforeStart: number;
  /** Offsets for a plan action, the wanted one first; the first that is still ahead is used. */
  action: { daysBefore: readonly number[]; at: string };
  /** Those who have not answered are asked again so many days after the invitation … */
  ladder: readonly { daysAfter: number; at: string }[];
  /** … and called after so many; null: never by itself. */
  callAfterDays: number | null;
  /** Questions and reminders to one number in seven days (`NAGGING_KINDS`). A question on top becomes a call, a reminder is left out. */
  mostPerWeek: number;
  /** The morning's list to staff, on working days; null: none. */
  digestAt: string | null;
  /** What one text costs, in öre: to reckon with, not to invoice by. */
  segmentPriceOre: number;
};

export const DEFAULT_OUTREACH_POLICY: OutreachPolicy = {
  hours: { from: '08:00', to: '20:00' },
  redDays: { from: '10:00', to: '18:00' },
  reminders: [
    { kind: 'reminderFortnight', daysBefore: 14, at: '10:00' },
    { kind: 'reminderWeek', daysBefore: 7, at: '10:00' },
    { kind: 'reminderDay', daysBefore: 1, at: '10:00' },
    { kind: 'reminderHours', hoursBefore: 2 },
  ],
  minGapHours: 3,
  lastMinutesBeforeStart: 30,
  action: { daysBefore: [3, 1], at: '10:00' },
  ladder: [
    { daysAfter: 3, at: '17:00' },
    { daysAfter: 6, at: '17:00' },
  ],
  callAfterDays: 8,
  mostPerWeek: 3,
  digestAt: '07:30',
  segmentPriceOre: 52,
};

/** Rules that were kept before a number was added have the default one for it. */
export const completePolicy = (kept: Partial<OutreachPolicy> | null): OutreachPolicy => ({ ...DEFAULT_OUTREACH_POLICY, ...kept });

export const POLICY_FAULTS = ['hours-reversed', 'hours-too-wide', 'red-days-outside-hours', 'reminder-twice', 'ladder-not-rising', 'call-before-ladder', 'cap-too-low'] as const;
export type PolicyFault = (typeof POLICY_FAULTS)[number];

/** Earliest and latest that any municipality may text: law knows no hours, decency does. */
const WIDEST: PermittedHours = { from: '07:00', to: '21:00' };

/** What is wrong with a policy, as codes; empty when it can be used. Types and ranges are the schema's business. */
export function policyFaults(policy: OutreachPolicy): PolicyFault[] {
  const faults: PolicyFault[] = [];
  const windows = [policy.hours, ...(policy.redDays === null ? [] : [policy.redDays])];
  if (windows.some((window) => window.from >= window.to)) faults.push('hours-reversed');
  if (windows.some((window) => window.from < WIDEST.from || window.to > WIDEST.to)) faults.push('hours-too-wide');
  if (policy.redDays !== null && (policy.redDays.from < policy.hours.from || policy.redDays.to > policy.hours.to)) faults.push('red-days-outside-hours');
  const kinds = policy.reminders.map((rule) => rule.kind);
  if (new Set(kinds).size < kinds.length) faults.push('reminder-twice');
  const days = policy.ladder.map((step) => step.daysAfter);
  if (days.some((day, index) => index > 0 && day <= days[index - 1]!)) faults.push('ladder-not-rising');
  if (policy.callAfterDays !== null && days.some((day) => day >= policy.callAfterDays!)) faults.push('call-before-ladder');
  if (policy.mostPerWeek < 1) faults.push('cap-too-low');
  return faults;
}

/** What somebody is in a conference, as the rules know it. */
export function recipientRole(member: { focalPersonId: string | null; staff: boolean; professional: boolean; supportPerson: boolean; guardian: boolean }): RecipientRole {
  if (member.focalPersonId !== null) return 'child';
  if (member.staff || member.professional) return 'professional';
  if (member.supportPerson) return 'supportPerson';
  return member.guardian ? 'guardian' : 'relative';
}

/** Own hours that leave a person at least this much of an ordinary day can be kept. */
const LEAST_WINDOW_MINUTES = 60;
export function ownHoursFit(own: PermittedHours, policy: SendingHours): boolean {
  const window = windowOn('2026-11-25', policy, own);
  return window !== null && minutesOf(window.to) - minutesOf(window.from) >= LEAST_WINDOW_MINUTES;
}
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
