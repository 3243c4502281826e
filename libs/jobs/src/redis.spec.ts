import type { Redis } from 'ioredis';
import { Bells } from './bells';
import { requireNoEviction, takesWrites } from './redis';

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
