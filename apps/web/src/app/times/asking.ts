import type { MatrixPerson } from './answers';

/** What became of the latest question, time or link to somebody; `notSent`: it was stopped, or came too late. */
export type Asking = 'onItsWay' | 'waits' | 'willNotBeSent' | 'notSent' | 'sent' | 'delivered' | 'failed' | 'unknown';

const OF: Readonly<Record<string, Asking>> = {
  queued: 'onItsWay', sending: 'onItsWay', accepted: 'sent', delivered: 'delivered', failed: 'failed', unknown: 'unknown', cancelled: 'notSent', suppressed: 'notSent', expired: 'notSent', willNotBeSent: 'willNotBeSent', held: 'waits',
};
const SOON_MS = 60_000;

export function askingOf(last: MatrixPerson['lastMessage'], now = Date.now()): Asking | null {
  if (last === null) return null;
  if (last.state === 'planned') return last.at !== null && Date.parse(last.at) > now + SOON_MS ? 'waits' : 'onItsWay';
  return OF[last.state] ?? null;
}
