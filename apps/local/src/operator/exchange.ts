import { randomBytes } from 'node:crypto';
import type { OperatorName } from '@radslag/domain';
import { twilioSignature } from '@radslag/sms';
import { formatBehaviour, NORMAL, parseBehaviour, treatmentOf, type Behaviour } from './behaviour';
import type { Errands } from './errands';
import type { SendForm } from './form';
import { elksTime, type Delivery, type OperatorMessage } from './message';
import { TWILIO_ACCOUNT } from './operators';
import { countParts } from './segments';
import type { OperatorStore } from './store';

const COST_PER_PART = 3500;
const newId = (operator: OperatorName): string => `${operator === 'twilio' ? 'SM' : 's'}${randomBytes(16).toString('hex')}`;

/** What is set at an operator for a number: where it posts replies. */
export type InboundUrl = (operator: OperatorName, number: string) => string | undefined | Promise<string | undefined>;

export type SendOutcome =
  | { readonly answer: 'created'; readonly message: OperatorMessage; readonly afterMs?: number }
  | { readonly answer: 'dryrun'; readonly parts: number; readonly cost: number }
  | { readonly answer: 'refused' | 'busy' | 'never' | 'error' };

/** Takes SMS in, lights up phones, sends receipts, carries replies: all that lies between the API and the phones. */
export class Exchange {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly store: OperatorStore,
    private readonly errands: Errands,
    private readonly stamp: () => string,
    private readonly inboundUrl: InboundUrl,
  ) {}

  behaviourOf(number: string): Behaviour {
    return parseBehaviour(this.store.kept.behaviours[number] ?? '') ?? NORMAL;
  }

  /** `key`: a number, or an operator for all of its numbers. */
  setBehaviour(number: string, behaviour: Behaviour): void {
    if (behaviour.name === 'ok') delete this.store.kept.behaviours[number];
    else this.store.kept.behaviours[number] = formatBehaviour(behaviour);
    this.store.changed();
  }

  send(form: SendForm): SendOutcome {
    const parts = countParts(form.message);
    const { from, to, message, operator = '46elks' } = form;
    const at = this.stamp();
    const record = (outcome: 'accepted' | 'refused' | 'busy' | 'hung' | 'accepted-then-error' | 'accepted-then-hung' | 'dryrun', messageId?: string) => {
      this.store.kept.attempts.push({ at, operator, from, to, message, outcome, ...(messageId === undefined ? {} : { messageId }) });
      this.store.changed();
    };
    if (form.dryrun) {
      record('dryrun');
      return { answer: 'dryrun', parts, cost: parts * COST_PER_PART };
    }
    const treatment = treatmentOf(this.store.kept.behaviours[operator] === undefined ? this.behaviourOf(to) : this.behaviourOf(operator));
    if (!treatment.accepted) {
      const { answer } = treatment;
      record(answer === 'refused' || answer === 'busy' ? answer : 'hung');
      return { answer: answer === 'refused' || answer === 'busy' ? answer : 'never' };
    }
    const kept: OperatorMessage = { id: newId(operator), operator, ...(form.dontlog ? { textless: true } : {}), direction: 'outgoing', from, to, message, created: at, parts, cost: parts * COST_PER_PART, status: 'created' };
    this.store.kept.messages.push(kept);
    const now = Date.now();
    const { arrivesAfterMs, receipts } = treatment;
    const settledAfterMs = arrivesAfterMs ?? receipts.at(-1)?.afterMs ?? 0;
    this.store.kept.pending.push({ messageId: kept.id, dueAt: now + settledAfterMs, lost: arrivesAfterMs === null });
    for (const [order, receipt] of receipts.entries()) {
      if (form.whendelivered === undefined) break;
      const then = new Date(Date.parse(at) + receipt.afterMs).toISOString();
      this.errands.add({
        id: `${kept.id}-${order}`,
        ...signed(kept.operator, form.whendelivered, receiptForm(kept, receipt.status, then)),
        attempts: 0,
        dueAt: now + receipt.afterMs,
      });
    }
    record(treatment.answer === 'created' ? 'accepted' : treatment.answer === 'error' ? 'accepted-then-error' : 'accepted-then-hung', kept.id);
    this.schedule();
    return treatment.answer === 'created' ? { answer: 'created', message: kept, ...(treatment.answerAfterMs === undefined ? {} : { afterMs: treatment.answerAfterMs }) } : { answer: treatment.answer };
  }

  /**
   * Somebody writes on their phone, by way of whoever carried the last text to it. Without an address to post to, the SMS
   * stays on the phone.
   */
  reply(phone: string, text: string, to: string): OperatorMessage {
    const parts = countParts(text);
    const operator = this.store.kept.messages.findLast((message) => message.direction === 'outgoing' && message.to === phone)?.operator ?? '46elks';
    const kept: OperatorMessage = { id: newId(operator), operator, direction: 'incoming', from: phone, to, message: text, created: this.stamp(), parts, cost: 0, status: 'delivered' };
    this.store.kept.messages.push(kept);
    this.store.changed();
    const url = this.inboundUrl(operator, to);
    if (url instanceof Promise) void url.then((found) => this.bring(kept, found), (error: unknown) => process.stderr.write(`a reply stays on the phone: ${String(error)}\n`));
    else this.bring(kept, url);
    return kept;
  }

  private bring(kept: OperatorMessage, url: string | undefined): void {
    if (url !== undefined) this.errands.add({ id: `${kept.id}-in`, ...signed(kept.operator, url, inboundForm(kept)), attempts: 0, dueAt: Date.now() });
  }

  /** Lights up the phones whose time has come, also those left from before a restart. */
  schedule(): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    const { pending } = this.store.kept;
    if (pending.length === 0) return;
    const next = Math.min(...pending.map(({ dueAt }) => dueAt));
    this.timer = setTimeout(() => this.lightUp(), Math.min(Math.max(next - Date.now(), 0), 60_000));
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private lightUp(): void {
    const { kept } = this.store;
    const now = Date.now();
    const due = kept.pending.filter(({ dueAt }) => dueAt <= now).sort((a, b) => a.dueAt - b.dueAt);
    kept.pending = kept.pending.filter(({ dueAt }) => dueAt > now);
    for (const { messageId, lost } of due) {
      const message = this.store.message(messageId);
      if (!message) continue;
      if (lost) {
        message.status = 'failed';
        continue;
      }
      const { from, to, message: text } = message;
      const at = this.stamp();
      message.status = 'delivered';
      message.delivered = at;
      const seq = (kept.arrivals.at(-1)?.seq ?? 0) + 1;
      kept.arrivals.push({ seq, messageId, from, to, message: text, at, realAt: new Date(now).toISOString() });
    }
    if (due.length > 0) this.store.changed();
    this.schedule();
  }
}

