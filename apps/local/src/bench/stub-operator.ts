import { createServer, type Server } from 'node:http';
import type { Helper } from './main';

/** An operator that says yes at once, so that what is measured is ours. It counts, and says when it has had enough. */
let received = 0;
let wanted = Infinity;
let enough: () => void = () => undefined;
let texts = new Set<string>();

const server: Server = createServer((request, response) => {
  let body = '';
  request.setEncoding('latin1');
  request.on('data', (part: string) => (body += part));
  request.on('end', () => {
    received += 1;
    // the callback address holds the message's id: twice the same would be a message sent twice
    texts.add(body.slice(body.indexOf('whendelivered=')));
    response.setHeader('content-type', 'application/json');
    response.end(`{"status":"created","id":"s${received.toString(36).padStart(32, '0')}"}`);
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
  again: async () => ({ received, distinct: texts.size }),
};
