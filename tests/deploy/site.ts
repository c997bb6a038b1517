import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#tests/setup/browser.ts';
import type { Step } from './checks.ts';
import { eventually } from './deployment.ts';
import { startFront } from './front.ts';
import { countsOf, link, passwordOfAll, signUp } from './people.ts';

type Visit = (page: Page, complaints: string[]) => Promise<void>;

/** Opens the deployed site in a browser. */
async function visiting(visit: Visit, options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  const [front, browser] = await Promise.all([startFront(), launchBrowser()]);
  try {
    const context = await browser.newContext({ baseURL: front.url, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text());
    });
    await visit(page, complaints);
  } finally {
    await browser.close();
    await front.stop();
  }
}

export const siteSteps: Step[] = [
  [
    'a reader without scripts gets the listing and the item as the function renders them',
    () =>
      visiting(
        async (page) => {
          await page.goto('/k/link');
          await page.getByRole('link', { name: 'The commons' }).click();
          await page.getByRole('heading', { level: 1, name: 'The commons' }).waitFor();
          assert.ok(await page.getByText('Worth keeping.').isVisible());
        },
        { javaScriptEnabled: false },
      ),
  ],
  [
    'a newcomer signs in on the deployed page, takes a handle, votes and reviews, and sees it counted',
    async () => {
      await signUp('nora');
      await visiting(async (page, complaints) => {
        await page.goto('/sign-in');
        await page.getByLabel('E-mail address').fill('nora@example.org');
        await page.getByLabel('Password', { exact: true }).fill(passwordOfAll);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('textbox', { name: 'Handle' }).fill('nora');
        await page.getByRole('button', { name: 'Take this handle' }).click();
        await page.getByRole('link', { name: '@nora' }).first().waitFor();
        await page.goto(`/i/${link.id}`);
        await page.getByRole('button', { name: /^Vote up/ }).click();
        await page.getByRole('button', { name: /^Vote up/, pressed: true }).waitFor();
        await eventually('Her vote in the counts', async () => (await countsOf(link.id)).up === 2);
        await page.reload();
        await page.getByRole('button', { name: 'Vote up: 2', pressed: true }).waitFor();
        assert.deepEqual(complaints, []);
        await page.getByRole('button', { name: /^Vote up/ }).click();
        await eventually('Her vote taken back', async () => (await countsOf(link.id)).up === 1);
      });
    },
  ],
];
