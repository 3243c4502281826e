import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { Redis } from 'ioredis';
import { Bells } from './bells';
import { ANSWER_WITHIN_MS, answers, promptConnection, requireNoEviction, takesWrites } from './redis';

const redisWith = (policy: string) => ({ info: async () => `# Memory\r\nmaxmemory_policy:${policy}\r\n` }) as unknown as Redis;

it('refuses a Redis that may drop jobs, and says which setting to change', async () => {
  await expect(requireNoEviction(redisWith('noeviction'))).resolves.toBeUndefined();
  await expect(requireNoEviction(redisWith('allkeys-lru'))).rejects.toThrow('maxmemory-policy allkeys-lru');
});

it('is not well when it answers and takes nothing', async () => {
  const set = jest.fn().mockResolvedValueOnce('OK').mockRejectedValue(new Error("OOM command not allowed when used memory > 'maxmemory'."));
  const full = { ping: async () => 'PONG', set } as unknown as Redis;
  await expect(takesWrites(full, 'p')).resolves.toBe(true);
  await expect(Bells.prototype.healthy.call(Object.assign(Object.create(Bells.prototype), { redis: full, prefix: 'p' }))).resolves.toBe(false);
});

/** Speaks enough of the protocol to be greeted, and can fall silent with its lines open: what a stopped process looks like from outside. */
function aRedisThatHangs(): Promise<{ url: string; hang(on: boolean): void; close(): Promise<void> }> {
  let silent = false;
  const lines = new Set<Socket>();
  const server = createServer((line) => {
    lines.add(line);
    line.on('error', () => undefined).on('close', () => lines.delete(line));
    line.on('data', (asked) => {
      if (silent) return;
      for (const command of asked.toString().split(/(?=\*\d+\r\n\$)/)) {
        line.write(/\$4\r\ninfo/i.test(command) ? '$9\r\nloading:0\r\n' : /\$4\r\nping/i.test(command) ? '+PONG\r\n' : '+OK\r\n');
      }
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hang: (on) => (silent = on),
    close: () => new Promise((done) => {
      for (const line of lines) line.destroy();
      server.close(() => done());
    }),
  })));
}
const took = async (work: Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work.catch(() => undefined);
  return performance.now() - from;
};

describe('a Redis that hangs', () => {
  it('is taken for dead after 300 ms, at once by whoever asks next, and is believed again when it answers', async () => {
    const server = await aRedisThatHangs();
    const redis = promptConnection(server.url, () => undefined);
    await new Promise((resolve) => redis.once('ready', resolve));
    expect(await answers(redis)).toBe(true);
    server.hang(true);
    const [first, beside] = await Promise.all([took(redis.get('a')), took(redis.get('b'))]);
    expect(Math.max(first, beside)).toBeLessThan(ANSWER_WITHIN_MS + 250);
    expect(await took(redis.get('c'))).toBeLessThan(100);
    await expect(redis.get('d')).rejects.toThrow();
    expect(await answers(redis)).toBe(false);
    server.hang(false);
    for (let tries = 0; tries < 100 && !(await answers(redis)); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await answers(redis)).toBe(true);
    redis.disconnect();
    await server.close();
  });
});
