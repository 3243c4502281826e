import { CallFailed, httpCaller, type HttpAnswer, type HttpCall } from './http-call';
import type { Outgoing, Question, SendOutcome, SmsOnRecord, SmsOperator } from './operator';
import { twilioDelivery, twilioOptedOut, twilioOutcome } from './twilio-vocabulary';

/** `user`: the account SID, which is also in every address. */
export type TwilioSettings = { url: string; user: string; password: string; timeoutMs?: number };

type Listed = { sid: string; to: string; body: string | null; date_created: string; status: string; direction: string; error_code?: number | null };
type Page = { messages: Listed[]; next_page_uri: string | null };

const PAGE_SIZE = 200;
/** Of one number, and of a whole account. */
const MOST_PAGES = { one: 20, all: 500 };
/** The list is sorted by when a message was sent, not by when it was taken: how far apart the two may be. */
const QUEUED_AT_MOST_MS = 24 * 60 * 60_000;

/** Twilio's Messages API: form-encoded, Basic auth, no idempotency key, so "once" is our own business here too. */
export class TwilioOperator implements SmsOperator {
  readonly name = 'twilio';
  private readonly authorization: string;
  private readonly account: string;
  private readonly timeoutMs: number;
  private readonly http: HttpCall;
  readonly close: () => void;

  constructor(
    private readonly settings: TwilioSettings,
    caller: { call: HttpCall; close: () => void } = httpCaller(),
  ) {
    this.authorization = `Basic ${Buffer.from(`${settings.user}:${settings.password}`).toString('base64')}`;
    this.account = `/2010-04-01/Accounts/${encodeURIComponent(settings.user)}`;
    this.timeoutMs = settings.timeoutMs ?? 10_000;
    this.http = caller.call;
    this.close = caller.close;
  }

  async send(sms: Outgoing): Promise<SendOutcome> {
    try {
      const answer = await this.post(`${this.account}/Messages.json`, { From: sms.from, To: sms.to, Body: sms.text, StatusCallback: sms.callbackUrl });
      return twilioOutcome(answer.status, answer.body);
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      return { kind: error.sent ? 'unknown' : 'retryable', detail: error.code };
    }
  }

  /**
   * By recipient alone, and by our own look at `date_created`: Twilio's `DateSent` filter knows days, and a message still in
   * its queue has no such date, so that it would be missing from the answer, and we would send another.
   */
  async history(question: Question): Promise<SmsOnRecord[]> {
    const found: SmsOnRecord[] = [];
    let path: string | null = `${this.account}/Messages.json?${new URLSearchParams({ ...(question.to === undefined ? {} : { To: question.to }), PageSize: String(PAGE_SIZE) }).toString()}`;
    for (let page = 0; page < MOST_PAGES[question.to === undefined ? 'all' : 'one']; page++) {
      const answer = await this.get(path);
      if (answer.status !== 200) throw new CallFailed(`http-${answer.status}`, true);
      const { messages, next_page_uri } = JSON.parse(answer.body) as Page;
      let oldest = Infinity;
      for (const item of messages) {
        const createdAt = new Date(item.date_created);
        oldest = Math.min(oldest, createdAt.getTime());
        if (item.direction === 'inbound' || createdAt < question.since || createdAt > question.until) continue;
        // An empty text is one that was made to be forgotten.
        found.push({ operatorMessageId: item.sid, to: item.to, text: item.body || null, createdAt, delivery: twilioDelivery(item.status), ...(twilioOptedOut(item.error_code) ? { optedOut: true as const } : {}) });
      }
      if (!next_page_uri || messages.length === 0 || oldest < question.since.getTime() - QUEUED_AT_MOST_MS) return found;
      path = next_page_uri;
    }
    throw new CallFailed('history-too-long', true);
  }

  /** Twilio empties the text of a message whose delivery has ended, and of no other. Gone altogether is as good. */
  async forget(operatorMessageId: string): Promise<void> {
    const answer = await this.post(`${this.account}/Messages/${encodeURIComponent(operatorMessageId)}.json`, { Body: '' });
    if ((answer.status < 200 || answer.status >= 300) && answer.status !== 404) throw new CallFailed(`forget-http-${answer.status}`, true);
  }

  private post(path: string, form: Record<string, string>): Promise<HttpAnswer> {
    return this.http(new URL(`${this.settings.url}${path}`), {
      method: 'POST',
      headers: { authorization: this.authorization, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
      timeoutMs: this.timeoutMs,
    });
  }

  private get(path: string): Promise<HttpAnswer> {
    return this.http(new URL(`${this.settings.url}${path}`), { method: 'GET', headers: { authorization: this.authorization }, timeoutMs: this.timeoutMs });
  }
}
