import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withNetwork } from '#functions/claims/proof/look.ts';
import { fakeNetwork } from '#tests/builders/network.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { password, startTestSystem, type TestSystem } from '#tests/setup/system.ts';
import { addLink, signUp, type Visitor, visitor } from './visitor.ts';

let system: TestSystem;
let browser: Browser;
const world = fakeNetwork();
let restore = () => {};
beforeAll(async () => {
  restore = withNetwork(world.network);
  [system, browser] = await Promise.all([startTestSystem({ site: true }), launchBrowser()]);
});
afterAll(async () => {
  restore();
  await browser?.close();
  await system?.stop();
});

const shots = process.env.SCREENSHOTS;
async function look({ page }: Visitor, name: string) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${name}: ${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), name).toBe(true);
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

/** Reviews what the page shows, as a reader would. */
async function review({ page }: Visitor, words: string) {
  await page.getByRole('radio', { name: '1 star' }).first().check({ force: true });
  await page.getByLabel(/^Your review/).fill(words);
  await page.getByRole('button', { name: 'Post the review' }).click();
  await page
    .getByRole('article', { name: /^Review by/ })
    .getByText(words)
    .waitFor();
}

test('on a phone: an owner shows that a page is theirs, and replies once to a review, whose author is told', async () => {
  const [owner, reader] = await Promise.all([
    visitor(browser, system, { phone: true }),
    visitor(browser, system, { phone: true, dark: true }),
  ]);
  await signUp(reader, 'reader');
  const item = await addLink(reader, 'https://shop.example.org/', 'The corner shop');
  await review(reader, 'Closed when it said open.');
  await system.drain();

  // Claimed by a record that is not there at first.
  await signUp(owner, 'shopkeeper');
  const { page } = owner;
  await page.goto(item);
  await page.getByRole('link', { name: 'Is it yours?' }).click();
  await page.getByRole('heading', { level: 1, name: 'The corner shop' }).waitFor();
  await page.getByText('Nobody has shown that it is theirs').waitFor();
  await page.getByRole('button', { name: 'It is mine' }).click();
  await page.getByRole('button', { name: 'Look for the record' }).click();
  await page.getByText('_commonplace.shop.example.org has no TXT record yet').waitFor();
  await look(owner, 'claim-to-prove');
  const line = await page
    .getByText(/^commonplace-claim=/)
    .first()
    .innerText();
  world.dns.set('_commonplace.shop.example.org', [line]);
  await page.getByRole('button', { name: 'Look for the record' }).click();
  await page.getByText('You own it here. Below each review').waitFor();
  await page.getByText('shown by a DNS record of shop.example.org').waitFor();
  await look(owner, 'claim-proven');

  // What waits for them is on a page of their own; one reply, in public, below the review.
  await system.drain();
  await page.getByRole('link', { name: 'Everything that you own here' }).click();
  await page.getByText('1 review without your reply').waitFor();
  await look(owner, 'owned');
  await page.goto(item);
  await page.getByText('Its owner here: ').waitFor();
  await page.getByRole('button', { name: 'Reply as the owner' }).click();
  await page.getByLabel('Your reply as the owner').fill('We are *sorry*: the clock had stopped.');
  await page.getByRole('button', { name: 'Post the reply' }).click();
  await page.getByText('The owner replies').waitFor();
  await look(owner, 'reply');
  await system.drain();

  // Everybody sees both, without scripts too; the reader is told, and may flag it.
  const html = await (await fetch(system.url + item)).text();
  expect(html).toContain('Closed when it said open.');
  expect(html).toContain('the clock had stopped');
  await reader.page.goto('/notifications');
  await reader.page.getByRole('link', { name: 'replied to your review, as the owner' }).click();
  await reader.page.getByText('the clock had stopped').waitFor();
  await reader.page.getByText('Closed when it said open.').waitFor();
  await reader.page.getByRole('button', { name: 'Flag the owner’s reply' }).waitFor();
  await look(reader, 'review-with-reply');
  await reader.page.goto(`${item}/claim`);
  await reader.page.getByRole('link', { name: /^Not theirs\?/ }).click();
  await reader.page.getByRole('heading', { level: 1, name: 'End a claim: The corner shop' }).waitFor();

  // Whoever signs in next in the owner’s tab meets nothing of theirs; what is public is loaded again.
  await page.goto('/owned');
  await page.getByText('yours since').waitFor();
  const go = (path: string) => page.evaluate((to) => history.pushState(null, '', to), path);
  await go('/account');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();
  await go(item);
  await page.getByText('Closed when it said open.').waitFor();
  await go(`/sign-in?back=${item}`);
  await page.getByLabel('E-mail address').fill('reader@example.org');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Closed when it said open.').waitFor();
  await go('/owned');
  await page.getByRole('heading', { level: 1, name: 'What you own' }).waitFor();
  await page.getByText('Nothing yet').or(page.getByText('yours since')).waitFor();
  expect(await page.getByText('yours since').count()).toBe(0);

  expect([...owner.complaints, ...reader.complaints]).toEqual([]);
  expect(system.faults).toEqual([]);
});
