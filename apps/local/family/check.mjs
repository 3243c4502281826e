import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { buildApps } from '../build.mjs';
import { add, nothing, one } from '../checks/totals.mjs';
import { builtMain, root } from '../launcher/places.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
/** Pictures in Swedish, and in the two that differ most from it: from right to left, and in a script of its own. */
const PICTURED = ['sv', 'ar', 'ti'];
const WIDTHS = [320, 390, 1280];
/** One origin for all, that nothing answers but us. */
const ADDRESS = 'http://family.invalid/';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * Every page × state × language in a browser: the accessibility rules in light and dark, no scrolling sideways at 320 px nor
 * with text of twice the size, and forced colours that keep what is chosen. One test a language. Pictures in test-output/family.
 */
export async function checkFamilyPages({ directory, log, executablePath }) {
  await buildApps(['gallery'], log);
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'gallery.json');
  const written = spawnSync(process.execPath, [builtMain('gallery'), file], { encoding: 'utf8' });
  if (written.status !== 0) throw new Error(`The pages could not be written: ${written.stderr}`);
  const languages = JSON.parse(readFileSync(file, 'utf8'));
  const pictures = join(root, 'test-output', 'family');
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  let totals = nothing();
  const next = async () => {
    for (let one_ = languages.shift(); one_; one_ = languages.shift()) {
      const faults = await look(browser, axe, pictures, one_);
      for (const fault of faults) log(`  ${one_.language}: ${fault}`);
      log(`${faults.length === 0 ? '✓' : '✗'} family pages in ${one_.language} (${Object.keys(one_.pages).length})`);
      totals = add(totals, one(faults.length === 0));
    }
  };
  try {
    await Promise.all([next(), next()]);
  } finally {
    await browser.close();
  }
  return totals;
}

async function look(browser, axe, pictures, { language, pages }) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults = [];
  let html = '';
  await page.route('**/*', (route) => (route.request().url() === ADDRESS ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }) : route.abort()));
  page.on('pageerror', (error) => faults.push(`a script failed: ${error.message}`));
  try {
    for (const [name, body] of Object.entries(pages)) {
      html = body;
      const say = (fault) => faults.push(`${name}: ${fault}`);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
      await page.goto(ADDRESS);
      await page.evaluate(axe);
      for (const violation of await held(page, { type: 'tag', values: RULES })) say(violation);
      await page.emulateMedia({ colorScheme: 'dark' });
      for (const violation of await held(page, { type: 'rule', values: ['color-contrast'] })) say(`${violation} in the dark`);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 320, height: 640 });
      if (await scrollsSideways(page)) say('scrolls sideways at 320 px');
      await page.setViewportSize({ width: 390, height: 844 });
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      if (await scrollsSideways(page)) say('scrolls sideways with text of twice the size');
      await page.evaluate(() => (document.documentElement.style.fontSize = ''));
      if (!(await keepsChosen(page))) say('forced colours hide what is chosen');
      if (PICTURED.includes(language)) await picture(page, join(pictures, `${language}-${name}`));
    }
  } finally {
    await context.close();
  }
  return faults;
}

const held = (page, runOnly) =>
  page.evaluate((only) => window.axe.run(document, { runOnly: only, resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => `${id} at ${nodes[0].target.join(' ')}`)), runOnly);

const scrollsSideways = (page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

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
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    await page.screenshot({ path: `${path}-${width}.png`, fullPage: true, animations: 'disabled' });
  }
}
