import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deliveryOf, optedOutBy } from './receipt-words';
import { TwilioOperator } from './twilio';
import { twilioOutcome } from './twilio-vocabulary';

const SID = 'AC00000000000000000000000000000001';
let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void;
let operator: TwilioOperator;
beforeEach(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => answer(request, response, body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  operator = new TwilioOperator({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, user: SID, password: 'token', timeoutMs: 300 });
});
afterEach(async () => {
  operator.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
const sms = { id: 'm1', from: 'Svara', to: '+46701740606', text: 'Hej! Å ä ö & + =', callbackUrl: 'http://127.0.0.1:9/x' };

describe('the Twilio adapter', () => {
  it('posts a form with Basic auth to the account’s messages and takes the sid', async () => {
    let seen: unknown;
    answer = (request, response, body) => {
      seen = [request.method, request.url, request.headers.authorization, Object.fromEntries(new URLSearchParams(body))];
      response.writeHead(201).end('{"sid":"SM1","status":"queued"}');
    };
    expect(await operator.send(sms)).toEqual({ kind: 'accepted', operatorMessageId: 'SM1' });
    expect(seen).toEqual(['POST', `/2010-04-01/Accounts/${SID}/Messages.json`, `Basic ${Buffer.from(`${SID}:token`).toString('base64')}`, { From: 'Svara', To: '+46701740606', Body: 'Hej! Å ä ö & + =', StatusCallback: 'http://127.0.0.1:9/x' }]);
  });

  it('no answer in time, or a line cut after the question: unknown', async () => {
    answer = () => undefined;
    expect(await operator.send(sms)).toEqual({ kind: 'unknown', detail: 'timeout' });
    answer = (request) => request.socket.destroy();
    expect(await operator.send(sms)).toMatchObject({ kind: 'unknown' });
  });

  it('never connected: a definite no, to be tried again', async () => {
    const nobody = new TwilioOperator({ url: 'http://127.0.0.1:1', user: SID, password: 'p', timeoutMs: 300 });
    expect(await nobody.send(sms)).toEqual({ kind: 'retryable', detail: 'ECONNREFUSED' });
    nobody.close();
  });

  it('finds what it took though it has not sent it yet, page by page, and leaves out what came in and what is old', async () => {
    const asked: (string | null)[][] = [];
    const at = (clock: string) => `Tue, 01 Dec 2026 ${clock} +0000`;
    answer = (request, response) => {
      const url = new URL(request.url!, 'http://x');
      asked.push([url.pathname, url.searchParams.get('To'), url.searchParams.get('DateSent>'), url.searchParams.get('Page')]);
      const first = asked.length === 1;
      response.end(JSON.stringify(first
        ? { messages: [{ sid: 'SM9', body: 'Svar', date_created: at('11:01:00'), date_sent: at('11:01:00'), status: 'received', direction: 'inbound' }, { sid: 'SM3', body: '', date_created: at('11:00:30'), date_sent: at('11:00:31'), status: 'delivered', direction: 'outbound-api' }], next_page_uri: `/2010-04-01/Accounts/${SID}/Messages.json?To=%2B46701740606&Page=1` }
        : { messages: [{ sid: 'SM2', body: 'Hej', date_created: at('11:00:00'), date_sent: null, status: 'queued', direction: 'outbound-api' }, { sid: 'SM1', body: 'Gammalt', date_created: at('09:00:00'), date_sent: at('09:00:01'), status: 'sent', direction: 'outbound-api' }], next_page_uri: null }));
    };
    const record = await operator.history({ to: sms.to, since: new Date('2026-12-01T10:50:00Z'), until: new Date('2026-12-01T11:10:00Z') });
    expect(record).toEqual([
      { operatorMessageId: 'SM3', text: null, createdAt: new Date('2026-12-01T11:00:30Z'), delivery: 'delivered' },
      { operatorMessageId: 'SM2', text: 'Hej', createdAt: new Date('2026-12-01T11:00:00Z'), delivery: 'accepted' },
    ]);
    expect(asked).toEqual([[`/2010-04-01/Accounts/${SID}/Messages.json`, sms.to, null, null], [`/2010-04-01/Accounts/${SID}/Messages.json`, sms.to, null, '1']]);
  });

  it('a record that cannot be had is an error, never an empty record', async () => {
    answer = (_request, response) => response.writeHead(500).end('{"messages":[]}');
    await expect(operator.history({ to: sms.to, since: new Date(0), until: new Date(1) })).rejects.toThrow('http-500');
  });

  it('empties a text; one that is gone is forgotten, one on its way is not yet', async () => {
    let seen: unknown;
    answer = (request, response, body) => {
      seen = [request.method, request.url, body];
      response.end('{"sid":"SM1","body":""}');
    };
    await operator.forget('SM1');
    expect(seen).toEqual(['POST', `/2010-04-01/Accounts/${SID}/Messages/SM1.json`, 'Body=']);
    answer = (_request, response) => response.writeHead(404).end('{"code":20404}');
    await operator.forget('SM1');
    answer = (_request, response) => response.writeHead(409).end('{"code":20009}');
    await expect(operator.forget('SM1')).rejects.toThrow('forget-http-409');
  });
});

describe('Twilio’s words as ours', () => {
  it.each([
    [201, '{"sid":"SM1","status":"queued"}', 'accepted'],
    [201, '{"sid":"SM1","status":"accepted"}', 'accepted'],
    [200, '{"sid":"SM1","status":"a word of tomorrow"}', 'accepted'],
    [201, '{"sid":"SM1","status":"failed"}', 'refused'],
    [201, '{"status":"queued"}', 'unknown'],
    [201, '<html>', 'unknown'],
    [400, '{"code":21211,"message":"Invalid To"}', 'refused'],
    [400, '{"code":21610,"message":"Unsubscribed"}', 'refused'],
    [400, '{"code":21611,"message":"Queue full"}', 'retryable'],
    [400, '{"code":21606,"message":"Not your sender"}', 'retryable'],
    [400, '', 'refused'],
    [401, '{"code":20003}', 'retryable'],
    [402, '', 'retryable'],
    [403, '{"code":20005}', 'retryable'],
    [404, '{"code":20404}', 'retryable'],
    [408, '', 'unknown'],
    [429, '{"code":20429}', 'retryable'],
    [500, '{"code":20429}', 'unknown'],
    [503, '', 'unknown'],
    [302, '', 'unknown'],
  ])('%i %s is %s', (status, body, kind) => expect(twilioOutcome(status, body).kind).toBe(kind));

  it('the person’s own no is told from other refusals', () => {
    expect([21610, 30004].map((code) => twilioOutcome(400, JSON.stringify({ code })))).toEqual([21610, 30004].map((code) => ({ kind: 'refused', detail: `http-400-${code}`, optedOut: true })));
    expect(twilioOutcome(201, '{"sid":"SM1","status":"failed","error_code":21610}')).toEqual({ kind: 'refused', detail: 'failed-at-once', optedOut: true });
    for (const code of [21211, 21614, 21606, 21408]) expect(twilioOutcome(400, JSON.stringify({ code }))).not.toHaveProperty('optedOut');
    expect(['undelivered:30004', 'failed:21610', 'undelivered:30003', 'undelivered:30005', 'undelivered:30006', 'undelivered:30007', 'undelivered', 'delivered'].map((word) => optedOutBy('twilio', word))).toEqual([true, true, false, false, false, false, false, false]);
    expect([optedOutBy('46elks', 'failed:21610'), deliveryOf('twilio', 'undelivered:30004'), deliveryOf('twilio', 'teleported:1')]).toEqual([false, 'failed', null]);
  });

  it('each operator’s receipt is read with its own words', () => {
    expect(['queued', 'accepted', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'teleported', 'toString'].map((word) => deliveryOf('twilio', word))).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'delivered', 'failed', 'failed', null, null]);
    expect(['created', 'undelivered'].map((word) => deliveryOf('46elks', word))).toEqual(['accepted', null]);
    expect([deliveryOf('nobody', 'delivered'), deliveryOf('constructor', 'delivered')]).toEqual([null, null]);
  });
});
