import { createServer } from 'node:http';
import { chromium } from '@playwright/test';
import { findOrInstall } from '../../launcher/machine.mjs';
import { alternate, median } from '../figures.mjs';
import { Phone } from '../phone.mjs';
import { atMost, unmeasured } from '../table.mjs';
import { startSite } from './family.mjs';

/** When a browser paints hangs on much besides the page: with half as many, the same page differs by a tenth. */
const ROUNDS = 15;
const TIMES = '/3';
/** An old phone on a poor network: 400 kbit/s, 400 ms there and back, a processor four times slower. */
const NETWORK = { offline: false, latency: 400, downloadThroughput: (400 * 1000) / 8, uploadThroughput: (400 * 1000) / 8 };
const SLOWER = 4;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const EMPTY = '<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Möte</title><link rel="icon" href="data:,"></head><body><h1>Möte</h1></body></html>';

/** When somebody with an old phone sees the page of times, beside a page with one word on it. */
export async function measurePaint(shop) {
  const { ground, ports, say } = shop;
  const executablePath = process.env.RADSLAG_CHROMIUM ?? (await findOrInstall(['chromium', 'chromium-browser', 'google-chrome'], ['chromium'], say));
  if (!executablePath) return [unmeasured('Largest paint on an old phone', 'there is no Chromium here')];
  const plant = await ground();
  const [person] = await plant.ask('conferences', { count: 1, state: 'polling' });
  const site = await startSite(shop, 'family');
  const phone = new Phone(site.port);
  await phone.open(person.token);
  const emptyPort = await ports();
  const empty = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(EMPTY));
  await new Promise((resolve) => empty.listen(emptyPort, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const [name, value] = phone.cookie.split('=');
    const painted = async (address, cookies = []) => {
      const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
      try {
        await context.addCookies(cookies);
        const page = await context.newPage();
        const wire = await context.newCDPSession(page);
        await wire.send('Network.enable');
        await wire.send('Network.emulateNetworkConditions', NETWORK);
        await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
        await page.goto(address, { waitUntil: 'load' });
        const seen = await page.evaluate(
          () => new Promise((resolve) => {
            let last = 0;
            new PerformanceObserver((list) => (last = list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true });
            setTimeout(() => resolve(last), 700);
          }),
        );
        say(`${new URL(address).pathname} ${Math.round(seen)} ms`);
        return seen;
      } finally {
        await context.close();
      }
    };
    const seen = await alternate(ROUNDS, {
      page: () => painted(`http://localhost:${site.port}${TIMES}`, [{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }]),
      empty: () => painted(`http://localhost:${emptyPort}/`),
    });
    return [atMost(1.3, { what: 'Largest paint on an old phone', unit: 'ms', figures: seen.page, floors: seen.empty, note: `the page of times at 400 kbit/s, 400 ms and a four times slower processor (median ${Math.round(median(seen.page))} ms); floor: a page with one word.` })];
  } finally {
    await browser.close();
    await new Promise((resolve) => empty.close(resolve));
    await site.stop();
  }
}
