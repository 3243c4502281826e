import type { Channel, Coming } from './vocabulary';
import type { InvitationState, MessageState } from './states';

/** Where an invitation stands on the board, left to right. */
export const BOARD_COLUMNS = ['needsYou', 'notSent', 'onItsWay', 'waiting', 'answered'] as const;
export type BoardColumn = (typeof BOARD_COLUMNS)[number];

export type OnTheBoard = {
  state: InvitationState;
  /** What they have said of the question as it stands. */
  coming: Coming | null;
  /** Somebody has to do something by hand about this person and this conference. */
  openTask: boolean;
  channel: Channel;
  /** The latest message that asks (the question, its repeats, a new link). */
  lastAsking: MessageState | null;
};

const STRANDED: readonly MessageState[] = ['failed', 'expired', 'unknown', 'suppressed'];
const LEAVING: readonly MessageState[] = ['planned', 'held', 'queued', 'sending'];
const GONE: readonly MessageState[] = ['accepted', 'delivered'];

/** An answer settles it; before that, whatever a person must see to comes first. */
export function boardColumn(row: OnTheBoard): BoardColumn {
  if (row.coming !== null) return 'answered';
  if (row.openTask || (row.lastAsking !== null && STRANDED.includes(row.lastAsking))) return 'needsYou';
  if (row.lastAsking !== null && LEAVING.includes(row.lastAsking)) return 'onItsWay';
  if (row.state === 'sent' || (row.lastAsking !== null && GONE.includes(row.lastAsking))) return 'waiting';
  return 'notSent';
}
