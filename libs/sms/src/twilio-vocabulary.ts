import type { DeliveryStatus, SendOutcome } from './operator';

/** Twilio → ours, in one table. `undelivered`: the network said no; `failed`: Twilio itself did. */
export const TWILIO_STATUS: Readonly<Record<string, DeliveryStatus>> = {
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'accepted',
  delivered: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
};

/** A receipt's word may carry the numbered reason after a colon ('undelivered:30004'). */
export const twilioDelivery = (status: string): DeliveryStatus | null => {
  const [word = ''] = status.split(':');
  return Object.hasOwn(TWILIO_STATUS, word) ? TWILIO_STATUS[word]! : null;
};

/**
 * The numbered reasons that are the person's own no. 21610: has answered STOP (or END, QUIT, CANCEL, REVOKE …). 30004: the number is
 * barred from getting this, which a person asks their network for; where it is the network's own doing a call finds out.
 * Not 30003 (switched off), 30005 (no such number), 30006 (a landline) and 30007 (taken for spam): those are about the phone and the way.
 */
const OPTED_OUT: ReadonlySet<number> = new Set([21610, 30004]);
export const twilioOptedOut = (code: unknown): boolean => OPTED_OUT.has(Number(code));

/**
 * Twilio's numbered reasons that pass, or that another operator does not share: they are about the account, the sender or
 * the traffic, not about who the message is for.
 */
const PASSES: ReadonlySet<number> = new Set([
  10001, // account is not active
  14107, // message rate limit
  20003, // credentials
  20005, // account not active
  20006, // no access
  20429, // too many requests
  21212, // the sender is not valid
  21408, // the country is not switched on for the account
  21606, // the sender is not one of the account's
  21611, // the sender's queue is full
  21659, // the sender is not one of the account's
  63038, // the account's daily limit
]);

/**
 * What an answer to `POST …/Messages.json` means. As with any operator: only an answer that says so is a no. A 5xx may come
 * from a machine that had already taken the message, so it is unknown.
 */
export function twilioOutcome(status: number, body: string): SendOutcome {
  const answer = parse(body);
  if (status >= 200 && status < 300) {
    if (typeof answer?.sid !== 'string' || answer.sid === '') return { kind: 'unknown', detail: 'answer-unreadable' };
    const delivery = typeof answer.status === 'string' ? twilioDelivery(answer.status) : null;
    return delivery === 'failed' ? { kind: 'refused', detail: 'failed-at-once', ...(twilioOptedOut(answer.error_code) ? { optedOut: true as const } : {}) } : { kind: 'accepted', operatorMessageId: answer.sid };
  }
  const code = typeof answer?.code === 'number' ? answer.code : null;
  const detail = code === null ? `http-${status}` : `http-${status}-${code}`;
  if (code !== null && status >= 400 && status < 500 && twilioOptedOut(code)) return { kind: 'refused', detail, optedOut: true };
  if (code !== null && status >= 400 && status < 500 && PASSES.has(code)) return { kind: 'retryable', detail };
  // The address names the account: one that is not found is ours to put right, and says nothing of who the message is for.
  if ([401, 402, 403, 404, 429].includes(status)) return { kind: 'retryable', detail };
  if (status >= 400 && status < 500 && status !== 408) return { kind: 'refused', detail };
  return { kind: 'unknown', detail };
}

function parse(body: string): { sid?: unknown; status?: unknown; code?: unknown; error_code?: unknown } | null {
  try {
    const answer: unknown = JSON.parse(body);
    return typeof answer === 'object' && answer !== null ? answer : null;
  } catch {
    return null;
  }
}
