import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { Client } from 'pg';
import { begunCase, invited, type Person, type Staged } from './case-by-client';
import { clockUntil, tapLink, walkIn } from './family-pages';
import { Screens } from './screens';
import { Desk } from './staff-pages';
import { phones, stack } from './stack';

/** The family site by keyboard, when it has to be left at once, when machines look at it, and when what is typed is meant to harm. */
test.setTimeout(400_000);

const e164 = (lastTwo: number) => `+467017406${lastTwo}`;
const person = (givenName: string, lastTwo: number): Person => ({ givenName, phone: `070-174 06 ${lastTwo}`, birthYear: '1960', consents: true });
const WEATHER = 'https://www.smhi.se/';

/** A phone of today: with scripts. The weather page is not ours to fetch. */
async function phoneWithScripts(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'sv-SE' });
  await context.route(`${WEATHER}**`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<title>Väder</title><h1>Väder</h1>' }));
  return context;
}
async function linkTo(lastTwo: number, since: number): Promise<string> {
  const { message } = await clockUntil(e164(lastTwo), (text) => text.includes('/r/'), since);
  return /https?:\/\/\S+\/r\/[\w-]+/.exec(message)![0];
}
async function anInvited(familyName: string, ...people: Person[]): Promise<{ staged: Staged; conferenceId: string; since: number }> {
  const staged = await begunCase(familyName, people);
  const since = await phones.mark();
  const { conferenceId } = await invited(staged, [20, 21, 22], 8);
  return { staged, conferenceId, since };
}

/** What is known of one conference's invitations, read as the owner. */
async function rowsOf(conferenceId: string): Promise<string> {
  const client = new Client({ connectionString: stack().ownerDatabaseUrl });
  await client.connect();
  try {
    const { rows: municipalities } = await client.query<{ id: string }>('SELECT id FROM municipality');
    let all = '';
    for (const { id } of municipalities) {
      await client.query(`SELECT set_config('app.municipality', $1, false)`, [id]);
      for (const table of ['invitation', 'answer', 'task']) all += (await client.query<{ all: string }>(`SELECT coalesce(string_agg(t::text, '|' ORDER BY t.id), '') AS all FROM ${table} t WHERE conference_id = $1`, [conferenceId])).rows[0]!.all;
      all += (await client.query<{ all: string }>(`SELECT coalesce(string_agg(s::text, '|' ORDER BY s.id), '') AS all FROM family_session s JOIN invitation i ON i.municipality_id = s.municipality_id AND i.id = s.invitation_id WHERE i.conference_id = $1`, [conferenceId])).rows[0]!.all;
    }
    return all;
  } finally {
    await client.end();
  }
}

/** Tab until the element has the focus, as somebody does who has no mouse. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${selector} cannot be reached with Tab on ${page.url()}`);
}
/** A radio group is one stop; arrows choose in it. */
async function chooseByKeys(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, `input[name="${name}"]`);
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 10 && !(await page.locator(`input[name="${name}"][value="${value}"]`).isChecked()); presses++) await page.keyboard.press('ArrowDown');
  await expect(page.locator(`input[name="${name}"][value="${value}"]`)).toBeChecked();
}
const onward = async (page: Page): Promise<void> => {
  await tabTo(page, 'main button.b:not(.b2)');
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
};

test('answered with the keyboard alone, in Tigrinya, and the focus is always seen', async ({ browser }) => {
  const { since, staged } = await anInvited('Tesfay', person('Selam', 67));
  const context = await phoneWithScripts(browser);
  const screens = new Screens('keys');
  const page = await context.newPage();
  await page.goto(`${await linkTo(67, since)}?s=ti`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ti');
  await onward(page);
  await tabTo(page, 'input[name="ar"]');
  await page.keyboard.type('1960');
  await onward(page);
  await chooseByKeys(page, 'k', 'yes');
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement!.nextElementSibling!, '::before').outlineStyle);
  expect(ring).toBe('solid');
  await screens.look(page, 'coming');
  await onward(page);
  for (const name of ['t0', 't1', 't2']) await chooseByKeys(page, name, 'yes');
  await onward(page);
  await chooseByKeys(page, 'h', 'phone');
  await onward(page);
  await tabTo(page, 'input[name="b"][value="inget"]');
  await page.keyboard.press('Space');
  await onward(page);
  await chooseByKeys(page, 'o', 'no');
  await onward(page);
  await onward(page);
  await expect(page).toHaveURL(/\/8$/);
  await screens.look(page, 'done');
  const { people } = await staged.coordinator.call<{ people: { answer: { mode: string } | null }[] }>('readMatrix', { params: { conferenceId: (await staged.coordinator.call<{ conferenceId: string }>('readCase', { params: { referralId: staged.referralId } })).conferenceId } });
  expect(people.map((one) => one.answer?.mode)).toContain('phone');
  await context.close();
});

