import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browser, startSite, system } from './site.ts';
import { signUp, visitor } from './visitor.ts';

startSite();

const me = async (token: string) => {
  const answer = await fetch(`${system.url}/api/token/me`, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const isSound = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
};

test.each([
  ['on a phone, dark', { phone: true, dark: true }, 'tokenphone'],
  ['on a wide screen, light', {}, 'tokenwide'],
] as const)('a token is made, used, seen again and revoked, %s', async (_, options, handle) => {
  const tess = await visitor(browser, system, options);
  const { page } = tess;
  await signUp(tess, handle);
  await page.goto('/account');
  await page.getByText('You have none.').waitFor();
  await page.getByRole('button', { name: 'Make the token' }).click();
  await page.getByText('Say what it is for').waitFor();

  await page.getByRole('textbox', { name: 'Name' }).fill('My <b>script</b>');
  await page.getByRole('radio', { name: /^Read/ }).check();
  await page.getByRole('button', { name: 'Make the token' }).click();
  const secret = await page.getByRole('textbox', { name: 'The token' }).inputValue();
  expect(secret).toMatch(/^cp_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}$/);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy the token' }).click();
  await page.getByText('Copied.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
  await isSound(page);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${handle}.png`, fullPage: true });
  expect(await me(secret)).toMatchObject({ status: 200, body: { handle } });

  await page.getByRole('button', { name: 'I have it' }).click();
  await page.reload();
  await page.getByRole('heading', { name: 'My <b>script</b>' }).waitFor();
  await page.getByText(/for read\. Made on .* last used on/).waitFor();
  expect(await page.content()).not.toContain(secret);
  await page.getByRole('button', { name: /^Revoke/ }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  expect((await me(secret)).status).toBe(200);
  await page.getByRole('button', { name: /^Revoke/ }).click();
  await page.getByRole('button', { name: 'Revoke it' }).click();
  await page.getByText('You have none.').waitFor();
  expect(await me(secret)).toMatchObject({ status: 401, body: { code: 'sign_in_required' } });
  expect(tess.complaints).toEqual([]);
  await tess.leave();
});

test('a list that does not come can be asked for again, and a lost answer makes no second token', async () => {
  const { page, leave, ...tom } = await visitor(browser, system);
  await signUp({ page, leave, ...tom }, 'tokentom');
  await page.route('**/api/me/tokens', (route) => route.abort());
  await page.goto('/account');
  await page.getByText('No answer from the server').waitFor();
  await page.unroute('**/api/me/tokens');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('You have none.').waitFor();

  // The request arrives, its answer does not.
  await page.route('**/api/me/tokens', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('textbox', { name: 'Name' }).fill('Unlucky');
  await page.getByRole('button', { name: 'Make the token' }).click();
  await page.getByText('No answer from the server').waitFor();
  await page.unroute('**/api/me/tokens');
  await page.getByRole('button', { name: 'Make the token' }).click();
  await page.getByText('was lost on the way').waitFor();
  expect(await page.getByRole('heading', { name: 'Unlucky', exact: true }).count()).toBe(1);
  await leave();
});

test.each([
  ['on a phone, light', { phone: true }],
  ['on a wide screen, dark', { dark: true }],
] as const)('the API is read about and searched, %s', async (name, options) => {
  const guest = await visitor(browser, system, options);
  const { page } = guest;
  await page.goto('/');
  await page.getByRole('link', { name: 'The API', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'The API' }).waitFor();
  await page.getByRole('searchbox', { name: 'Look for' }).fill('applyTag');
  await page.getByText('1 operation', { exact: true }).waitFor();
  await page.locator('#applyTag summary').click();
  const entry = page.locator('#applyTag');
  await entry.getByText('PUT /api/token/items/{itemId}/tags/{tag}').waitFor();
  expect(await entry.innerText()).toContain(`curl -X PUT '${system.url}/api/token/items/ITEM/tags/TAG'`);
  await isSound(page);
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/api-${name.replaceAll(/\W+/g, '-')}.png`, fullPage: true });
  await page.getByRole('searchbox', { name: 'Look for' }).fill('xyzzy');
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('combobox', { name: 'Called by' }).selectOption('token');
  expect(await page.locator('#castVote').count()).toBe(0);
  await page.goto('/tags');
  await page.goto('/api-docs#createToken');
  await page.locator('#createToken[open]').waitFor();
  expect(guest.complaints).toEqual([]);
  await guest.leave();
});

test('the page’s address says what it is without a script, and the document is a file for programs', async () => {
  const html = await (await fetch(`${system.url}/api-docs`)).text();
  expect(html).toContain('<title>The API');
  const answer = await fetch(`${system.url}/api/openapi.json`);
  expect(answer.headers.get('cache-control')).toContain('s-maxage');
  expect(await answer.json()).toMatchObject({ openapi: '3.1.1', paths: { '/api/items': {} } });
});
