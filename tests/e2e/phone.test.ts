import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { seed } from '#infra/commands/seed.ts';
import { confirmationCode, password } from '#tests/setup/system.ts';
import { browser, startSite, system } from './site.ts';
import { signUp, visitor } from './visitor.ts';

startSite(async () => {
  await seed();
  await system.drain();
});

const wider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

async function signIn(page: Page, handle: string, word: string) {
  await page.getByLabel('E-mail address').fill(`${handle}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(word);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('the first screen of a phone shows three rows whole and a fourth begun', async () => {
  const guest = await visitor(browser, system, { phone: true });
  await guest.page.goto('/');
  await guest.page.locator('main ol > li h2').first().waitFor();
  const onScreen = (what: string) =>
    guest.page
      .locator(what)
      .evaluateAll((parts) => parts.filter((part) => part.getBoundingClientRect().bottom <= window.innerHeight).length);
  expect(await onScreen('main ol > li')).toBeGreaterThanOrEqual(3);
  expect(await onScreen('main ol > li h2')).toBeGreaterThanOrEqual(4);
  await guest.leave();
});

test('the longest handle fits the narrowest phone, and the current order is in sight', async () => {
  const wide = await visitor(browser, system, { phone: true });
  await wide.page.setViewportSize({ width: 320, height: 568 });
  await signUp(wide, 'w'.repeat(20));
  for (const path of ['/?order=reviewed', '/account', '/submit', `/@${'w'.repeat(20)}`]) {
    await wide.page.goto(path, { waitUntil: 'networkidle' });
    expect.soft(await wider(wide.page), path).toBeLessThanOrEqual(0);
  }
  await wide.page.goto('/');
  await wide.page.getByRole('link', { name: 'Most reviewed' }).click();
  const current = wide.page
    .getByRole('navigation', { name: 'Order' })
    .locator('[aria-current]', { hasText: 'Most reviewed' });
  await current.waitFor();
  // The line moves after the page did.
  const inSight = async () => {
    const box = await current.boundingBox();
    return box !== null && box.x >= 0 && box.x + box.width <= 320;
  };
  await expect.poll(inSight, { timeout: 5000 }).toBe(true);
  await wide.leave();
});

test('who would review something is led to where, signs up, and comes back to it', async () => {
  const zoe = await visitor(browser, system, { phone: true });
  const { page } = zoe;
  await page.goto('/k/book');
  await page.locator('main ol > li h2 a').first().click();
  const invitation = page.getByRole('link', { name: 'Write a review' });
  await invitation.click();
  await page.getByRole('link', { name: 'sign up', exact: true }).click();
  // A step within a page is none back: the next page begins at its top.
  await page.getByRole('heading', { name: 'Sign up' }).waitFor();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await signUp(zoe, 'zoe', { here: true });
  const stars = page.getByRole('group', { name: 'Your rating' });
  await stars.waitFor();
  await expect.poll(() => stars.evaluate((part) => part.getBoundingClientRect().top)).toBeLessThan(400);
  await page.getByRole('radio', { name: '4 stars' }).first().check({ force: true });
  await page.getByRole('button', { name: 'Post the rating' }).click();
  await page.getByText('Your review is in.').waitFor();
  // The form went: what it became is what the keyboard is at.
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('my-review');
  expect(await invitation.count()).toBe(0);
  expect(await page.getByText('No other reviews yet').count()).toBe(1);
  expect(await page.getByText('is a good start').count()).toBe(0);
  expect(zoe.complaints).toEqual([]);
  await zoe.leave();
});

test('a forgotten password is set anew, after a wrong password and a wrong code', async () => {
  const faye = await visitor(browser, system, { phone: true });
  await signUp(faye, 'faye');
  await faye.page.goto('/account');
  await faye.page.getByRole('button', { name: 'Sign out' }).click();
  await faye.page.goto('/sign-in');
  await signIn(faye.page, 'faye', 'not this one');
  await faye.page.getByText('The e-mail address or the password is not right.').waitFor();

  await faye.page.goto('/reset-password');
  await faye.page.getByLabel('E-mail address').fill('faye@example.org');
  await faye.page.getByRole('button', { name: 'Send me a code' }).click();
  await faye.page.getByRole('textbox', { name: 'Code' }).fill('000000');
  await faye.page.getByLabel('New password').fill('another battery staple');
  await faye.page.getByRole('button', { name: 'Set it and sign in' }).click();
  await faye.page.getByText('That is not the code we sent last.').waitFor();
  await faye.page.getByRole('textbox', { name: 'Code' }).fill(confirmationCode);
  await faye.page.getByRole('button', { name: 'Set it and sign in' }).click();
  await faye.page.getByRole('link', { name: '@faye' }).waitFor();
  expect(faye.complaints).toEqual([]);
  await faye.leave();
});

test('a session that ends under a review takes none of its words', async () => {
  const gwen = await visitor(browser, system, { phone: true });
  await signUp(gwen, 'gwen');
  await gwen.page.goto('/');
  await gwen.page.locator('main ol > li h2 a').first().click();
  await gwen.page.getByRole('radio', { name: '4 stars' }).first().check({ force: true });
  await gwen.page.getByLabel(/^Your review/).fill('Words that took an hour.');
  await gwen.page.route('**/review', (route) => route.fulfill({ status: 401, body: '{"message":"Unauthorized"}' }));
  await gwen.page.route('**/api/session', (route) =>
    route.fulfill({ status: 401, body: '{"message":"Unauthorized"}' }),
  );
  await gwen.page.getByRole('button', { name: 'Post the review' }).click();
  await gwen.page.getByRole('link', { name: 'Sign in and come back' }).waitFor();

  await gwen.page.unrouteAll();
  await gwen.page.getByRole('link', { name: 'Sign in and come back' }).click();
  await signIn(gwen.page, 'gwen', password);
  await gwen.page.getByLabel(/^Your review/).waitFor();
  expect(await gwen.page.getByLabel(/^Your review/).inputValue()).toBe('Words that took an hour.');
  await gwen.page.getByRole('button', { name: 'Post the review' }).click();
  await gwen.page.getByText('Your review is in.').waitFor();
  await gwen.leave();
});

test('a vote without a connection goes back with a message, and what was written stays', async () => {
  const hana = await visitor(browser, system, { phone: true });
  await signUp(hana, 'hana');
  await hana.page.goto('/');
  await hana.page.locator('main ol > li h2 a').nth(1).click();
  await hana.page.getByRole('radio', { name: '4 stars' }).first().check({ force: true });
  await hana.page.getByLabel(/^Your review/).fill('Written on a train.');
  await hana.page.context().setOffline(true);
  const up = hana.page.getByRole('button', { name: /Vote up/ });
  await up.click();
  await hana.page.getByText('Your vote was not taken').waitFor();
  expect(await up.getAttribute('aria-pressed')).toBe('false');
  await hana.page.getByRole('button', { name: 'Post the review' }).click();
  await hana.page.getByText('No answer from the server').waitFor();
  expect(await hana.page.getByLabel(/^Your review/).inputValue()).toBe('Written on a train.');

  await hana.page.context().setOffline(false);
  await hana.page.reload();
  expect(await hana.page.getByLabel(/^Your review/).inputValue()).toBe('Written on a train.');
  await hana.leave();
});

test('going back after “More” and a vote finds the same rows, the same place and the vote', async () => {
  const ivy = await visitor(browser, system, { phone: true });
  await signUp(ivy, 'ivy-reads');
  await ivy.page.goto('/?order=new');
  const first = ivy.page.getByRole('button', { name: /Vote up/ }).first();
  // An odd number of impatient taps is one vote.
  for (let tap = 0; tap < 5; tap++) await first.click();
  await ivy.page.getByRole('button', { name: 'More' }).click();
  const rows = ivy.page.locator('main ol > li');
  await expect.poll(() => rows.count()).toBeGreaterThan(50);
  const count = await rows.count();
  const title = rows.nth(count - 3).locator('h2 a');
  await title.scrollIntoViewIfNeeded();
  const place = await ivy.page.evaluate(() => window.scrollY);
  await title.click();
  await ivy.page.getByRole('heading', { name: 'Tags' }).waitFor();

  await ivy.page.goBack();
  await expect.poll(() => rows.count()).toBe(count);
  await expect.poll(() => ivy.page.evaluate(() => window.scrollY)).toBe(place);
  expect(await first.getAttribute('aria-pressed')).toBe('true');
  expect(await first.innerText()).toMatch(/\b1\b/);
  await ivy.leave();
});

test('who comes to what is not here is led on', async () => {
  const lost = await visitor(browser, system, { phone: true });
  for (const [path, way] of [
    ['/i/nothing00000', '/'],
    ['/r/nothing00000', '/'],
    ['/@nobody-there', '/'],
    ['/l/nothing00000', '/lists'],
    ['/proposals/nothing00000', '/proposals'],
    ['/moderation/nothing00000', '/moderation'],
  ] as const) {
    await lost.page.goto(path);
    const link = lost.page.getByRole('main').getByRole('link', { name: /^To / });
    expect.soft(await link.getAttribute('href'), path).toBe(way);
  }
  await lost.leave();
});
