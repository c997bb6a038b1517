import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';
import { visitor } from './visitor.ts';

let system: TestSystem;
let browser: Browser;

beforeAll(async () => {
  system = await startTestSystem({ site: true });
  browser = await launchBrowser();
  const { accessToken } = await system.signUp('ada@example.org');
  const send = async (method: string, path: string, body: object) => {
    const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
    const answer = await fetch(`${system.url}/api/${path}`, { method, headers, body: JSON.stringify(body) });
    expect(answer.status, path).toBeLessThan(300);
    return (await answer.json()) as { item: { id: string } };
  };
  await send('PUT', 'me/handle', { handle: 'ada' });
  const { item } = await send('POST', 'items', { kind: 'book', fields: { title: 'Flatland' } });
  await send('PUT', `items/${item.id}/review`, { rating: 5, text: 'Upward, *not* northward.' });
  await system.drain();
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** What the head of the page says its feeds are, as a program that looks for feeds has it. */
const feedsOf = (page: Page) =>
  page
    .locator('link[rel="alternate"]')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLLinkElement).href).pathname).sort());

test('wherever one goes, the page names its own feeds, and they can be had', async () => {
  const guest = await visitor(browser, system);
  const { page } = guest;
  await page.goto(`${system.url}/k/book`, { waitUntil: 'networkidle' });
  expect(await feedsOf(page)).toEqual(['/feeds/atom/k/book', '/feeds/json/k/book', '/feeds/rss/k/book']);

  await page.getByRole('link', { name: 'Flatland' }).click();
  await page.getByText('Upward, not northward.').waitFor();
  const path = new URL(page.url()).pathname;
  await expect.poll(() => feedsOf(page)).toEqual(['atom', 'json', 'rss'].map((format) => `/feeds/${format}${path}`));

  await page.getByRole('link', { name: '@ada' }).first().click();
  await expect.poll(() => feedsOf(page)).toEqual(['/feeds/atom/@ada', '/feeds/json/@ada', '/feeds/rss/@ada']);

  await page.getByRole('link', { name: 'Add', exact: false }).first().click();
  await expect.poll(() => feedsOf(page)).toEqual([]);
  expect(guest.complaints).toEqual([]);

  await page.goto(`${system.url}/@ada`, { waitUntil: 'networkidle' });
  for (const name of ['Atom', 'RSS', 'JSON Feed']) {
    const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
    const { status, headers, body } = await fetch(new URL(href ?? '', page.url())).then(async (answer) => ({
      status: answer.status,
      headers: answer.headers,
      body: await answer.text(),
    }));
    expect({ status, body }).toMatchObject({ status: 200, body: expect.stringContaining('Flatland') });
    const again = await fetch(new URL(href ?? '', page.url()), {
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  }
  expect([...guest.complaints, ...system.faults]).toEqual([]);
  await guest.leave();
});
