import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runRelease } from '#functions/holds/run-release.ts';
import { audit } from '#functions/projections/audit.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';
import { crowd } from '#tests/worlds/crowd.ts';
import { addLink, signUp, type Visitor, visitor } from './visitor.ts';

let system: TestSystem;
let browser: Browser;
let nell: Visitor;
let item: string;

/** A growing site. nell took her handle just now, votes and reviews. */
beforeAll(async () => {
  system = await startTestSystem({ site: true });
  browser = await launchBrowser();
  await crowd(60);
  await system.drain();
  const mark = await visitor(browser, system);
  await signUp(mark, 'marcus');
  item = await addLink(mark, 'https://example.org/held', 'A link that waits');
  await mark.leave();
  nell = await visitor(browser, system, { phone: true });
  await signUp(nell, 'nell');
});
afterAll(async () => {
  await nell?.leave();
  await browser?.close();
  await system?.stop();
});

const up = ({ page }: Visitor) => page.getByRole('button', { name: /Vote up/ }).first();

test('whoever is new is told at once that what they give waits, by which rule and until when', async () => {
  const { page } = nell;
  await page.goto(item);
  await up(nell).click();
  await page.getByText(/Your vote counts from .* UTC: the account was new here/).waitFor();
  // It is mine, and in nobody's count.
  expect(await up(nell).getAttribute('aria-pressed')).toBe('true');
  expect(await up(nell).innerText()).toMatch(/\b0\b/);
  await page.getByRole('radio', { name: '5 stars' }).first().check({ force: true });
  await page.getByLabel(/^Your review/).fill('Worth the wait.');
  await page.getByRole('button', { name: 'Post the review' }).click();
  await page.getByText(/Your review counts from .* UTC: the account was new here/).waitFor();
  await system.drain();

  await page.reload();
  await page.getByText(/Your vote counts from/).waitFor();
  await page.getByText(/Your review counts from/).waitFor();
  expect(await up(nell).innerText()).toMatch(/\b0\b/);
  expect(nell.complaints).toEqual([]);
});

describe.each([
  ['phone, light', { phone: true }],
  ['phone, dark', { phone: true, dark: true }],
  ['wide, light', {}],
] as const)('on a screen that is %s', (_name, options) => {
  test('everybody sees what waits, why, and what it would change', async () => {
    const guest = await visitor(browser, system, options);
    await guest.page.goto(item, { waitUntil: 'networkidle' });
    const note = guest.page.getByRole('complementary', { name: 'What does not count yet' });
    const text = (await note.innerText()).replace(/\s+/g, ' ');
    expect(text).toContain('1 vote (1 up, 0 down) and 1 review wait, because the accounts were new here.');
    expect(text).toMatch(/With them, “Best” would read 0\.\d{3} instead of nothing\./);
    await guest.page.getByText('Not counted: 1 review').click();
    await guest.page.getByText(/This review counts from .* UTC/).waitFor();
    await guest.page.getByText('Worth the wait.').waitFor();
    for (const path of [item, '/how-ranking-works#waiting']) {
      await guest.page.goto(path, { waitUntil: 'networkidle' });
      const { violations } = await new AxeBuilder({ page: guest.page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect.soft(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
      const wider = await guest.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(wider, path).toBeLessThanOrEqual(0);
    }
    expect(await guest.page.locator('tr[data-in-force=true]').innerText()).toContain('growing');
    expect(guest.complaints).toEqual([]);
    await guest.leave();
  });
});

test('once it is due it counts, and nothing is said of it any more', async () => {
  const tomorrow = new Date(Date.now() + 26 * 3_600_000);
  await runRelease({ getRemainingTimeInMillis: () => 900_000 }, tomorrow);
  await system.drain();
  const { page } = nell;
  await page.goto(item, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { name: '1 review' }).waitFor();
  expect(await up(nell).innerText()).toMatch(/\b1\b/);
  expect(await page.getByText(/counts from/).count()).toBe(0);
  expect((await audit()).differences).toEqual([]);
  expect(system.faults).toEqual([]);
});
