import type { Conference } from '@radslag/db';
import { dateOf, type Instant } from '@radslag/domain';

/** A conference is run on its own date; local and test mode have a clock of their own. */
export function dayIsOpen(conference: Pick<Conference, 'state' | 'startsLocal' | 'zone'>, now: Instant, mode: 'production' | 'local' | 'test'): boolean {
  if (conference.state === 'inProgress') return true;
  if (conference.state !== 'confirmed' || conference.startsLocal === null) return false;
  return mode !== 'production' || dateOf(now, conference.zone) === conference.startsLocal.slice(0, 10);
}
