import { SWEDISH_ZONE, addDays, clampToQuietHours, instantOf, type PermittedHours, type SendingHours, type WallTime } from '@radslag/domain';

/** 'Du kan ångra i tio sekunder': what a coordinator has just sent can be stopped this long. */
export const REGRET_MS = 10_000;
const DAY_MS = 86_400_000;

/** When something new is told: as soon as regret has had its time, inside permitted hours; null when that would be too late. */
export function announcementDue(now: Date, notAfter: Date, hours: SendingHours, own: PermittedHours | null = null): Date | null {
  const soon = new Date(now.getTime() + REGRET_MS);
  const dueAt = clampToQuietHours(soon, hours, SWEDISH_ZONE, undefined, own);
  return dueAt <= notAfter ? dueAt : null;
}

/** An invitation is worth sending until the last day to answer ends; without one, for three days. */
export function invitationNotAfter(answerBy: string | null, now: Date): Date {
  if (answerBy === null) return new Date(now.getTime() + 3 * DAY_MS);
  return instantOf({ local: `${addDays(answerBy, 1)}T00:00`, zone: SWEDISH_ZONE });
}

export const newLinkNotAfter = (now: Date): Date => new Date(now.getTime() + DAY_MS);

export const startOf = (conference: { startsLocal: string | null; zone: string }): WallTime | null =>
  conference.startsLocal === null ? null : { local: conference.startsLocal, zone: conference.zone };
