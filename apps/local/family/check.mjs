import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { buildApps } from '../build.mjs';
import { add, nothing, one } from '../checks/totals.mjs';
import { onTheRealClock } from '../launcher/machine.mjs';
import { builtMain, root } from '../launcher/places.mjs';
import { strays } from './fits.mjs';
import { FONTS, fontFile } from './fonts.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
/** Pictures in Swedish, and in those that differ most from it: from right to left, in a script of their own, in long words. */
const PICTURED = ['sv', 'ar', 'ti', 'pl', 'uk'];
const PICTURE_WIDTHS = [320, 390, 1280];
/** Phones from the narrowest that is promised, and a tablet, where the wide layout begins. */
const WIDTHS = [320, 360, 390, 700];
/** What fits in wide letters fits in narrow ones; only what stands beside what may differ. */
const NARROW = [360];
const LARGE = '200%';
/** Nothing but our own server is reached: a page that asks for more fails. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

/**
 * Every page × state × language in a browser: the accessibility rules in light and dark; nothing cut, scrolled sideways or broken
 * into letters, with the widest letters and with text of twice the size; and forced colours that keep what is chosen. One test a
 * language. Pictures in test-output/family. `seen`: a file with the hashes of pages that have passed, letter for letter the same, in
 * this run on another day; the browser keeps the real clock and would see nothing new in them.
 */
export async function checkFamilyPages({ directory, log, executablePath, only, seen }) {
  const languages = await writePages(directory, log);
  const wanted = languages.filter(({ language }) => only === undefined || only.includes(language));
  const pictures = join(root, 'test-output', 'family');
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const site = await serve(wanted);
  const browser = await chromium.launch({ executablePath, args: FLAGS, env: onTheRealClock(process.env) });
  log(`Chromium ${browser.version()}`);
  let totals = nothing();
  const passed = new Set(seen !== undefined && existsSync(seen) ? readFileSync(seen, 'utf8').split('\n') : []);
  const next = async () => {
    for (let one_ = wanted.shift(); one_; one_ = wanted.shift()) {
      const anew = Object.fromEntries(Object.entries(one_.pages).filter(([, html]) => !passed.has(hashOf(html))));
      const faults = await look({ browser, axe, pictures, site, language: one_.language, pages: anew });
      for (const fault of faults) log(`  ${one_.language}: ${fault}`);
      if (seen !== undefined && faults.length === 0) appendFileSync(seen, Object.values(anew).map((html) => `${hashOf(html)}\n`).join(''));
      const [all, others] = [Object.keys(one_.pages).length, Object.keys(anew).length];
      log(`${faults.length === 0 ? '✓' : '✗'} family pages in ${one_.language} (${all}${others < all ? `, ${others} of them other than on the days before` : ''})`);
      totals = add(totals, one(faults.length === 0));
    }
  };
  try {
    await Promise.all([next(), next()]);
  } finally {
    await browser.close();
    site.close();
  }
  return totals;
}

const hashOf = (html) => createHash('sha256').update(html).digest('hex');

async function writePages(directory, log) {
  await buildApps(['gallery'], log);
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'gallery.json');
  const written = spawnSync(process.execPath, [builtMain('gallery'), file], { encoding: 'utf8' });
  if (written.status !== 0) throw new Error(`The pages could not be written: ${written.stderr}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The pages with our fonts. A server rather than intercepted requests: those pass the browser's cache by, and the fonts would come anew with every page. */
async function serve(languages) {
  const pages = new Map(languages.flatMap(({ language, pages: written }) => Object.entries(written).map(([name, html]) => [`/${language}/${name}`, html.replace('</head>', `${FONTS}</head>`)])));
  const server = createServer((request, response) => {
    const font = fontFile(request.url);
    if (font) return response.writeHead(200, { 'content-type': 'font/ttf', 'cache-control': 'max-age=86400, immutable' }).end(font);
    const html = pages.get(request.url);
    return response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function look({ browser, axe, pictures, site, language, pages }) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(`a script failed: ${error.message}`));
  try {
    for (const name of Object.keys(pages)) {
      const say = (fault) => faults.push(`${name}: ${fault}`);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
      await page.goto(`${site.address}/${language}/${name}`);
      if (!(await drawn(page))) say('the fonts of the check are missing');
      await page.evaluate(axe);
      for (const violation of await held(page, { type: 'tag', values: RULES })) say(violation);
      await page.emulateMedia({ colorScheme: 'dark' });
      for (const violation of await held(page, { type: 'rule', values: ['color-contrast'] })) say(`${violation} in the dark`);
      await page.emulateMedia({ colorScheme: 'light' });
      if (!(await keepsChosen(page))) say('forced colours hide what is chosen');
      if (PICTURED.includes(language)) await picture(page, join(pictures, `${language}-${name}`));
      for (const fault of await misfits(page)) say(fault);
      if (PICTURED.includes(language)) await pictureLarge(page, join(pictures, `${language}-${name}`));
    }
  } finally {
    await context.close();
  }
  return faults;
}

const held = (page, runOnly) =>
  page.evaluate((only) => window.axe.run(document, { runOnly: only, resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => `${id} at ${nodes[0].target.join(' ')}`)), runOnly);

/** Whether the letters stand there as they are to be measured. */
const drawn = (page) =>
  page.evaluate(async () => {
    document.body.getBoundingClientRect();
    await document.fonts.ready;
    const faces = [...document.fonts];
    return faces.some(({ status }) => status === 'loaded') && faces.every(({ status }) => status !== 'error');
  });

/** With the widest letters that are likely, as they are and at twice the size, and with the narrower ones of most phones. */
async function misfits(page) {
  const faults = [];
  const show = (wide, size) => page.evaluate(([isWide, fontSize]) => (document.documentElement.classList.toggle('wide', isWide), void (document.documentElement.style.fontSize = fontSize)), [wide, size]);
  for (const [wide, size, said, widths] of [[true, '', '', WIDTHS], [true, LARGE, ' with text of twice the size', WIDTHS], [false, LARGE, ' with text of twice the size, in narrow letters', NARROW]]) {
    await show(wide, size);
    if (!(await drawn(page))) faults.push('the wide fonts of the check are missing');
    for (const width of widths) {
      await page.setViewportSize({ width, height: 844 });
      for (const fault of await page.evaluate(strays)) faults.push(`${fault} at ${width} px${said}`);
    }
  }
  await show(false, '');
  return faults;
}

/** A chosen row has a frame of another colour than the others, also where the reader's own colours rule. */
async function keepsChosen(page) {
  await page.emulateMedia({ forcedColors: 'active' });
  const kept = await page.evaluate(() => {
    const frame = (input) => getComputedStyle(input.nextElementSibling, '::before').borderTopColor + getComputedStyle(input.nextElementSibling, '::before').borderTopWidth;
    const chosen = document.querySelector('.c :checked');
    const other = document.querySelector('.c input:not(:checked)');
    return chosen === null || other === null || frame(chosen) !== frame(other);
  });
  await page.emulateMedia({ forcedColors: 'none' });
  return kept;
}

async function picture(page, path) {
  for (const width of PICTURE_WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    await page.screenshot({ path: `${path}-${width}.png`, fullPage: true, animations: 'disabled' });
  }
}
async function pictureLarge(page, path) {
  await page.evaluate((size) => (document.documentElement.style.fontSize = size), LARGE);
  await page.setViewportSize({ width: 360, height: 844 });
  await page.screenshot({ path: `${path}-360-large.png`, fullPage: true, animations: 'disabled' });
}
