import type { Browser, Page, Request } from 'playwright-core';
import { confirmationCode, password, type TestSystem } from '#tests/setup/system.ts';

/** A person at a browser of their own. Everything the page complains about is kept. */
export type Visitor = { page: Page; complaints: string[]; leave: () => Promise<void> };

export async function visitor(
  browser: Browser,
  system: TestSystem,
  options: { phone?: boolean; dark?: boolean } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: system.url,
    viewport: options.phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  // What is waited for may take its time on a busy machine.
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  const sent = requestsOf(page);
  system.senders.add(sent);
  // A person looks at a page before they press on it; who is faster is in the tests of the first HTML, which say how they go.
  const goto = page.goto.bind(page);
  page.goto = async (address, options) => {
    const answer = await goto(address, options);
    if (options) return answer;
    await page.waitForFunction(() => !document.getElementById('root') || 'hears' in document.documentElement.dataset);
    await sent();
    return answer;
  };
  const leave = async () => {
    await sent();
    system.senders.delete(sent);
    await context.close();
  };
  return { page, complaints, leave };
}

/** Answers what waits until all that the page asked for is answered: what is pressed is shown before it is sent. */
function requestsOf(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  page.on('request', (request) => {
    // What is sent by a page that is left is heard of no more.
    if (request.isNavigationRequest()) open.clear();
    else open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return async () => {
    // Two quiet turns: a press first loads what sends it and asks for a token.
    for (let turn = 0, quiet = 0; turn < 200 && quiet < 2 && !page.isClosed(); turn++) {
      const turned = page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
      await turned.catch(() => undefined);
      quiet = open.size === 0 ? quiet + 1 : 0;
    }
  };
}

/** Signs up as a newcomer would: address, password, code, handle; on the page that is open, if that is said. */
export async function signUp({ page }: Visitor, handle: string, { here = false } = {}): Promise<void> {
  if (!here) await page.goto('/sign-up');
  await page.getByLabel('E-mail address').fill(`${handle}@example.org`);
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await page.getByRole('textbox', { name: 'Code' }).fill(confirmationCode);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('textbox', { name: 'Handle' }).fill(handle);
  await page.getByRole('button', { name: 'Take this handle' }).click();
  await page
    .getByRole('link', { name: `@${handle}` })
    .or(page.getByRole('link', { name: /account/i }))
    .first()
    .waitFor();
}

/** Adds a link by the page's own form and answers the address of its page. */
export async function addLink({ page }: Visitor, address: string, title: string): Promise<string> {
  await page.goto('/submit?kind=link');
  await page.getByRole('textbox', { name: 'Address' }).fill(address);
  await page.getByRole('button', { name: 'Look for it' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByRole('button', { name: 'Add the link' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
}

/** The titles of a listing, from the first. */
export async function titlesOf({ page }: Visitor, listing: string): Promise<string[]> {
  await page.goto(listing);
  await page.locator('main ol > li h2').first().waitFor();
  return page.locator('main ol > li h2').allInnerTexts();
}
