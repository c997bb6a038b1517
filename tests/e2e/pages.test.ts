import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { atMost } from '#functions/runtime/concurrency.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';
import { addLink, signUp, type Visitor, visitor } from './visitor.ts';

let system: TestSystem;
let browser: Browser;
const paths: Record<string, string> = {
  listing: '/',
  'listing by kind and window': '/k/link?order=top&window=week',
  'empty listing': '/k/place',
  tag: '/t/reading',
  tags: '/tags',
  person: '/@gwendolyn',
  'nobody’s page': '/@nobody-there',
  submit: '/submit',
  'sign up': '/sign-up',
  'sign in': '/sign-in',
  import: '/import',
  account: '/account',
  'how ranking works': '/how-ranking-works',
  'take it away': '/take-away',
  'the API': '/api-docs',
  'not found': '/no/such/page',
  saves: '/@gwendolyn/saves',
  'a shelf': '/@gwendolyn/shelf/link/to-read',
  'a shelf that is empty': '/@gwendolyn/shelf/link/read',
  'a shelf of one’s own': '/@gwendolyn/own/winter',
  'saves under a tag': '/@gwendolyn/reading-list',
  'saves of nobody': '/@nobody-there/saves',
  'recent saves': '/recent',
  popular: '/popular',
  'popular under a tag': '/popular/reading-list?kind=all&window=all',
  'saves under tags together': '/tag/reading-list+later',
  'tags as a cloud': '/tags?view=cloud',
  'who does the work': '/work',
  'the work of a person': '/@gwendolyn/work',
  'which edits stay': '/odds',
  tools: '/tools',
  'the map': '/map',
  search: '/search',
  'what is found': '/search?q=page+worth',
  'a question': '/search?q=links+rated+4+stars+with+wifi',
  'working together': '/together',
  'recent changes': '/changes',
  proposals: '/proposals',
  'a proposal to write': '/proposals/new?what=parameters',
  moderation: '/moderation',
  'how trust works': '/how-trust-works',
  'trust in a person': '/@gwendolyn/trust',
  'what can be compared': '/compare',
  'saving a page': '/save?url=https%3A%2F%2Fexample.org%2Fpages',
  'saving what is no page': '/save?url=javascript%3Aalert(1)',
};

