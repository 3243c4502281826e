import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { begunCase, invited } from './case-by-client';
import { answerByNames, clockUntil, oldPhone, tapLink, walkIn } from './family-pages';
import { Desk, onMap } from './staff-pages';
import { linkIn, phones, stack } from './stack';

type Part = 'api' | 'family' | 'worker' | 'redis' | 'postgres';

function pidOf(part: Part): number | undefined {
  const ledger = JSON.parse(readFileSync(join(stack().directory, 'pids.json'), 'utf8')) as Record<string, { pid: number }>;
  return ledger[part]?.pid;
}

/** `kill -9`, and nothing else: the launcher starts it again, as compose does. */
async function killNow(part: Part): Promise<void> {
  const killed = pidOf(part)!;
  process.kill(killed, 'SIGKILL');
  await expect.poll(() => [undefined, killed].includes(pidOf(part)), { message: `${part} is started again`, timeout: 20_000, intervals: [50] }).toBe(false);
}

const isReady = (url: string) => expect.poll(() => fetch(`${url}/health/ready`).then((answer) => answer.status, () => 0), { timeout: 30_000, intervals: [100] }).toBe(200);

const HARALD = '+46701740686';
const SIRI = '+46701740687';

test('what a screen has confirmed outlives the death of any process, and every text is sent exactly once', async ({ browser }) => {
  test.setTimeout(400_000);
  const staged = await begunCase('Lod', [
    { givenName: 'Harald', phone: '070-174 06 86', birthYear: '1955', consents: true },
    { givenName: 'Siri', phone: '070-174 06 87', birthYear: '1958', consents: false },
  ]);
  const since = await phones.mark();
  const textsTo = async (number: string) => (await phones.arrivals(number)).filter((one) => one.seq > since);
  const coordinator = await Desk.of(browser, 'coordinator', 'Berga');
  const { page } = coordinator;
  await coordinator.enter();
  let client = staged.coordinator;

  await test.step('a consent has been recorded, and the API dies', async () => {
    await coordinator.open(`${staged.casePath}/natverk`);
    const siri = { givenName: 'Siri', familyName: 'Lod', relation: 'släkting', side: 'Mors sida', ring: 'nära' };
    await onMap(page, siri).press('Enter');
    await page.getByRole('complementary').getByRole('button', { name: 'Anteckna', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
    await expect(page.getByRole('complementary')).toContainText('Till att bli kontaktad');
    await killNow('api');
    await isReady(stack().staff);
    await page.reload();
    await onMap(page, siri).press('Enter');
    await expect(page.getByRole('complementary')).toContainText('Till att bli kontaktad');
  });

  await test.step('invitations are on their way, and the worker dies between the operator’s yes and its own note; Redis dies too', async () => {
    await phones.behave(HARALD, 'hangAfterAccept');
    await invited(staged, [20, 21, 22], 5);
    await killNow('redis');
    await clockUntil(HARALD, (text) => text.includes('/r/'), since);
    await killNow('worker');
    await phones.behave(HARALD, 'ok');
    await clockUntil(SIRI, (text) => text.includes('/r/'), since);
    await leasesRunOut();
    await expect.poll(() => statesOf('invitation'), { timeout: 30_000 }).toEqual(['delivered', 'delivered']);
    expect([await textsTo(HARALD), await textsTo(SIRI)].map((texts) => texts.length)).toEqual([1, 1]);
  });

  const relative = await oldPhone(browser);
  const link = linkIn((await textsTo(HARALD))[0]!.message);
  await test.step('a relative has answered, and the family site dies', async () => {
    await answerByNames(await tapLink(relative, link), { birthYear: '1955', times: ['yes', 'yes', 'no'] }, async () => undefined);
    await killNow('family');
    await isReady(stack().family);
    const again = await tapLink(relative, link);
    await walkIn(again, '1955');
    await expect(again.getByText('Jag kan', { exact: true })).toHaveCount(2);
    await expect(again.getByText('Kan inte', { exact: true })).toHaveCount(1);
  });

  await test.step('the time has been set and its reminders planned, and Postgres dies', async () => {
    await coordinator.open(`${staged.casePath}/inbjudan/tider`);
    await expect(page.getByRole('row', { name: /Harald/ }).locator('.c.ja')).toHaveCount(2);
    await page.locator('rs-best-times li').first().getByRole('button').click();
    await coordinator.press(/^Boka \d+ /);
    await expect(page.getByText('Bokad tid')).toBeVisible();
    await killNow('postgres');
    await isReady(stack().staff);
    await coordinator.open(`${staged.casePath}/inbjudan/tider`);
    await expect(page.getByText('Bokad tid')).toBeVisible();
    expect(await statesOf('reminderWeek')).toEqual(['planned', 'planned']);
  });

  await test.step('a reminder falls due while the worker and Postgres die', async () => {
    await clockUntil(HARALD, (text) => text.includes('Nu är dagen klar'), since);
    await expect.poll(() => statesOf('timeSet'), { timeout: 30_000 }).toEqual(['delivered', 'delivered']);
    const before = (await textsTo(HARALD)).length;
    await moveClockPast('reminderWeek');
    await Promise.all([killNow('worker'), killNow('postgres')]);
    await isReady(stack().staff);
    await leasesRunOut();
    await expect.poll(() => textsTo(HARALD).then((texts) => texts.length), { timeout: 30_000 }).toBe(before + 1);
    await expect.poll(() => statesOf('reminderWeek'), { timeout: 30_000 }).toEqual(['delivered', 'delivered']);
  });

  // An invitation, the time, a reminder: each of them once, to each of them, whatever died meanwhile.
  expect([await textsTo(HARALD), await textsTo(SIRI)].map((texts) => [texts.length, new Set(texts.map((text) => text.message)).size])).toEqual([[3, 3], [3, 3]]);

  type Planned = { messages: { kind: string; state: string; dueAt: string }[] };
  async function outreach(): Promise<Planned['messages']> {
    const { conferenceId } = await asCoordinator<{ conferenceId: string }>('readCase', { referralId: staged.referralId });
    return (await asCoordinator<Planned>('readOutreach', { conferenceId })).messages;
  }
  /** A clock that has moved signs everyone out. */
  async function asCoordinator<T>(operation: string, params: Record<string, string>): Promise<T> {
    const answer = await client.try<T>(operation, { params });
    if (answer.status < 400) return answer.body;
    client = await coordinator.client();
    return client.call<T>(operation, { params });
  }
  async function statesOf(kind: string): Promise<string[]> {
    return (await outreach()).filter((one) => one.kind === kind).map((one) => one.state);
  }
  /** What a dead worker held is looked at again when its minute is over: sent if it was not, asked about if it may have been. */
  async function leasesRunOut(): Promise<void> {
    const { now } = await phones.clock();
    await phones.moveClock({ to: new Date(Date.parse(now) + 90_000).toISOString() });
  }
  async function moveClockPast(kind: string): Promise<void> {
    const due = (await outreach()).find((one) => one.kind === kind)!.dueAt;
    await phones.moveClock({ to: new Date(Date.parse(due) + 1000).toISOString() });
  }
});
