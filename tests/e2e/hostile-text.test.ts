import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atMost } from '#functions/runtime/concurrency.ts';
import { scripts } from '#tests/builders/scripts.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';
import { signUp, type Visitor, visitor } from './visitor.ts';

let system: TestSystem;
let browser: Browser;
let mallory: Visitor;
let token: string;
const items: string[] = [];
const reviews: string[] = [];

async function call(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${system.url}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answered = (await answer.json()) as Record<string, unknown>;
  if (!answer.ok) throw new Error(JSON.stringify(answered));
  return answered;
}

/** What the contract lets through of a text on one line. */
const line = (text: string) => text.replace(/[\p{Cc}]/gu, ' ').slice(0, 290);
const prose = (text: string) => text.replaceAll('\u0000', ' ');

beforeAll(async () => {
  system = await startTestSystem({ site: true });
  browser = await launchBrowser();
  mallory = await visitor(browser, system);
  await signUp(mallory, 'mallory');
  token = (await system.signUp('mallory@example.org')).accessToken;
  // Every text stands in a title, in a byline or description, in a review; the review's first lines stand in lists.
  await atMost(4, scripts, async (text, at) => {
    const fields =
      at % 2 === 0
        ? {
            url: `https://example.org/?q=${encodeURIComponent(text)}&n=${at}`,
            title: line(text),
            description: prose(text),
          }
        : { title: line(text), authors: [line(text).slice(0, 190)], description: prose(text) };
    const { item } = (await call('POST', '/items', { kind: at % 2 === 0 ? 'link' : 'book', fields })) as {
      item: { id: string };
    };
    const { review } = (await call('PUT', `/items/${item.id}/review`, { rating: 1, text: prose(text) })) as {
      review: { id: string };
    };
    items[at] = `/i/${item.id}`;
    reviews[at] = `/r/${review.id}`;
  });
  await system.drain();
});
afterAll(async () => {
  await mallory?.leave();
  await browser?.close();
  await system?.stop();
});

/** What ran, and what the content policy had to stop: neither may ever be. */
async function watch(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.exposeFunction('ran', () => found.push('a script ran'));
  await page.exposeFunction('stopped', (what: string) => found.push(`the policy stopped ${what}`));
  await page.addInitScript(() => {
    const stopped = Reflect.get(window, 'stopped') as (what: string) => void;
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      stopped(`${violatedDirective} ${blockedURI}`),
    );
  });
  page.on('dialog', (dialog) => {
    found.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (opened) => found.push(`a window: ${opened.url()}`));
  return found;
}

/** Elements and attributes that no text of a person's may make. */
const markupIn = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('#root') ?? document.body;
    // The search box in the masthead is the one form that goes somewhere.
    const form = 'form[action]:not(header > * > search > [action="/search"])';
    const banned = `script,iframe,object,embed,base,meta,link,style,${form},math,template,marquee,audio,video`;
    const found = [...root.querySelectorAll(banned)].map((element) => element.outerHTML);
    for (const element of root.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on|^srcdoc$|^formaction$/i.test(name)) found.push(`${name}=${value}`);
        if (!/^(href|src|action|xlink:href)$/i.test(name)) continue;
        const { protocol } = new URL(value, location.href);
        if (!['http:', 'https:', 'mailto:'].includes(protocol)) found.push(`${name}=${value}`);
      }
    }
    return found;
  });

/** Goes to these pages, three side by side, and finds neither markup nor anything that ran. */
async function lookThrough(paths: readonly string[], opened: (page: Page) => Promise<void> = async () => {}) {
  const guests = await Promise.all([1, 2, 3].map(() => visitor(browser, system)));
  const found = await Promise.all(guests.map(({ page }) => watch(page)));
  const free = guests.map(({ page }) => page);
  await atMost(guests.length, paths, async (path) => {
    const page = free.pop() as Page;
    await page.goto(path);
    await page.locator('h1').first().waitFor();
    await opened(page);
    expect.soft(await markupIn(page), path).toEqual([]);
    free.push(page);
  });
  expect(found.flat()).toEqual([]);
  expect(guests.flatMap(({ complaints }) => complaints)).toEqual([]);
  for (const guest of guests) await guest.leave();
}

describe('text that wants to be a script', () => {
  test('stays text on every page that shows it', async () => {
    const listings = ['/?order=new', '/k/link?order=new', '/k/book?order=new', '/@mallory'];
    await lookThrough([...items, ...reviews.slice(0, 8), ...listings], async (page) => {
      // Whatever is folded away is shown too.
      const hidden = page.getByRole('button', { name: /spoiler/i });
      while ((await hidden.count()) > 0) await hidden.first().click();
    });
  });

  test('stays text in the forms that edit it', async () => {
    const { page, complaints } = mallory;
    const found = await watch(page);
    for (const path of items.filter((_, at) => at % 12 === 0)) {
      await page.goto(`${path}/edit`);
      await page.getByRole('textbox', { name: 'Title' }).waitFor();
      expect.soft(await markupIn(page), path).toEqual([]);
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('stays text where it comes in by the address', async () => {
    const addresses = scripts
      .filter((_, at) => at % 8 === 0)
      .map((text) => encodeURIComponent(text.toWellFormed()))
      .flatMap((written) => [`/t/${written}`, `/@${written}`, `/i/${written}`, `/?order=${written}`, `/#${written}`]);
    await lookThrough(addresses.map((path) => path.replaceAll('%00', '')));
  });
});
