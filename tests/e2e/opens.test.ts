import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';

let system: TestSystem;
let browser: Browser;

beforeAll(async () => {
  system = await startTestSystem({ site: true });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

test('the site opens in a browser without a refusal by its own content policy', async () => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));

  await page.goto(system.url, { waitUntil: 'networkidle' });

  expect(await page.title()).toContain('Commonplace');
  expect(await page.locator('main').count()).toBe(1);
  expect(complaints).toEqual([]);
  expect(system.faults).toEqual([]);
});
