/** As the domain says it (the spec holds them together): the first page is not to wait for the whole of it. */
export const IDLE_MINUTES = 60;
export const WARNING_MINUTES = 5;
const MINUTE_MS = 60_000;
/** A person at work who asks nothing of the server (writes a long text) is told of to it this often. */
export const TELL_SERVER_MS = 4 * MINUTE_MS;
/** Touched the screen so lately that they are still there; the server takes a call for a person's up to a minute. */
export const AT_WORK_MS = 45_000;

export type Presence = 'here' | 'soonOut' | 'out';

/** So long before the warning the server is asked whether it will sign anybody out at all. */
const ASK_MS = 15_000;
export const maySoonBeOut = (idleMs: number): boolean => idleMs >= (IDLE_MINUTES - WARNING_MINUTES) * MINUTE_MS - ASK_MS;

/** `idleMs`: since a person last did anything in any of their windows. `waitsForFamily`: the server keeps the session, as it has said. */
export function presenceAfter(idleMs: number, waitsForFamily: boolean): Presence {
  if (waitsForFamily) return 'here';
  if (idleMs >= IDLE_MINUTES * MINUTE_MS) return 'out';
  return idleMs >= (IDLE_MINUTES - WARNING_MINUTES) * MINUTE_MS ? 'soonOut' : 'here';
}

/** Whole minutes until one is signed out, never fewer than one. */
export const minutesLeft = (idleMs: number): number => Math.max(1, Math.ceil(IDLE_MINUTES - idleMs / MINUTE_MS));
