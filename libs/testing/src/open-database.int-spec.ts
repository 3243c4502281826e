import 'reflect-metadata';
import { openDatabase } from '@radslag/db';
import { testDatabase, type TestDatabase } from './index';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
  await t.asOwner('UPDATE app_clock SET offset_ms = 0');
});
afterAll(() => t.close());

const open = async (mode: 'production' | 'local', url = t.appUrl): Promise<string> => {
  try {
    await (await openDatabase({ url, pool: 2, masterKey: Buffer.alloc(32, 7), mode }, 'radslag-start')).source.destroy();
    return 'starts';
  } catch (error) {
    return (error as Error).message;
  }
};

it('production starts where the clock is right', async () => {
  expect(await open('production')).toBe('starts');
});

it.each([90_000, -86_400_000])('not where it has been moved by %d ms, and says which setting it is', async (ms) => {
  await t.asOwner('UPDATE app_clock SET offset_ms = $1', [ms]);
  expect(await open('production')).toMatch(/RADSLAG_DATABASE_URL: .*clock has been moved/);
  expect(await open('local')).toBe('starts');
  await t.asOwner('UPDATE app_clock SET offset_ms = 0');
});

it('nor as the owner of the tables, whom the walls between municipalities need not hold for', async () => {
  expect(await open('production', t.ownerUrl)).toMatch(/RADSLAG_DATABASE_URL: .*application role/);
  expect(await open('local', t.ownerUrl)).toBe('starts');
});
