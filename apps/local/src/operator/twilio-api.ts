import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { twilioStatus, type Exchange } from './exchange';
import { isE164, isSender } from './form';
import type { OperatorMessage } from './message';
import { TWILIO_ACCOUNT } from './operators';
import { readBody, sendJson } from './respond';
import type { OperatorStore } from './store';

const ROOT = `/2010-04-01/Accounts/${TWILIO_ACCOUNT.user}`;
const twilioTime = (instant: string): string => new Date(instant).toUTCString().replace('GMT', '+0000');
const isTwilio = ({ operator }: OperatorMessage): boolean => operator === 'twilio';
const isFinal = ({ status }: OperatorMessage): boolean => status === 'delivered' || status === 'failed';

const asTwilio = (message: OperatorMessage) => ({
  sid: message.id,
  account_sid: TWILIO_ACCOUNT.user,
  body: message.textless ? '' : message.message,
  from: message.from,
  to: message.to,
  status: twilioStatus(message.status),
  direction: message.direction === 'outgoing' ? 'outbound-api' : 'inbound',
  date_created: twilioTime(message.created),
  // what still lies in the queue has not been sent, and is found by no filter on when it was
  date_sent: message.status === 'created' ? null : twilioTime(message.delivered ?? message.created),
  num_segments: String(message.parts),
  error_code: message.status === 'failed' ? 30003 : null,
  api_version: '2010-04-01',
  uri: `${ROOT}/Messages/${message.id}.json`,
});

/** The part of Twilio's API that Rådslag uses: messages are created, listed, read and emptied. */
export class TwilioApi {
  private readonly expected = Buffer.from(`Basic ${Buffer.from(`${TWILIO_ACCOUNT.user}:${TWILIO_ACCOUNT.password}`).toString('base64')}`);

  constructor(
    private readonly store: OperatorStore,
    private readonly exchange: Exchange,
  ) {}

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const given = Buffer.from(request.headers.authorization ?? '');
    if (given.length !== this.expected.length || !timingSafeEqual(given, this.expected)) return fail(response, 401, 20003, 'Authenticate');
    const one = new RegExp(`^${ROOT}/Messages/(\\w+)\\.json$`).exec(url.pathname)?.[1];
    if (url.pathname === `${ROOT}/Messages.json`) return request.method === 'POST' ? this.create(request, response) : this.list(response, url);
    const message = one === undefined ? undefined : this.store.message(one);
    if (!message || !isTwilio(message)) return fail(response, 404, 20404, `The requested resource ${url.pathname} was not found`);
    return request.method === 'POST' ? this.empty(request, response, message) : sendJson(response, 200, asTwilio(message));
  }

  private async create(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams((await readBody(request, 64 * 1024)) ?? '');
    const [from, to, message] = [form.get('From') ?? '', form.get('To') ?? '', form.get('Body') ?? ''];
    if (message === '') return fail(response, 400, 21602, 'Message body is required.');
    if (!isE164(to)) return fail(response, 400, 21211, `Invalid 'To' Phone Number: ${to}`);
    if (!isSender(from)) return fail(response, 400, 21212, `Invalid From Number: ${from}`);
    const outcome = this.exchange.send({ operator: 'twilio', from, to, message, whendelivered: form.get('StatusCallback') ?? undefined, dryrun: false });
    this.store.persist();
    switch (outcome.answer) {
      case 'created':
        await new Promise((resolve) => setTimeout(resolve, outcome.afterMs ?? 0));
        return sendJson(response, 201, asTwilio(outcome.message));
      case 'refused':
        return fail(response, 400, 21610, 'Attempt to send to unsubscribed recipient');
      case 'busy':
        return fail(response, 429, 20429, 'Too Many Requests');
      case 'error':
        return fail(response, 500, 20500, 'Internal Server Error');
      case 'dryrun':
      case 'never':
        // the caller must give up by itself: that is what this behaviour is for
        return undefined;
    }
  }

  private list(response: ServerResponse, url: URL): void {
    const { searchParams: ask } = url;
    const [size, page] = [Math.min(Number(ask.get('PageSize') ?? 50) || 50, 1000), Number(ask.get('Page') ?? 0) || 0];
    const [after, before] = [ask.get('DateSent>'), ask.get('DateSent<')];
    const all = this.store.kept.messages
      .filter((message) => isTwilio(message) && (!ask.has('To') || message.to === ask.get('To')))
      .filter((message) => (after === null && before === null) || (message.status !== 'created' && dayOf(message) >= (after ?? '') && dayOf(message) <= (before ?? '9')))
      .reverse();
    ask.set('Page', String(page + 1));
    const more = all.length > (page + 1) * size;
    sendJson(response, 200, { messages: all.slice(page * size, (page + 1) * size).map(asTwilio), page, page_size: size, next_page_uri: more ? `${ROOT}/Messages.json?${ask.toString()}` : null });
  }

  private async empty(request: IncomingMessage, response: ServerResponse, message: OperatorMessage): Promise<void> {
    const form = new URLSearchParams((await readBody(request, 64 * 1024)) ?? '');
    if (form.get('Body') !== '') return fail(response, 400, 21609, 'Only an empty Body can be set');
    if (!isFinal(message)) return fail(response, 400, 20009, 'Cannot update this message because its delivery has not been completed');
    message.textless = true;
    this.store.changed();
    return sendJson(response, 200, asTwilio(message));
  }
}

const dayOf = (message: OperatorMessage): string => message.created.slice(0, 10);

function fail(response: ServerResponse, status: number, code: number, message: string): void {
  sendJson(response, status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });
}