/** Twilio's words for how it went; `created` is what it calls queued. */
export const twilioStatus = (status: Delivery): string => ({ created: 'queued', sent: 'sent', delivered: 'delivered', failed: 'undelivered' })[status];

/** Twilio signs what it posts with the token of the account; 46elks does not. */
const signed = (operator: OperatorMessage['operator'], url: string, form: Record<string, string>) =>
  ({ url, form, ...(operator === 'twilio' ? { signature: twilioSignature(TWILIO_ACCOUNT.password, url, new URLSearchParams(form)) } : {}) });

/** Each operator's own receipt. */
function receiptForm({ id, operator, from, to }: OperatorMessage, status: Delivery, at: string): Record<string, string> {
  if (operator !== 'twilio') return { id, status, ...(status === 'delivered' ? { delivered: elksTime(at) } : {}) };
  const word = twilioStatus(status);
  return { MessageSid: id, MessageStatus: word, SmsSid: id, SmsStatus: word, AccountSid: TWILIO_ACCOUNT.user, From: from, To: to, ApiVersion: '2010-04-01', ...(status === 'failed' ? { ErrorCode: '30003' } : {}) };
}

/** Each operator's own way of telling of a reply. */
function inboundForm({ id, operator, from, to, message, created, parts }: OperatorMessage): Record<string, string> {
  if (operator !== 'twilio') return { direction: 'incoming', id, from, to, created: elksTime(created), message };
  return { MessageSid: id, SmsSid: id, SmsMessageSid: id, AccountSid: TWILIO_ACCOUNT.user, From: from, To: to, Body: message, NumMedia: '0', NumSegments: String(parts), FromCountry: 'SE', ApiVersion: '2010-04-01' };
}
