import type { MessageRow } from '../evidence';

/** What a key carries when it repeats another: a second try, a second asking, another way. */
export const MARKS = /(:resent|:again\d+|:by-\w+)+$/;
export const baseOf = (message: MessageRow): string => message.idempotency_key.replace(MARKS, '');
/** A message as a person reading the story would point at it. */
export const name = (message: MessageRow): string => `${message.kind} v${message.schedule_version} to ${message.member_id.slice(-4)} (${message.id.slice(-6)}, ${message.state}${message.reason ? ` ${message.reason}` : ''}${MARKS.exec(message.idempotency_key)?.[0] ?? ''})`;
