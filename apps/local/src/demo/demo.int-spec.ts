import { testDatabase, type TestDatabase } from '@radslag/testing';
import { demoSignIns, seedDemo, type DemoSettings } from './index';

let test: TestDatabase;
let settings: DemoSettings;
let first: { created: boolean };

beforeAll(async () => {
  test = await testDatabase();
  settings = { ownerUrl: test.ownerUrl, appUrl: test.appUrl, masterKey: Buffer.alloc(32, 7), linkKey: Buffer.alloc(32, 9), familyUrl: 'https://svara.example', mode: 'test' };
  first = await seedDemo(settings);
}, 60_000);
afterAll(() => test.close());


describe('demo families', () => {
  it('are written once', async () => {
    expect(first).toEqual({ created: true });
    expect(demoSignIns()).toHaveLength(13);
  });
});
