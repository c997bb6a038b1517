import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';
import { addLink, signUp, type Visitor, visitor } from './visitor.ts';

let system: TestSystem;
let browser: Browser;
let kept: string;
let ruth: Visitor;

beforeAll(async () => {
  system = await startTestSystem({ site: true });
  browser = await launchBrowser();
  const mara = await visitor(browser, system);
  await signUp(mara, 'mara');
  kept = await addLink(mara, 'https://example.org/kept', 'A page worth keeping');
  await mara.page.getByLabel('Add a tag').fill('gardens');
  await mara.page.getByRole('button', { name: 'Add', exact: true }).click();
  await mara.page.getByRole('button', { name: 'Take gardens off' }).waitFor();
  await mara.leave();
  await system.drain();
  ruth = await visitor(browser, system, { phone: true });
  await signUp(ruth, 'ruth');
});
afterAll(async () => {
  await ruth?.leave();
  await browser?.close();
  await system?.stop();
});

const shelf = ({ page }: Visitor, name: string) => page.getByRole('radio', { name, exact: true });

test('one press saves, another moves it to another shelf, and it stands on the page of that shelf', async () => {
  const { page } = ruth;
  await page.goto(kept);
  await shelf(ruth, 'To read').check({ force: true });
  await page.getByText(/^Saved just now/).waitFor();
  await page.getByRole('link', { name: 'Saved by 1 person' }).waitFor();
  // What is on its way is lost where the page is left.
  const moved = page.waitForResponse((answer) => answer.request().postDataJSON()?.shelf === 'read' && answer.ok());
  await shelf(ruth, 'Read').check({ force: true });
  await moved;
  await page.reload({ waitUntil: 'networkidle' });
  await expect.poll(() => shelf(ruth, 'Read').isChecked()).toBe(true);
  await system.drain();

  const guest = await visitor(browser, system, { phone: true });
  await guest.page.goto('/@ruth/shelf/link/read', { waitUntil: 'networkidle' });
  await guest.page.getByRole('link', { name: 'A page worth keeping', exact: true }).waitFor();
  expect(await guest.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
    0,
  );
  await guest.page.goto('/@ruth/shelf/link/to-read', { waitUntil: 'networkidle' });
  await guest.page.getByText('Nothing saved here in public').waitFor();
  expect([...guest.complaints, ...ruth.complaints]).toEqual([]);
  await guest.leave();
});

test('a form says the rest; what is private is seen by its owner, marked, and by nobody else', async () => {
  const { page } = ruth;
  await page.goto(kept);
  await page.getByRole('button', { name: 'Note, tags…' }).click();
  await page.getByLabel(/^Note optional/).fill('For the long winter.');
  const tags = page.getByRole('combobox', { name: /^Tags/ });
  await tags.fill('winter,');
  await page.getByLabel('Private').check();
  await page.getByText('Only you see it; it counts nowhere.').waitFor();
  await page.getByRole('button', { name: 'Save the changes' }).click();
  await page.getByText('Saved. Only you see it.').waitFor();
  await system.drain();

  await page.goto('/@ruth/saves', { waitUntil: 'networkidle' });
  const row = page.getByRole('listitem').filter({ hasText: 'A page worth keeping' });
  await row.getByText('only you').waitFor();
  await row.getByText('For the long winter.').waitFor();
  await page.goto('/@ruth/winter', { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'A page worth keeping', exact: true }).waitFor();

  const guest = await visitor(browser, system);
  for (const path of ['/@ruth/saves', '/@ruth/winter', `${kept}/savers`, kept]) {
    await guest.page.goto(path, { waitUntil: 'networkidle' });
    const text = await guest.page.locator('main').innerText();
    expect.soft(text, path).not.toMatch(/long winter|only you|Saved by \d/);
    if (path.startsWith('/@')) expect.soft(text, path).not.toMatch(/worth keeping/);
  }
  await guest.leave();
});

test('a save that is refused goes back with a message', async () => {
  const { page } = ruth;
  await page.goto(kept, { waitUntil: 'networkidle' });
  await expect.poll(() => shelf(ruth, 'Read').isChecked()).toBe(true);
  await page.route('**/save', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
  await shelf(ruth, 'To read').check({ force: true });
  await page.getByText('It was not saved').waitFor();
  expect(await shelf(ruth, 'Read').isChecked()).toBe(true);
  await page.unrouteAll();
});

test('whoever is not signed in is led there and back', async () => {
  const guest = await visitor(browser, system);
  await guest.page.goto(kept);
  await shelf(guest, 'To read').click({ force: true });
  await guest.page.getByRole('link', { name: 'Sign in and come back' }).waitFor();
  await guest.page.goto('/save?url=https%3A%2F%2Fexample.org%2Fx&title=X');
  const link = guest.page.getByRole('link', { name: 'Sign in and come back' });
  expect(await link.getAttribute('href')).toContain(
    encodeURIComponent('/save?url=https%3A%2F%2Fexample.org%2Fx&title=X'),
  );
  await guest.leave();
});

test('the bookmarklet’s page saves by keyboard alone, with a tag that was suggested, and leads back', async () => {
  const { page } = ruth;
  const { keyboard } = page;
  await page.goto(
    `/save?via=bookmarklet&url=${encodeURIComponent('https://example.org/kept')}&title=Kept&text=Some%20words`,
    { waitUntil: 'networkidle' },
  );
  const tags = page.getByRole('combobox', { name: /^Tags/ });
  await tags.waitFor();
  await page.getByText('Here already:').waitFor();
  const isReached = () => tags.evaluate((field) => field === document.activeElement);
  for (let step = 0; step < 80; step++) {
    await keyboard.press('Tab');
    if (await isReached()) break;
  }
  expect(await isReached()).toBe(true);
  // The one that it had goes, another is typed and ended by a space, one comes from the suggestions.
  await keyboard.press('Backspace');
  await keyboard.type('snow ');
  await keyboard.type('gar');
  await page.getByRole('option', { name: 'gardens' }).waitFor();
  await page.getByText('Popular here').waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  const put = page.getByRole('list', { name: 'Tags put on' });
  await expect.poll(() => put.getByRole('listitem').allInnerTexts()).toEqual(['snow\n×', 'gardens\n×']);
  for (let step = 0; step < 40; step++) {
    await keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent)) === 'Save the changes') break;
  }
  await keyboard.press('Enter');
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await page.getByRole('link', { name: 'Back to the page' }).getAttribute('href')).toBe(
    'https://example.org/kept',
  );
  expect(ruth.complaints).toEqual([]);
});