beforeAll(async () => {
  system = await startTestSystem({ site: true });
  browser = await launchBrowser();
  const gwen = await visitor(browser, system);
  await signUp(gwen, 'gwendolyn');
  paths.item = await addLink(gwen, 'https://example.org/pages', 'A page worth reading');
  const stars = gwen.page.getByRole('radio', { name: '4 stars' }).first();
  // Once more where the page was still coming alive.
  await vi.waitFor(() => stars.check({ force: true, timeout: 2000 }), 10_000);
  await gwen.page.getByLabel(/^Your review/).fill('One, two, three.');
  await gwen.page.getByRole('button', { name: 'Post the review' }).click();
  await gwen.page.getByText('One, two, three.').first().waitFor();
  const { accessToken } = await system.signUp('gwendolyn@example.org');
  const save = {
    shelf: 'to-read',
    shelves: ['winter'],
    note: 'Before the winter.',
    private: false,
    tags: ['reading-list', 'later'],
  };
  await fetch(`${system.url}/api${paths.item?.replace('/i/', '/items/')}/save`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(save),
  });
  paths.savers = `${paths.item}/savers`;
  const api = (method: string, path: string, body: unknown) =>
    fetch(`${system.url}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        'content-type': 'application/json',
        'idempotency-key': path.replaceAll('/', '-'),
      },
      body: JSON.stringify(body),
    }).then((answer) => answer.json());
  const itemId = paths.item?.slice(3);
  const fields = { url: 'https://example.org/pages', title: 'A page worth reading' };
  // A table as wide as no screen.
  const row = (cell: string) => `|${`${cell}|`.repeat(24)}\n`;
  const table = row(' a column ') + row('--:') + row(' [[#reading]] ');
  const text = `What it is.\n\n${table}\n## Where\n\nUnder [[#reading]].`;
  await api('PUT', `/items/${itemId}`, { fields, text, summary: 'A beginning', base: 1 });
  await api('POST', `/threads/items/${itemId}`, { text: 'Is it **worth** it, @gwendolyn?' });
  const asked = await api('POST', `/threads/questions/${itemId}`, { text: 'Is it still true?' });
  paths['a question'] = `/questions/${asked.comment.id}`;
  await api('POST', `/threads/tips/${itemId}`, { text: 'Read the end first.' });
  const change = { what: 'edit', itemId, base: 2, text: text.replace('What it is', 'What it is, in short') };
  const { proposal } = await api('POST', '/proposals', { change, reason: 'Shorter.' });
  paths['a comparison'] = `/compare?items=${itemId},nosuchitem00`;
  paths.proposal = `/proposals/${proposal.id}`;
  paths['a proposal side by side'] = `/proposals/${proposal.id}?view=sides`;
  for (const page of [
    'history',
    'history/2',
    'diff/1/2',
    'authors',
    'links',
    'talk',
    'questions',
    'tips',
    'proposals',
    'work',
    'claim',
  ])
    paths[`${page} of an item`] = `${paths.item}/${page}`;
  await system.drain();
  await gwen.leave();
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** Of what is as it should be, nothing is described: that takes longer than finding what is not. */
const asked: Parameters<AxeBuilder['options']>[0] = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
};

// Either width and either colours: what depends on both at once is nothing.
describe.each([
  ['phone, dark', { phone: true, dark: true }],
  ['wide, light', {}],
] as const)('on a screen that is %s', (_name, options) => {
  test('every page is accessible, fits, and keeps its own content policy', async () => {
    // Three side by side: each page is waited for until nothing more is loaded.
    const guests = await Promise.all([1, 2, 3].map(() => visitor(browser, system, options)));
    const free = [...guests];
    await atMost(guests.length, Object.entries(paths), async ([name, path]) => {
      const guest = free.pop() as Visitor;
      const { page } = guest;
      await page.goto(path, { waitUntil: 'networkidle' });
      // In the page itself, which has no frames: otherwise a second one is opened, and given axe, for every result.
      expect.soft(page.frames(), name).toHaveLength(1);
      const { violations } = await new AxeBuilder({ page }).options(asked).setLegacyMode().analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect
        .soft(
          serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`),
          name,
        )
        .toEqual([]);
      expect
        .soft(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), name)
        .toBeLessThanOrEqual(0);
      expect.soft(await page.locator('h1').count(), name).toBe(1);
      free.push(guest);
    });
    expect(guests.flatMap(({ complaints }) => complaints)).toEqual([]);
    for (const guest of guests) await guest.leave();
  });
});

test('a page does not move when its data arrives', async () => {
  const guest = await visitor(browser, system, { phone: true });
  for (const path of ['/', paths.item ?? '']) {
    await guest.page.route('**/api/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await guest.page.goto(path, { waitUntil: 'networkidle' });
    const shift = await guest.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 300);
        }),
    );
    expect.soft(shift, path).toBeLessThanOrEqual(0.02);
  }
  await guest.leave();
});

test('a listing can be read and voted on with the keyboard alone', async () => {
  const guest = await visitor(browser, system);
  await guest.page.goto('/', { waitUntil: 'networkidle' });
  await guest.page.keyboard.press('Tab');
  expect(await guest.page.evaluate(() => document.activeElement?.textContent)).toMatch(/skip/i);
  const reached = new Set<string>();
  for (let step = 0; step < 60; step++) {
    await guest.page.keyboard.press('Tab');
    reached.add((await guest.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')).slice(0, 40));
  }
  for (const name of ['A page worth reading', 'Top', 'Sign in'])
    expect(
      [...reached].some((text) => text.includes(name)),
      name,
    ).toBe(true);
  expect([...reached].some((text) => text.startsWith('Vote up'))).toBe(true);
  await guest.leave();
});
