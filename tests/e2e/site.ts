import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';

/** The whole system with its site, from before the first test of a file that calls `startSite` until after its last one. */
export let system: TestSystem;
export let browser: Browser;

/** Starts the site and a browser for the tests of a file; `prepare` puts there what they find. */
export function startSite(prepare?: () => Promise<void>): void {
  beforeAll(async () => {
    system = await startTestSystem({ site: true });
    await prepare?.();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });
}
