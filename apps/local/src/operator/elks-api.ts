import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Exchange } from './exchange';
import { checkSendForm } from './form';
import { historyPage } from './history';
import { elksTime, type OperatorMessage } from './message';
import { readBody, sendJson, sendText } from './respond';
import type { OperatorStore } from './store';

const asElks = ({ operator: _, textless, message, created, delivered, ...rest }: OperatorMessage) => ({
  ...rest,
  ...(textless ? {} : { message }),
  created: elksTime(created),
  ...(delivered === undefined ? {} : { delivered: elksTime(delivered) }),
});
const isElks = ({ operator }: OperatorMessage): boolean => operator !== 'twilio';

/** The part of the 46elks API that Rådslag uses: POST /a1/sms, GET /a1/sms and GET /a1/sms/{id}. */
export class ElksApi {
  private readonly expected: Buffer;

  constructor(
    private readonly store: OperatorStore,
    private readonly exchange: Exchange,
    credentials: { user: string; password: string },
  ) {
    this.expected = Buffer.from(`Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`);
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (!this.knows(request.headers.authorization)) {
      response.setHeader('www-authenticate', 'Basic realm="46elks"');
      return sendText(response, 401, 'Unauthorized');
    }
    const path = url.pathname.toLowerCase();
    if (path === '/a1/sms' && request.method === 'POST') return this.send(request, response);
    if (path === '/a1/sms' && request.method === 'GET') return this.history(response, url);
    if (path.startsWith('/a1/sms/') && request.method === 'GET') {
      const found = this.store.message(path.slice('/a1/sms/'.length));
      return found && isElks(found) ? sendJson(response, 200, asElks(found)) : sendText(response, 404, 'Not found');
    }
    return sendText(response, 404, 'Not found');
  }

  private knows(authorization: string | undefined): boolean {
    const given = Buffer.from(authorization ?? '');
    return given.length === this.expected.length && timingSafeEqual(given, this.expected);
  }

  private async send(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) {
      return sendText(response, 400, 'Send the request as application/x-www-form-urlencoded');
    }
    const body = await readBody(request, 64 * 1024);
    if (body === undefined) return sendText(response, 413, 'Request too large');
    const checked = checkSendForm(new URLSearchParams(body));
    if (!checked.ok) return sendText(response, checked.status, checked.text);
    const outcome = this.exchange.send(checked.form);
    this.store.persist();
    const { from, to, message } = checked.form;
    switch (outcome.answer) {
      case 'created':
        await new Promise((resolve) => setTimeout(resolve, outcome.afterMs ?? 0));
        return sendJson(response, 200, asElks(outcome.message));
      case 'dryrun':
        return sendJson(response, 200, { status: 'created', direction: 'outgoing', from, to, message, parts: outcome.parts, estimated_cost: outcome.cost });
      case 'refused':
        return sendText(response, 403, `The recipient ${to} can not be reached from this account`);
      case 'busy':
        return sendText(response, 429, 'Too many requests');
      case 'error':
        return sendText(response, 500, 'Internal Server Error');
      case 'never':
        // the caller must give up by itself: that is what this behaviour is for
        return undefined;
    }
  }

  private history(response: ServerResponse, url: URL): void {
    const ask = (name: string) => url.searchParams.get(name) ?? undefined;
    const { data, next } = historyPage(this.store.kept.messages.filter(isElks), { to: ask('to'), start: ask('start'), end: ask('end'), limit: ask('limit') });
    sendJson(response, 200, { data: data.map(asElks), ...(next === undefined ? {} : { next: elksTime(next) }) });
  }
}
