import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { begunCase, invited } from './case-by-client';
import { linkIn, phones, signInOf, stack } from './stack';

/** Nothing personal in logs, queues or addresses: canaries go through every door, and then the whole house is searched. */

const CANARY = 'Zebulonida';
const NUMBER = '70174' + '0699';

/** Every key and value in Redis, as bytes: what somebody with its memory would read. */
async function everythingInRedis(): Promise<string> {
  const { hostname, port } = new URL(stack().redisUrl);
  const ask = (...command: string[]) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(`*${command.length}\r\n${command.map((c) => `$${Buffer.byteLength(c)}\r\n${c}\r\n`).join('')}*1\r\n$4\r\nQUIT\r\n`));
      let answer = '';
      socket.setEncoding('latin1').on('data', (chunk) => (answer += chunk)).on('end', () => resolve(answer)).on('error', reject);
    });
  const keys = await ask('KEYS', '*');
  const names = keys.split('\r\n').filter((line) => line && !/^[*$+:-]/.test(line));
  const values = await Promise.all(names.map((name) => ask('DUMP', name)));
  return keys + values.join('\n');
}

test('names, numbers, texts and link secrets are in no log, no queue and no address', async ({ browser }) => {
  const staged = await begunCase(CANARY, [{ givenName: CANARY, phone: '070-174 06 99', birthYear: '1971', consents: true }]);
  const { coordinator, referralId } = staged;
  const since = await phones.mark();
  // A refused request is as quiet as an accepted one.
  await coordinator.try('addMember', { params: { referralId }, body: { givenName: CANARY, familyName: CANARY.repeat(20), relation: CANARY, side: 'friends', ring: 'outer', phone: CANARY } });
  await invited(staged, [20, 21, 22], 10);
  await phones.moveClock({ next: true });
  const sms = await phones.waitFor(`+46${NUMBER}`, (text) => text.includes('/r/'), since);
  const token = linkIn(sms.message).split('/r/')[1]!;
  expect(sms.message).not.toContain(CANARY);

  const page = await browser.newPage();
  const seen: string[] = [];
  page.on('request', (request) => seen.push(request.url()));
  await page.goto(linkIn(sms.message));
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await page.getByLabel('Vilket år är du född?').fill('1971');
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await expect(page.getByLabel('Ja, jag vill komma')).toBeVisible();
  expect(page.url()).not.toContain(token);
  expect(await page.title()).toMatch(/^Möte/);
  expect(seen.filter((url) => !url.startsWith(stack().family) && !url.startsWith('data:'))).toEqual([]);

  const folder = join(stack().directory, 'logs');
  const logs = readdirSync(folder).filter((name) => /^(api|family|worker)/.test(name)).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  expect(logs.length).toBeGreaterThan(1000);
  const places: [string, string][] = [['logs', logs], ['redis', await everythingInRedis()]];
  for (const [place, text] of places) {
    for (const secret of [CANARY, NUMBER, token, signInOf('coordinator', 'Berga').email, signInOf('coordinator', 'Berga').password]) expect(text.includes(secret), `${secret} in ${place}`).toBe(false);
  }
});
