import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { stack } from './stack';

const FOLDER = 'test-output/screens';
const DESK = { width: 1440, height: 1000 };
const PHONE = { width: 390, height: 844 };
const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

type Look = { alsoNarrow?: boolean; alsoDark?: boolean; whole?: boolean };

/** Pictures in the order they were taken, and no picture of a screen that a reader or a keyboard cannot use. */
export class Screens {
  private taken = 0;

  constructor(private readonly series: string) {}

  /** A picture of the page as it stands, held against the accessibility rules; the main ones also narrow and in the dark. */
  async look(page: Page, name: string, { alsoNarrow = false, alsoDark = false, whole = false }: Look = {}): Promise<void> {
    const number = String(++this.taken).padStart(2, '0');
    await this.one(page, `${number}-${name}`, whole);
    if (alsoDark) {
      await page.emulateMedia({ colorScheme: 'dark' });
      await this.one(page, `${number}-${name}-dark`, whole);
      await page.emulateMedia({ colorScheme: null });
    }
    if (alsoNarrow) {
      await page.setViewportSize(PHONE);
      await this.one(page, `${number}-${name}-390`, whole);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wider, `${name} scrolls sideways at 390 px`).toBeLessThanOrEqual(0);
      await page.setViewportSize(DESK);
    }
  }

  private async one(page: Page, name: string, whole: boolean): Promise<void> {
    await expect(page.locator('.skeleton, .grey-lines')).toHaveCount(0);
    // A fade that is halfway has neither of its contrasts.
    await page.evaluate(() => document.getAnimations().forEach((one) => one.finish()));
    await page.screenshot({ path: `${FOLDER}/${this.series}-${name}.png`, fullPage: whole, animations: 'disabled' });
    const before = page.viewportSize();
    await this.uncover(page);
    const read = page.url().startsWith(stack().family) ? await this.withScripts(page) : page;
    // A page in the background gets no frames, and the reader waits for one.
    await read.bringToFront();
    const { violations } = await this.held(read, name);
    if (read !== page) await read.context().close();
    if (before) await page.setViewportSize(before);
    expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`), name).toEqual([]);
  }

  /** On a phone a bar at the foot covers what a finger scrolls from under it: whether a button is big enough is read with room for all. */
  private async uncover(page: Page): Promise<void> {
    if (page.viewportSize()?.width !== PHONE.width) return;
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: PHONE.width, height: Math.max(height, PHONE.height) });
  }

  /** Now and then a busy browser forgets to answer the reader; it is asked again, and a screen that never answers fails. */
  private async held(page: Page, name: string) {
    for (let attempt = 1; ; attempt++) {
      const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), 30_000).unref());
      const result = await Promise.race([new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze(), late]);
      if (result) return result;
      if (attempt === 3) throw new Error(`${name}: the accessibility rules could not be run`);
      await page.bringToFront();
    }
  }

  /** The reader is a script, which an old phone does not run: it reads the same page, to the letter, in a browser that does. */
  private async withScripts(page: Page): Promise<Page> {
    const context = await page.context().browser()!.newContext({ viewport: PHONE });
    const twin = await context.newPage();
    const body = await page.content();
    await twin.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
    await twin.goto(page.url());
    return twin;
  }
}
