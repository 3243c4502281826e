/**
 * An operator posts receipts and replies to an address with a secret in it. A municipality has one at each operator, and gets another
 * when it asks for one or changes account. The one from before is heard for a while: somebody has to change it at the operator, and
 * texts that have left carry it. 0: from before each had its own, one for all; never given out again.
 */
export type CallbackAddressFacts = { version: number; /** Null: the one in use. */ heardUntil: Date | null };

export const CHANGE_OVER_DAYS = 30;
export const changeOverEnds = (now: Date): Date => new Date(now.getTime() + CHANGE_OVER_DAYS * 24 * 60 * 60_000);

/** The first is 1, and is written down when there is something to say of it. */
export const versionInUse = (known: readonly CallbackAddressFacts[]): number => known.find(({ heardUntil }) => heardUntil === null)?.version ?? 1;

/** What is posted to an address is heard while it is in use or being changed, and not after. One that was never given out has ended. */
export function addressStanding(known: readonly CallbackAddressFacts[], version: number, now: Date): 'inUse' | 'changing' | 'ended' {
  if (version === versionInUse(known)) return 'inUse';
  const until = known.find((one) => one.version === version)?.heardUntil;
  return until != null && until > now ? 'changing' : 'ended';
}
