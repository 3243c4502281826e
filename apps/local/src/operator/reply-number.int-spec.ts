import { Pool } from 'pg';
import { replyUrl } from '@radslag/outreach';
import { testDatabase, type TestDatabase } from '@radslag/testing';
import { addressSetAtOperator } from './reply-number';

const NUMBER = '+46701740693';
const hooks = { callbackUrl: 'http://localhost:3000', callbackKey: Buffer.alloc(32, 7) };

let t: TestDatabase;
let owner: Pool;
beforeAll(async () => {
  t = await testDatabase();
  owner = new Pool({ connectionString: t.ownerUrl, max: 1 });
});
afterAll(async () => {
  await owner.end();
  await t.close();
});

it('what somebody writes back goes to the address that is in use at the operator, and nowhere when the number is nobody’s', async () => {
  const { id } = await t.aMunicipality();
  await t.asOwner('UPDATE municipality SET sms_number = $2 WHERE id = $1', [id, NUMBER]);
  const address = (operator: '46elks' | 'twilio', number = NUMBER) => addressSetAtOperator(owner, hooks, operator, number);
  const expected = (operator: '46elks' | 'twilio', version: number) => replyUrl(hooks.callbackUrl, hooks.callbackKey, { operator, municipalityId: id, version });
  expect(await address('46elks')).toBe(expected('46elks', 1));
  await t.db.inMunicipality(id, { kind: 'system' }, (tx) => tx.query(`INSERT INTO callback_address (municipality_id, id, operator, version, made_at, heard_until) VALUES ($1, gen_random_uuid(), 'twilio', 1, app_now(), app_now()), ($1, gen_random_uuid(), 'twilio', 2, app_now(), NULL)`, [id]));
  expect([await address('twilio'), await address('46elks')]).toEqual([expected('twilio', 2), expected('46elks', 1)]);
  expect(await address('46elks', '+46701740694')).toBeUndefined();
});
