import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';
import { signUp, visitor } from './visitor.ts';

let system: TestSystem;
let browser: Browser;
let itemId: string;

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
  const fields = { title: 'Flatland', authors: ['Edwin A. Abbott'], year: 1884 };
  itemId = (await send('POST', 'items', { kind: 'book', fields })).item.id;
  for (const [base, text] of ['A romance.', 'A romance of many dimensions.'].entries()) {
    await send('PUT', `items/${itemId}`, { fields, text, summary: 'More', base: base + 1 });
  }
  await send('PUT', `items/${itemId}/review`, { rating: 5, text: 'Upward, *not* northward.' });
  await system.drain();
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

test('who runs no script reads all the same', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${system.url}/`);
  await page.getByRole('link', { name: 'Flatland' }).click();
  await page.getByRole('heading', { level: 1, name: 'Flatland' }).waitFor();
  expect(await page.getByText('Upward, not northward.').isVisible()).toBe(true);
  expect(await page.locator('main').evaluate((main) => getComputedStyle(main).maxWidth)).not.toBe('none');
  await page.getByRole('link', { name: '@ada' }).first().click();
  await page.getByRole('heading', { level: 1, name: '@ada' }).waitFor();
  await context.close();
});

test.each([
  ['the listing', () => '/', 'main ol > li h2'],
  ['an item', () => `/i/${itemId}`, 'main article header'],
])('%s comes to life as it stands: nothing is drawn twice, nothing asked for again', async (_name, path, selector) => {
  const guest = await visitor(browser, system);
  const asked: string[] = [];
  guest.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await guest.page.addInitScript((drawn) => {
    document.addEventListener('DOMContentLoaded', () =>
      document.querySelector(drawn)?.setAttribute('data-first', 'here'),
    );
  }, selector);

  await guest.page.goto(path(), { waitUntil: 'networkidle' });

  expect(asked.filter((address) => address.startsWith('/api/'))).toEqual([]);
  expect(await guest.page.locator(selector).first().getAttribute('data-first')).toBe('here');
  // It is alive: what only a script can do.
  await guest.page.getByRole('button', { name: /scheme/ }).click();
  expect(await guest.page.evaluate(() => document.documentElement.dataset.theme)).toMatch(/light|dark/);
  expect(guest.complaints).toEqual([]);
  await guest.leave();
});

test('whoever clicks before the page has come alive is led there, and nothing breaks', async () => {
  const guest = await visitor(browser, system);
  await guest.page.addInitScript(() => {
    // Clicks at every turn from the first one on, as soon as anything listens; never the browser's own way there.
    addEventListener('click', (event) => event.preventDefault());
    const click = () => {
      if (location.pathname !== '/') return;
      document.querySelector<HTMLElement>('footer a[href="/api-docs"]')?.click();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = click;
      port2.postMessage(0);
    };
    document.addEventListener('DOMContentLoaded', click);
  });
  for (let time = 0; time < 5; time++) {
    await guest.page.goto('/');
    await guest.page.getByRole('heading', { level: 1, name: 'The API' }).waitFor();
  }
  expect(guest.complaints).toEqual([]);
  await guest.leave();
});

test('what is chosen or typed before the page has come alive counts once it has', async () => {
  const guest = await visitor(browser, system);
  const { page } = guest;
  let held: Promise<void> | undefined;
  await page.route(/\/assets\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  const onItsWay = async (path: string, act: () => Promise<unknown>) => {
    let release = () => {};
    held = new Promise((resolve) => {
      release = resolve;
    });
    await page.goto(path, { waitUntil: 'commit' });
    await act();
    release();
  };

  await onItsWay(`/i/${itemId}`, () => page.getByLabel('Speaks of').selectOption({ index: 1 }));
  await page.waitForURL(/[?&]aspect=/);
  await onItsWay(`/i/${itemId}/history`, () => page.getByLabel('From revision 1').check());
  await page.getByRole('button', { name: 'Compare 1 with 3' }).waitFor();
  await onItsWay(`/i/${itemId}/history`, () => page.getByRole('button', { name: 'Compare 2 with 3' }).click());
  await page.waitForURL(/\/diff\/2\/3$/);
  await onItsWay('/search', () => page.getByRole('main').getByRole('searchbox').pressSequentially('flatland'));
  await page.waitForURL(/[?&]q=flatland$/);
  expect(guest.complaints).toEqual([]);
  await guest.leave();
});

test('what comes alive late stands still while the page becomes one’s own', async () => {
  const ben = await visitor(browser, system);
  await signUp(ben, 'benjamin');
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await ben.page.route(/\/assets\/markdown-view.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await ben.page.addInitScript(() =>
    document.addEventListener('DOMContentLoaded', () =>
      document.querySelector('main em')?.setAttribute('data-first', 'here'),
    ),
  );
  await ben.page.goto(`/i/${itemId}`, { waitUntil: 'commit' });
  await ben.page.waitForFunction(() => 'live' in document.documentElement.dataset);
  // Pressed meanwhile, it is not taken for a guest's.
  await ben.page.getByRole('button', { name: /^Vote down/ }).click();
  release();
  await ben.page.getByRole('button', { name: /^Vote down: 1/, pressed: true }).waitFor();
  expect(await ben.page.locator('main em').first().getAttribute('data-first')).toBe('here');
  expect([...ben.complaints, ...system.faults]).toEqual([]);
  await ben.leave();
});

test('a part that never comes alive keeps no page from becoming one’s own', async () => {
  const ivy = await visitor(browser, system);
  await signUp(ivy, 'ivy-league');
  await ivy.page.route(/\/assets\/markdown-view.*\.js/, () => undefined);
  await ivy.page.goto(`/i/${itemId}`, { waitUntil: 'commit' });
  await ivy.page.getByRole('button', { name: /^Vote down/ }).click();
  await ivy.page.getByRole('button', { name: /^Vote down/, pressed: true }).waitFor();
  await ivy.page.getByText('Upward, not northward.').waitFor();
  expect([...ivy.complaints, ...system.faults]).toEqual([]);
  await ivy.leave();
});

test('a page that was rendered for everyone becomes one’s own', async () => {
  const bob = await visitor(browser, system);
  await signUp(bob, 'bob');
  await bob.page.goto(`/i/${itemId}`, { waitUntil: 'commit' });
  // Whether the page is alive yet or not: what is pressed is done.
  const taken = bob.page.waitForResponse((answer) => answer.url().endsWith('/vote'));
  await bob.page.getByRole('button', { name: /^Vote up/ }).click();
  await bob.page.getByRole('button', { name: /^Vote up: 1/, pressed: true }).waitFor();
  await taken;
  await bob.page.reload({ waitUntil: 'networkidle' });
  await bob.page.getByRole('button', { name: /^Vote up: 1/, pressed: true }).waitFor();
  await bob.page.getByRole('link', { name: '@bob' }).waitFor();
  expect([...bob.complaints, ...system.faults]).toEqual([]);
  await bob.leave();
});

test('what is not there is refused by status and said in words', async () => {
  const guest = await visitor(browser, system);
  const answer = await guest.page.goto('/i/aaaaaaaaaaaa');
  expect(answer?.status()).toBe(404);
  await guest.page.getByRole('heading', { name: 'No such item' }).waitFor();
  await guest.leave();
});