test('left at once: three presses of Shift or one on the button, and back finds nothing', async ({ browser }) => {
  const { since } = await anInvited('Lindh', person('Eva', 68));
  const link = await linkTo(68, since);
  for (const way of ['shift', 'button'] as const) {
    const context = await phoneWithScripts(browser);
    const page = await tapLink(context, link);
    await walkIn(page, '1960');
    await expect(page).toHaveURL(/\/2$/);
    if (way === 'shift') for (let i = 0; i < 3; i++) await page.keyboard.press('Shift');
    else await page.getByRole('button', { name: 'Lämna sidan' }).click();
    await expect(page).toHaveTitle('Väder');
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Vill du komma till mötet?');
    await page.goto(`${stack().family}/2`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Öppna länken igen');
    expect((await context.cookies()).filter((cookie) => cookie.name.includes('moete') && cookie.value !== '')).toEqual([]);
    await context.close();
  }
});

test('machines that look at a link a hundred times, scripts and all, change nothing', async ({ browser }) => {
  const { since, conferenceId } = await anInvited('Quist', person('Tor', 69));
  const link = await linkTo(69, since);
  const before = await rowsOf(conferenceId);
  expect(before).not.toBe('');
  for (let i = 0; i < 35; i++) {
    await fetch(link, { method: 'HEAD' });
    await fetch(link, { headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch', 'user-agent': 'WhatsApp/2.24' } });
  }
  const context = await phoneWithScripts(browser);
  const page = await context.newPage();
  for (let i = 0; i < 30; i++) {
    await page.goto(link, { waitUntil: 'load' });
    await page.mouse.wheel(0, 600);
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hej! Du är bjuden till ett möte');
  expect(await rowsOf(conferenceId)).toBe(before);
  await context.close();
});

/** Breaks out of attributes, text, scripts, templates and spreadsheets, and turns the writing around. */
const POLYGLOT = `=1+1'"><img src=x onerror="window.hacked=1"></textarea><script>window.hacked=1</script>{{constructor.constructor('window.hacked=1')()}}\u202Egnp.exe`;
const MARK = 'gnp.exe';

test('what is typed to do harm is read as text by everybody, and turns nothing around', async ({ browser }) => {
  const { since, staged, conferenceId } = await anInvited('Ekdal', person('Ulf', 90));
  const context = await phoneWithScripts(browser);
  const page = await tapLink(context, await linkTo(90, since));
  const harmless = async (on: Page) => expect(await on.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
  const send = async () => {
    await page.locator('main form button.b').first().click();
    await harmless(page);
  };
  await walkIn(page, '1960');
  await page.locator('input[name="k"][value="yes"]').check();
  await send();
  await page.locator('input[name="ingen"]').check();
  await page.locator('textarea[name="nar"]').fill(POLYGLOT);
  await send();
  await page.locator('input[name="h"][value="spokesperson"]').check();
  await page.locator('input[name="vem"]').fill(POLYGLOT.slice(-100));
  await send();
  for (const need of ['interpreter', 'food', 'other']) await page.locator(`input[name="b"][value="${need}"]`).check();
  await send();
  for (let i = 0; i < 3; i++) {
    await page.locator('input[name="d"]').fill(POLYGLOT.slice(-100));
    await send();
  }
  await page.locator('input[name="o"][value="no"]').check();
  await send();
  await expect(page.locator('dl.rows')).toContainText(MARK);
  await page.locator('textarea[name="n"]').fill(POLYGLOT);
  await send();
  await expect(page).toHaveURL(/\/8$/);
  await page.goto(`${stack().family}/14`);
  await page.locator('textarea[name="vad"]').fill(POLYGLOT);
  await send();
  await phones.reply(e164(90), POLYGLOT);

  const desk = await Desk.of(browser, 'coordinator', 'Berga');
  await desk.enter();
  desk.page.on('dialog', () => expect(false, 'a dialog was opened').toBe(true));
  for (const path of [`${staged.casePath}/inbjudan/tider`, `${staged.casePath}/inbjudan/inbjudningar`, `${staged.casePath}/inbjudan/utskick`, `${staged.casePath}/natverk`, '/idag', '/inkorg', '/inbjudna', `/dagen/${conferenceId}`]) {
    await desk.open(path);
    await expect(desk.page.locator('.skeleton')).toHaveCount(0);
    await harmless(desk.page);
    expect(await desk.page.locator('img[src="x"]').count(), path).toBe(0);
  }
  await desk.open('/inkorg');
  await expect(desk.page.locator('bdi', { hasText: MARK }).first()).toBeVisible();
  await expect(desk.page.getByText('Ulf E. skriver om familjesidorna')).toBeVisible();
  // The turning mark itself is kept from the screen: what stands after it is read from left to right.
  expect(await desk.page.locator('#innehall').textContent()).not.toMatch(/[\u202A-\u202E]/);
  await context.close();
});

test('is read aloud by the device’s own voice, and offers it only where there is one for the language', async ({ browser }) => {
  const context = await phoneWithScripts(browser);
  await context.addInitScript(() => {
    const said: string[] = [];
    const voices = [{ lang: 'sv-SE', localService: true }, { lang: 'fa-IR', localService: true }, { lang: 'ti-ER', localService: false }];
    Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => voices, speak: (one: { text: string }) => said.push(one.text), cancel: () => said.push('stopped') } });
    Object.assign(window, { said, SpeechSynthesisUtterance: class { constructor(readonly text: string) {} } });
  });
  const page = await context.newPage();
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await page.goto(`${stack().family}/kod`);
  await page.getByRole('button', { name: 'Lyssna på sidan' }).click();
  expect(await said()).toContain('Skriv koden i brevet');
  await page.getByRole('button', { name: 'Sluta lyssna' }).click();
  expect((await said()).at(-1)).toBe('stopped');
  await expect(page.getByRole('button', { name: 'Lyssna på sidan' })).toBeVisible();
  // Dari is read by a Persian voice; a voice that would send the text away is not used.
  await page.goto(`${stack().family}/kod?s=prs`);
  await expect(page.locator('button.lis')).toBeVisible();
  for (const code of ['ti', 'uk']) {
    await page.goto(`${stack().family}/kod?s=${code}`);
    await expect(page.locator('button.lis')).toHaveCount(0);
  }
  await context.close();
});

test('asks who has opened their data: the log reviewer takes out a list that names no relative', async ({ browser }) => {
  const { since, staged } = await anInvited('Moberg', person('Ingrid', 55));
  const phone = await browser.newContext({ javaScriptEnabled: false, locale: 'sv-SE' });
  const page = await phone.newPage();
  await page.goto(await linkTo(55, since));
  await walkIn(page, '1960');
  await page.goto(`${stack().family}/13`);
  await page.getByRole('button', { name: 'Jag vill se listan' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tack! Vi har fått din fråga');
  await phone.close();

  const screens = new Screens('opened');
  const { reference } = await staged.coordinator.call<{ reference: string }>('readCase', { params: { referralId: staged.referralId } });
  const reviewer = await Desk.of(browser, 'logReviewer', 'Berga kommun');
  await reviewer.open('/logg');
  await screens.look(reviewer.page, 'log');
  await reviewer.page.getByRole('listitem').filter({ hasText: reference }).getByRole('link', { name: 'Ta ut listan' }).click();
  await expect(reviewer.page.getByRole('heading', { level: 1 })).toHaveText('Vem har öppnat uppgifterna');
  const list = reviewer.page.getByRole('table');
  await expect(list.getByRole('row').filter({ hasText: 'Malin Berg, samordnare' }).filter({ hasText: 'Rådslaget lästes' })).toBeVisible();
  await expect(list.getByRole('row').filter({ hasText: 'personens egen länk' }).filter({ hasText: 'Andra steget klarades' })).toBeVisible();
  await expect(reviewer.page.locator('#innehall')).not.toContainText('Ingrid');
  await screens.look(reviewer.page, 'extract');
  await reviewer.page.context().close();
});
