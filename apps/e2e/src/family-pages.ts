import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { Screens } from './screens';
import { phones, stack } from './stack';

/** An old phone: small, and without scripts. */
export async function oldPhone(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false, locale: 'sv-SE', hasTouch: true, isMobile: true });
}

/** Taps the link in the text as it stands on the simulated phone. */
export async function tapLink(context: BrowserContext, link: string): Promise<Page> {
  const operator = await context.newPage();
  await operator.goto(stack().operator);
  const [page] = await Promise.all([context.waitForEvent('page'), operator.locator(`.bubble a[href="${link}"]`).last().click()]);
  await page.waitForLoadState();
  await operator.close();
  return page;
}

export const next = (page: Page): Promise<void> => page.getByRole('button', { name: 'Fortsätt' }).click();

/** Past the neutral page, and past the question of the year of birth when it is asked. */
export async function walkIn(page: Page, birthYear: string): Promise<void> {
  await next(page);
  await page.waitForLoadState();
  const year = page.getByLabel('Vilket år är du född?');
  if (await year.isVisible()) {
    await year.fill(birthYear);
    await next(page);
  }
}

/** Moves the clock from planned text to planned text until one that fits has reached the phone. */
export async function clockUntil(number: string, matches: (message: string) => boolean, since: number): Promise<{ message: string; at: string }> {
  for (let turn = 0; turn < 40; turn++) {
    const arrived = await phones.waitFor(number, matches, since, turn === 0 ? 4_000 : 6_000).catch(() => null);
    if (arrived !== null) return arrived;
    // A refusal means that the next one is on its way already, or that none is planned yet.
    await phones.moveClock({ next: true }).catch(() => undefined);
  }
  throw new Error(`nothing that fits reached ${number}, however far the clock was moved`);
}

/** The same walk in a language whose words this file does not know: fields by their names. */
export async function answerByNames(page: Page, choose: { birthYear: string; times: ('yes' | 'ifNeedBe' | 'no')[]; interpreter?: string }, seen: (page: Page, name: string) => Promise<void>): Promise<void> {
  const on = () => page.locator('main form button.b').first().click();
  await seen(page, 'start');
  await on();
  await seen(page, 'year');
  await page.locator('input[name="ar"]').fill(choose.birthYear);
  await on();
  await seen(page, 'coming');
  await page.locator('input[name="k"][value="yes"]').check();
  await on();
  for (const [i, value] of choose.times.entries()) await page.locator(`input[name="t${i}"][value="${value}"]`).check();
  await seen(page, 'times');
  await on();
  await page.locator('input[name="h"][value="inPerson"]').check();
  await seen(page, 'how');
  await on();
  await page.locator(`input[name="b"][value="${choose.interpreter ? 'interpreter' : 'inget'}"]`).check();
  await seen(page, 'needs');
  await on();
  if (choose.interpreter) {
    await page.locator('input[name="d"]').fill(choose.interpreter);
    await seen(page, 'interpreter');
    await on();
  }
  await seen(page, 'worry');
  await page.locator('input[name="o"][value="no"]').check();
  await on();
  await seen(page, 'check');
  await page.locator('main form button.b').last().click();
  await expect(page).toHaveURL(/\/8$/);
  await seen(page, 'done');
}

type Swedish = { birthYear: string; note: string; screens: Screens };

/** The fullest answer in Swedish: all times, in person, an interpreter, a worry not had, a note. */
export async function answerInSwedish(page: Page, { birthYear, note, screens }: Swedish): Promise<void> {
  const seen = (name: string) => screens.look(page, `family-${name}`, { whole: true });
  await seen('start');
  await next(page);
  await seen('year');
  await page.getByLabel('Vilket år är du född?').fill(birthYear);
  await next(page);
  await seen('coming');
  await page.getByRole('radio', { name: 'Ja, jag vill komma' }).check();
  await next(page);
  await seen('times');
  for (const choice of await page.getByRole('radio', { name: 'Jag kan' }).all()) await choice.check();
  await next(page);
  await page.getByRole('radio', { name: 'Jag kommer dit' }).check();
  await seen('how');
  await next(page);
  await page.getByRole('checkbox', { name: /^Tolk/ }).check();
  await seen('needs');
  await next(page);
  await page.getByLabel('Vilket språk vill du ha tolk på?').fill('finska');
  await page.getByRole('radio', { name: 'Det spelar ingen roll' }).check();
  await seen('interpreter');
  await next(page);
  await seen('worry');
  await page.getByRole('radio', { name: 'Nej', exact: true }).check();
  await next(page);
  await page.getByLabel(/Vill du säga något mer/).fill(note);
  await seen('check');
  await page.getByRole('button', { name: 'Skicka mitt svar' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tack! Vi har fått ditt svar');
  await seen('done');
}

/** Comes back by the same link and takes back the last of the times. */
export async function changeLastTimeToNo(page: Page, birthYear: string, screens: Screens): Promise<void> {
  await walkIn(page, birthYear);
  const change = page.getByRole('link', { name: 'Ändra mitt svar' });
  if (await change.isVisible()) await change.click();
  await page.getByRole('link', { name: 'Ändra tiderna' }).click();
  await page.getByRole('radio', { name: 'Kan inte' }).last().check();
  await next(page);
  await screens.look(page, 'family-check-changed', { whole: true });
  await page.getByRole('button', { name: 'Skicka mitt svar' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tack! Vi har ändrat ditt svar');
}

/** The calendar file that the page offers, as its properties. */
export async function calendarFile(page: Page): Promise<Record<string, string>> {
  const file = await page.request.get(`${stack().family}/90`);
  expect(file.headers()['content-type']).toContain('text/calendar');
  const lines = (await file.text()).replace(/\r\n[ \t]/g, '').split('\r\n');
  return Object.fromEntries(lines.filter((line) => line.includes(':')).map((line) => [line.slice(0, line.search(/[;:]/)), line.slice(line.indexOf(':') + 1)]));
}
