import type { DeliveryStatus, SendOutcome } from './operator';

/** 46elks → ours, in one table. What is not here is recorded and raised, never guessed. */
export const ELKS_STATUS: Readonly<Record<string, DeliveryStatus>> = {
  created: 'accepted',
  sent: 'accepted',
  delivered: 'delivered',
  failed: 'failed',
};

export const elksDelivery = (status: string): DeliveryStatus | null => (Object.hasOwn(ELKS_STATUS, status) ? ELKS_STATUS[status]! : null);

/** An empty purse is filled, a number out of reach is not. 46elks answers both with 403 and a line of text. */
const PASSES = /credit|balance|funds|too many|rate limit|temporar/i;

/**
 * 46elks keeps no list of who has said stop; an account or a network behind it may, and says so in words. Looked for before what passes:
 * a no that is heard too often costs a call.
 */
const OPTED_OUT = /unsubscri|opt(?:ed)?[ -]?out|black[ -]?list|block[ -]?list|deny[ -]?list|stop[ -]?list|do[ -]not[ -](?:contact|disturb|text)|recipient (?:has |is )?(?:blocked|refused|declined|stopped)|repl(?:ied|y) (?:with )?["']?stop/i;

/**
 * What an answer to `POST /a1/sms` means. Only an answer that says so is a no: a 5xx may come from a machine that had
 * already taken the message, so it is unknown.
 */
export function elksOutcome(status: number, body: string): SendOutcome {
  if (status >= 200 && status < 300) {
    const answer = parse(body);
    if (answer === null) return { kind: 'unknown', detail: 'answer-unreadable' };
    return answer.status === 'failed' ? { kind: 'refused', detail: 'failed-at-once' } : { kind: 'accepted', operatorMessageId: answer.id };
  }
  if (status >= 400 && status < 500 && OPTED_OUT.test(body)) return { kind: 'refused', detail: `http-${status}-opted-out`, optedOut: true };
  if (status === 401) return { kind: 'retryable', detail: 'credentials' };
  if (status === 402 || status === 429) return { kind: 'retryable', detail: `http-${status}` };
  if (status === 403 && PASSES.test(body)) return { kind: 'retryable', detail: 'http-403-passes' };
  if (status >= 400 && status < 500 && status !== 408) return { kind: 'refused', detail: `http-${status}` };
  return { kind: 'unknown', detail: `http-${status}` };
}

function parse(body: string): { id: string; status?: string } | null {
  try {
    const answer: unknown = JSON.parse(body);
    if (typeof answer !== 'object' || answer === null || !('id' in answer) || typeof answer.id !== 'string' || answer.id === '') return null;
    return { id: answer.id, ...('status' in answer && typeof answer.status === 'string' ? { status: answer.status } : {}) };
  } catch {
    return null;
  }
}

/** 46elks writes UTC without a zone. */
export const elksInstant = (text: string): Date => new Date(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text.replace(/(\.\d{3})\d+$/, '$1')}Z`);
