import { connect } from 'node:net';
import type { Helper } from './main';

type Task = {
  port: number;
  /** For each connection the requests that it sends in turn, each once the last is answered. */
  connections: string[][];
  /** What every answer must begin with: a refusal is quick, and would make a fine figure. */
  expect: string;
  seconds?: number;
  amount?: number;
};
const BLANK = Buffer.from('\r\n\r\n');

/** Kept connections and nothing more: a client that parses less than a general one leaves more of the machine to what is measured. */
export const load: Record<string, Helper> = {
  run: async ({ port, connections, expect, seconds, amount }: Task) => {
    const took: number[] = [];
    let left = amount ?? Infinity;
    let wrong: string | undefined;
    const begun = performance.now();
    const end = begun + (seconds ?? 3600) * 1000;
    const wanted = Buffer.from(expect);

    const one = (requests: string[]) =>
      new Promise<void>((resolve, reject) => {
        const lines = requests.map((request) => Buffer.from(request));
        const socket = connect(port, '127.0.0.1');
        let next = 0;
        let sent = 0;
        let received: Buffer = Buffer.alloc(0);
        const send = () => {
          if (left-- <= 0 || performance.now() >= end) return void socket.end(resolve);
          received = Buffer.alloc(0);
          sent = performance.now();
          socket.write(lines[next++ % lines.length]!);
        };
        socket.setNoDelay(true);
        socket.once('connect', send);
        socket.once('error', reject);
        socket.on('data', (part) => {
          received = received.length === 0 ? part : Buffer.concat([received, part]);
          const head = received.indexOf(BLANK);
          if (head < 0) return;
          const length = /content-length: (\d+)/i.exec(received.toString('latin1', 0, head))?.[1];
          if (length === undefined) return void reject(new Error('an answer without a length'));
          if (received.length < head + 4 + Number(length)) return;
          took.push(performance.now() - sent);
          if (!received.subarray(0, wanted.length).equals(wanted)) wrong ??= received.toString('latin1', 0, head);
          send();
        });
      });
    await Promise.all(connections.map(one));
    if (wrong !== undefined) throw new Error(`an answer was not "${expect}" but:\n${wrong}`);
    const passed = performance.now() - begun;
    took.sort((a, b) => a - b);
    const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
    return { perSecond: (took.length / passed) * 1000, p50: at(0.5), p99: at(0.99), count: took.length };
  },
};
