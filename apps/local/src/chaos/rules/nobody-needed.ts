import { instantOf, SWEDISH_ZONE, type MessageKind } from '@radslag/domain';
import type { Evidence, MessageRow } from '../evidence';

const ASKS: readonly string[] = ['invitation', 'answerReminder', 'newLink'];
const REMINDS: readonly string[] = ['reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours'];
const EARLY: readonly string[] = ['reminderFortnight', 'reminderWeek'];
const TELLS: readonly string[] = ['timeSet', 'timeMoved', ...REMINDS];
const MAY_HAVE_COME: readonly string[] = ['sending', 'accepted', 'delivered', 'unknown'];

/**
 * What the message was about has happened or matters no more, so that nobody is asked to do it by hand: they have answered or said no, the
 * time is another or none, it has begun, or they know and are reminded later.
 */
export function nobodyNeeded(message: MessageRow, { moments, messages }: Evidence): boolean {
  const kind = message.kind as MessageKind;
  const answers = moments.filter((moment) => moment.what === 'answer' && moment.facts['invitation'] === message.invitation_id).map((moment) => moment.facts['coming']);
  if (kind !== 'cancelled' && (answers.includes('no') || (ASKS.includes(kind) && answers.length > 0))) return true;
  const conference = moments.filter((moment) => moment.what === 'conference' && moment.id === message.conference_id).map(({ facts }) => facts);
  if (kind !== 'cancelled' && conference.some(({ state, version }) => state === 'cancelled' || (TELLS.includes(kind) && Number(version) > message.schedule_version))) return true;
  if (over(message, conference)) return true;
  return EARLY.includes(kind) && messages.some((other) => other.invitation_id === message.invitation_id && other.schedule_version === message.schedule_version && TELLS.includes(other.kind) && MAY_HAVE_COME.includes(other.state));
}

function over(message: MessageRow, conference: readonly Record<string, unknown>[]): boolean {
  const last = conference.at(-1);
  const local = last?.[REMINDS.includes(message.kind) || ASKS.includes(message.kind) ? 'startsLocal' : 'endsLocal'];
  return typeof local === 'string' && message.ended_at !== null && message.ended_at >= instantOf({ local, zone: SWEDISH_ZONE });
}
