import type { When } from './when';

/** Why content is locked, since when, and until when the family has the room. Empty: it is not. */
export function privateTimeText(running: { since: string | null; untilLocal: string | null } | null, w: PrivateTimeWords, when: Pick<When, 'clock' | 'wallClock'>): string {
  if (running === null) return '';
  const since = running.since === null ? w.privateTime : w.privateTimeSince({ clock: when.clock(running.since) });
  return [since, running.untilLocal === null ? w.privateTimeLock : w.privateTimeLockUntil({ clock: when.wallClock(running.untilLocal) })].join(' ');
}

type PrivateTimeWords = { privateTime: string; privateTimeSince: (p: { clock: string }) => string; privateTimeLock: string; privateTimeLockUntil: (p: { clock: string }) => string };
