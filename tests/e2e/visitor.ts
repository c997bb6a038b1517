import type { Browser, Page } from 'playwright-core';
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
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  return { page, complaints, leave: () => context.close() };
}

/** Signs up as a newcomer would: address, password, code, handle. */
export async function signUp({ page }: Visitor, handle: string): Promise<void> {
  await page.goto('/sign-up');
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
