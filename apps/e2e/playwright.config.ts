import { defineConfig } from '@playwright/test';

/** The library that fakes the clock (`npm test -- any-day`) makes Chromium crash; the product tells it what time it is. */
const { LD_PRELOAD: _, ...onTheRealClock } = process.env as Record<string, string>;

/** Debian's Chromium; flags that keep it from looking for Google's hosts on a closed network. */
export default defineConfig({
  testDir: './src',
  // One stack for all, and processes that die under the others' feet would make a poor stage: that journey comes last.
  projects: [
    { name: 'journeys', testMatch: '**/*.e2e.ts', testIgnore: '**/killed-processes.e2e.ts' },
    { name: 'last', testMatch: '**/killed-processes.e2e.ts' },
  ],
  outputDir: '../../test-output/e2e',
  fullyParallel: false,
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: {
      env: onTheRealClock,
      executablePath: process.env['RADSLAG_CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
    },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    actionTimeout: 15_000,
  },
});
