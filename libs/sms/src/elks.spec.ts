import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ElksOperator } from './elks';
import { elksDelivery, elksOutcome } from './elks-vocabulary';

let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void;
let operator: ElksOperator;
beforeEach(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => answer(request, response, body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  operator = new ElksOperator({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, user: 'u', password: 'p', timeoutMs: 300 });
});
afterEach(async () => {
  operator.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
const sms = { id: 'm1', from: 'Svara', to: '+46701740606', text: 'Hej! Å ä ö & + =', callbackUrl: 'http://127.0.0.1:9/x' };

describe('the 46elks adapter', () => {
  it('posts a form with Basic auth and takes the id', async () => {
    let seen: unknown;
    answer = (request, response, body) => {
      seen = [request.method, request.url, request.headers.authorization, Object.fromEntries(new URLSearchParams(body))];
      response.end('{"id":"s1","status":"created"}');
    };
    expect(await operator.send(sms)).toEqual({ kind: 'accepted', operatorMessageId: 's1' });
    expect(seen).toEqual(['POST', '/a1/sms', `Basic ${Buffer.from('u:p').toString('base64')}`, { from: 'Svara', to: '+46701740606', message: 'Hej! Å ä ö & + =', whendelivered: 'http://127.0.0.1:9/x', dontlog: 'message' }]);
  });

  it('no answer in time, or a line cut after the question: unknown', async () => {
    answer = () => undefined;
    expect(await operator.send(sms)).toEqual({ kind: 'unknown', detail: 'timeout' });
    answer = (request) => request.socket.destroy();
    expect(await operator.send(sms)).toMatchObject({ kind: 'unknown' });
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"id":');
      setTimeout(() => response.destroy(), 10);
    };
    expect(await operator.send(sms)).toMatchObject({ kind: 'unknown' });
  });

  it('never connected: a definite no, to be tried again', async () => {
    const nobody = new ElksOperator({ url: 'http://127.0.0.1:1', user: 'u', password: 'p', timeoutMs: 300 });
    expect(await nobody.send(sms)).toEqual({ kind: 'retryable', detail: 'ECONNREFUSED' });
    nobody.close();
  });

  it('asks for the record between two moments, page by page, and leaves out what came in', async () => {
    const asked: string[][] = [];
    answer = (request, response) => {
      const query = new URL(request.url!, 'http://x').searchParams;
      asked.push([query.get('to')!, query.get('start')!, query.get('end')!]);
      const first = asked.length === 1;
      response.end(JSON.stringify({ data: [{ id: first ? 's2' : 's1', message: 'Hej', created: '2026-12-01T11:00:00.123456', status: 'sent', direction: 'outgoing' }, { id: 'i1', message: 'Nej', created: '2026-12-01T10:59:00', status: 'delivered', direction: 'incoming' }], ...(first ? { next: '2026-12-01T10:59:00.000000' } : {}) }));
    };
    const record = await operator.history({ to: sms.to, since: new Date('2026-12-01T10:50:00Z'), until: new Date('2026-12-01T11:10:00Z') });
    expect(record.map((item) => [item.operatorMessageId, item.delivery])).toEqual([['s2', 'accepted'], ['s1', 'accepted']]);
    expect(record[0]!.createdAt).toEqual(new Date('2026-12-01T11:00:00.123Z'));
    // 46elks: `start` is the later of the two.
    expect(asked).toEqual([[sms.to, '2026-12-01T11:10:00.000000', '2026-12-01T10:50:00.000000'], [sms.to, '2026-12-01T10:59:00.000000', '2026-12-01T10:50:00.000000']].map(([to, start, end]) => [to, start!.replace(/(\.\d{3})000$/, '$1000'), end!]));
  });

  it('a record that cannot be had is an error, never an empty record', async () => {
    answer = (_request, response) => {
      response.writeHead(500);
      response.end('{"data":[]}');
    };
    await expect(operator.history({ to: sms.to, since: new Date(0), until: new Date(1) })).rejects.toThrow('http-500');
  });
});

describe('46elks’ words as ours', () => {
  it.each([
    [200, '{"id":"s1","status":"created"}', 'accepted'],
    [200, '{"id":"s1","status":"failed"}', 'refused'],
    [200, '<html>', 'unknown'],
    [200, '{"status":"created"}', 'unknown'],
    [401, 'Unauthorized', 'retryable'],
    [403, 'Not enough credits', 'retryable'],
    [403, 'The recipient can not be reached from this account', 'refused'],
    [404, '', 'refused'],
    [408, '', 'unknown'],
    [429, '', 'retryable'],
    [500, 'Internal Server Error', 'unknown'],
    [502, '', 'unknown'],
    [503, '', 'unknown'],
    [302, '', 'unknown'],
  ])('%i %s is %s', (status, body, kind) => expect(elksOutcome(status, body).kind).toBe(kind));

  it.each([[403, 'Recipient has unsubscribed'], [403, 'The recipient is blacklisted'], [400, 'Number has opted out'], [403, 'Recipient has blocked messages, top up credit to continue'], [403, 'User replied STOP']])('%i %s is the person’s own no', (status, body) => {
    expect(elksOutcome(status, body)).toEqual({ kind: 'refused', detail: `http-${status}-opted-out`, optedOut: true });
  });
  it('a refusal of another kind is not', () => {
    for (const [status, body] of [[403, 'The recipient can not be reached from this account'], [403, 'Not enough credits'], [404, ''], [500, 'unsubscribed'], [400, 'Invalid to number']] as const) expect(elksOutcome(status, body)).not.toHaveProperty('optedOut');
  });

  it('a receipt’s word that is not in the table is none of ours', () => {
    expect(['created', 'sent', 'delivered', 'failed', 'teleported', 'toString'].map(elksDelivery)).toEqual(['accepted', 'accepted', 'delivered', 'failed', null, null]);
  });
});
