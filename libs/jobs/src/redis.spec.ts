import type { Redis } from 'ioredis';
import { requireNoEviction } from './redis';

const redisWith = (policy: string) => ({ info: async () => `# Memory\r\nmaxmemory_policy:${policy}\r\n` }) as unknown as Redis;

it('refuses a Redis that may drop jobs, and says which setting to change', async () => {
  await expect(requireNoEviction(redisWith('noeviction'))).resolves.toBeUndefined();
  await expect(requireNoEviction(redisWith('allkeys-lru'))).rejects.toThrow('maxmemory-policy allkeys-lru');
});
