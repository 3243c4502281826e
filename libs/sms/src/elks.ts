import { elksDelivery, elksInstant, elksOutcome } from './elks-vocabulary';
import { CallFailed, httpCaller, type HttpCall } from './http-call';
import type { Outgoing, Question, SendOutcome, SmsOnRecord, SmsOperator } from './operator';

export type ElksSettings = { url: string; user: string; password: string; timeoutMs?: number };

type HistoryItem = { id: string; to: string; message?: string; created: string; status: string; direction?: string };
/** Of one number, and of a whole account. */
const MOST_PAGES = { one: 20, all: 1_000 };

/** The 46elks API: form-encoded, Basic auth, no idempotency key, so "once" is our own business (the resolver's). */
export class ElksOperator implements SmsOperator {
  readonly name = '46elks';
  private readonly authorization: string;
  private readonly target: URL;
  private readonly timeoutMs: number;
  private readonly call: HttpCall;
  readonly close: () => void;

  constructor(
    private readonly settings: ElksSettings,
    caller: { call: HttpCall; close: () => void } = httpCaller(),
  ) {
    this.authorization = `Basic ${Buffer.from(`${settings.user}:${settings.password}`).toString('base64')}`;
    this.target = new URL(`${settings.url}/a1/sms`);
    this.timeoutMs = settings.timeoutMs ?? 10_000;
    this.call = caller.call;
    this.close = caller.close;
  }

  async send(sms: Outgoing): Promise<SendOutcome> {
    // `dontlog`: 46elks keeps number and time, and never the text.
    const body = new URLSearchParams({ from: sms.from, to: sms.to, message: sms.text, whendelivered: sms.callbackUrl, dontlog: 'message' }).toString();
    try {
      const answer = await this.call(this.target, {
        method: 'POST',
        headers: { authorization: this.authorization, 'content-type': 'application/x-www-form-urlencoded' },
        body,
        timeoutMs: this.timeoutMs,
      });
      return elksOutcome(answer.status, answer.body);
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      return { kind: error.sent ? 'unknown' : 'retryable', detail: error.code };
    }
  }

  /** 46elks' `start` means before and `end` after. Pages of a hundred, newest first. */
  async history(question: Question): Promise<SmsOnRecord[]> {
    const found: SmsOnRecord[] = [];
    let before = elksMoment(question.until);
    for (let page = 0; page < MOST_PAGES[question.to === undefined ? 'all' : 'one']; page++) {
      const target = new URL(`${this.settings.url}/a1/sms`);
      target.search = new URLSearchParams({ ...(question.to === undefined ? {} : { to: question.to }), start: before, end: elksMoment(question.since), limit: '100' }).toString();
      const answer = await this.call(target, { method: 'GET', headers: { authorization: this.authorization }, timeoutMs: this.timeoutMs });
      if (answer.status !== 200) throw new CallFailed(`http-${answer.status}`, true);
      const { data, next } = JSON.parse(answer.body) as { data: HistoryItem[]; next?: string };
      for (const item of data) {
        if (item.direction === 'incoming') continue;
        found.push({ operatorMessageId: item.id, to: item.to, text: item.message || null, createdAt: elksInstant(item.created), delivery: elksDelivery(item.status) });
      }
      if (next === undefined || next === before || data.length === 0) return found;
      before = next;
    }
    throw new CallFailed('history-too-long', true);
  }
}

const elksMoment = (instant: Date): string => instant.toISOString().replace(/\.(\d{3})Z$/, '.$1000');
