import { expect, type Browser, type Page } from '@playwright/test';
import type { Staged } from './case-by-client';
import { dayAfter, type Desk } from './staff-pages';
import { phones, stack } from './stack';

export type Reached = { givenName: string; channel: 'sms' | 'email' | 'letter' | 'phone'; phone?: string; email?: string; postalAddress?: string; birthYear: string; agreedWord?: string };

/** Somebody who has agreed to be contacted, by any way there is. */
export async function reachable({ coordinator, referralId, start }: Staged, familyName: string, person: Reached): Promise<string> {
  const { id } = await coordinator.call<{ id: string }>('addMember', { params: { referralId }, body: { familyName, relation: 'släkting', side: 'mother', ring: 'inner', phone: null, ...person } });
  await coordinator.call('moveMember', { params: { memberId: id }, body: { event: 'agree' } });
  await coordinator.call('recordConsent', { params: { memberId: id }, body: { purpose: 'contact', form: 'oral', givenOn: dayAfter(start, 0) } });
  return id;
}

/** Moves the clock from planned text to planned text until it is so. */
export async function clockUntilSo(isSo: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    if (await expect.poll(isSo, { timeout: 5_000 }).toBe(true).then(() => true, () => false)) return;
    await phones.moveClock({ next: true }).catch(() => undefined);
  }
  throw new Error('it never came, however far the clock was moved');
}

/** The phones and the mail, as they are on the simulator's page for whoever tries things by hand. */
export class PhonesPage {
  private constructor(readonly page: Page) {}

  static async open(browser: Browser): Promise<PhonesPage> {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'sv-SE', timezoneId: 'Europe/Stockholm' })).newPage();
    await page.goto(stack().operator);
    return new PhonesPage(page);
  }

  phone(number: string) {
    return this.page.locator(`article[data-number="${number}"]`);
  }

  async write(number: string, message: string): Promise<void> {
    await this.phone(number).getByRole('textbox').fill(message);
    await this.phone(number).getByRole('button', { name: 'Skicka' }).click();
    await expect(this.phone(number).locator('.bubble.mine').last()).toContainText(message);
  }

  operatorBehaves(operator: '46elks' | 'twilio', behaviour: string): Promise<string[]> {
    return this.page.locator(`#o-${operator}`).selectOption(behaviour);
  }

  /** Every letter to an address, as text. */
  async mailTo(address: string): Promise<string[]> {
    const mail = await this.page.context().newPage();
    await mail.goto(`${stack().operator}/mail`);
    const letters = await mail.getByRole('article', { name: address }).locator('.bubble p').allTextContents();
    await mail.close();
    return letters;
  }
}

/** The same screen in English, once these words are there, and Swedish again afterwards. */
export async function inEnglish(desk: Desk, words: string | RegExp, seen: () => Promise<void>): Promise<void> {
  const client = await desk.client();
  await client.call('setLanguage', { body: { language: 'en' } });
  await desk.page.reload();
  await expect(desk.page.getByText(words).first()).toBeVisible();
  await seen();
  await client.call('setLanguage', { body: { language: 'sv' } });
}

/** RFC 4180 with a mark, each row by the names in the head. */
export function readCsv(text: string): Record<string, string>[] {
  expect(text.startsWith('\uFEFF')).toBe(true);
  const rows = [...text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)].reduce<string[][]>(
    (all, [, quoted, plain, end]) => {
      all.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
      if (end === '\r\n') all.push([]);
      return all;
    },
    [[]],
  );
  const [head, ...lines] = rows.filter((row) => row.length > 0);
  return lines.map((line) => Object.fromEntries(head!.map((name, at) => [name, line[at] ?? ''])));
}
