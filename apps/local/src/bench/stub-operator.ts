import { createServer, type Server } from 'node:http';
import type { Helper } from './main';

/** An operator that says yes at once, so that what is measured is ours. It counts, and says when it has had enough. */
let received = 0;
let wanted = Infinity;
let enough: () => void = () => undefined;
let texts = new Set<string>();
let takesMs = 0;
let watched: { municipalityId: string; seen: (at: number) => void } | undefined;

const server: Server = createServer((request, response) => {
  let body = '';
  request.setEncoding('latin1');
  request.on('data', (part: string) => (body += part));
  request.on('end', () => {
    // What it has on record, when it is asked: nothing that anybody does not know.
    if (request.method === 'GET') return void response.setHeader('content-type', 'application/json').end('{"data":[]}');
    received += 1;
    // the callback address holds the message's id: twice the same would be a message sent twice
    texts.add(body.slice(body.indexOf('whendelivered=')));
    response.setHeader('content-type', 'application/json');
    const answer = `{"status":"created","id":"s${received.toString(36).padStart(32, '0')}"}`;
    if (takesMs === 0) response.end(answer);
    else setTimeout(() => response.end(answer), takesMs);
    if (watched && body.includes(watched.municipalityId)) watched.seen(performance.timeOrigin + performance.now());
    if (received >= wanted) enough();
  });
});

export const stubOperator: Record<string, Helper> = {
  listen: async ({ port }: { port: number }) => {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  },
  count: async ({ from }: { from: number }) => {
    received = 0;
    texts = new Set();
    wanted = from;
    const done = new Promise<void>((resolve) => (enough = resolve));
    await done;
    return { received, distinct: texts.size };
  },
  /** From now on it takes its time, as one across a network does. */
  take: async ({ ms }: { ms: number }) => void (takesMs = ms),
  /** When the next message of a municipality comes. */
  next: ({ municipalityId }: { municipalityId: string }) => new Promise<number>((resolve) => (watched = { municipalityId, seen: resolve })),
  again: async () => ({ received, distinct: texts.size }),
};
