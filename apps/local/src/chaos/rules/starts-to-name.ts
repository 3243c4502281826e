import type { Evidence, MessageRow } from '../evidence';
import type { History } from '../history';
import type { Moment } from '../instruments';

/**
 * The time that a text names. One that says that it no longer holds names what the person had heard last: of the versions
 * that a gate had let through before, the latest, and where that one came to nothing the one before it too, since nobody
 * else can say whether that was known by then.
 */
export function startsToName(message: MessageRow, gate: Moment, now: string | null, evidence: Evidence, history: History): (string | null)[] {
  if (message.kind !== 'cancelled') return [now];
  const told = evidence.messages
    .filter((row) => row.invitation_id === message.invitation_id && TELLING.includes(row.kind) && history.gatesOf(row.id).some(({ seq }) => seq < gate.seq))
    .sort((a, b) => b.schedule_version - a.schedule_version);
  const certain = told.findIndex((row) => HEARD.includes(row.state));
  const starts = told.slice(0, certain < 0 ? undefined : certain + 1).map((row) => startOf(row, history));
  return certain < 0 ? [...starts, now] : starts;
}
const TELLING = ['timeSet', 'timeMoved', 'reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours'];
const HEARD = ['sending', 'accepted', 'delivered', 'unknown'];
const startOf = (message: MessageRow, history: History): string | null =>
  history.all('conference').find(({ id, facts }) => id === message.conference_id && facts.version === message.schedule_version)?.facts.startsLocal ?? null;