test('a new address is saved in one step, and what is shared as text is found in it', async () => {
  const { page } = ruth;
  await page.goto(
    `/save?text=${encodeURIComponent('Look at this: https://example.org/shared')}&title=A%20shared%20page`,
  );
  await page.getByLabel('Title').waitFor();
  expect(await page.getByLabel('Title').inputValue()).toBe('A shared page');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: 'A shared page' }).click();
  await page.getByRole('heading', { level: 1, name: 'A shared page' }).waitFor();
  await page.getByText(/^Saved just now/).waitFor();
});

test.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  ' java\nscript:alert(1)',
  'file:///etc/hosts',
])('an address that is none of the web is refused and becomes no link: %s', async (address) => {
  const { page } = ruth;
  await page.goto(`/save?url=${encodeURIComponent(address)}&title=x&via=bookmarklet`);
  await page.getByText('This is not an address of the web').waitFor();
  const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.filter((href) => !href.startsWith('/'))).toEqual([]);
});

test('who saved it stands on a page of its own, with the months; tags are put together and taken apart by links', async () => {
  const { page } = ruth;
  const { accessToken } = await system.signUp('ruth@example.org');
  await fetch(`${system.url}/api/saves`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      url: 'https://example.org/kept',
      private: false,
      note: `${'Long. '.repeat(150)}The end.`,
      tags: ['snow', 'c++', 'gardens'],
    }),
  });
  await system.drain();
  const guest = await visitor(browser, system, { phone: true });
  await guest.page.goto(`${kept}/savers`);
  await guest.page.getByText('One person saved it in public.').waitFor();
  await guest.page.getByRole('link', { name: '@ruth' }).waitFor();
  expect(await guest.page.getByRole('row').allInnerTexts()).toEqual([expect.stringMatching(/20\d\d\s+1 save/)]);
  expect(await guest.page.getByText('The end.').count()).toBe(0);
  await guest.page.getByRole('button', { name: /^Read on/ }).click();
  await guest.page.getByText('The end.').waitFor();

  await guest.page.getByRole('link', { name: 'c++' }).click();
  await guest.page.getByRole('link', { name: 'Only those with snow' }).click();
  await guest.page.getByRole('heading', { level: 1, name: '#c++ + #snow' }).waitFor();
  await guest.page.reload({ waitUntil: 'networkidle' });
  await guest.page.getByRole('link', { name: 'A page worth keeping', exact: true }).waitFor();
  await guest.page.getByRole('link', { name: 'Without c++' }).click();
  await guest.page.getByRole('heading', { level: 1, name: '#snow' }).waitFor();
  for (const path of ['/popular', '/recent', '/popular/snow']) {
    await guest.page.goto(path, { waitUntil: 'networkidle' });
    await guest.page.getByRole('link', { name: 'A page worth keeping', exact: true }).waitFor();
  }
  expect([...guest.complaints, ...system.faults]).toEqual([]);
  await guest.leave();
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Your saves' }).click();
  await page.getByRole('heading', { level: 1, name: '@ruth' }).waitFor();
});

test('the bookmarklet opens the page that saves, from a page elsewhere', async () => {
  const { page } = ruth;
  await page.goto('/tools', { waitUntil: 'networkidle' });
  const link = page.getByRole('link', { name: 'Save to Commonplace' });
  const code = (await link.getAttribute('href')) ?? '';
  await link.click();
  await page.getByText('Drag it to your bookmarks bar, then').waitFor();
  await page.route('https://elsewhere.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere &amp; beyond</title><p>Here.' }),
  );
  await page.goto('https://elsewhere.example/a?b=c&d=e');
  await page.evaluate(decodeURIComponent(code.replace(/^javascript:/, '')));
  await page.waitForURL('**/save?**');
  expect(await page.getByLabel('Title').inputValue()).toBe('Elsewhere & beyond');
  await page.getByRole('link', { name: 'https://elsewhere.example/a?b=c&d=e' }).waitFor();
  expect(ruth.complaints).toEqual([]);
});

test('the site can be installed, and is offered where a phone shares', async () => {
  const page = await fetch(`${system.url}/tools`);
  expect(await page.text()).toContain('<link rel="manifest" href="/manifest.webmanifest"');
  expect(page.headers.get('content-security-policy')).toContain("manifest-src 'self'");
  const answer = await fetch(`${system.url}/manifest.webmanifest`);
  expect(answer.headers.get('content-type')).toMatch(/^application\/manifest\+json/);
  const manifest = (await answer.json()) as { icons: { src: string; type: string }[]; share_target: object };
  expect(manifest.share_target).toEqual({
    action: '/save',
    method: 'GET',
    params: { title: 'title', text: 'text', url: 'url' },
  });
  for (const { src, type } of manifest.icons) {
    const icon = await fetch(system.url + src);
    expect.soft([icon.status, icon.headers.get('content-type')], src).toEqual([200, type]);
  }
});
