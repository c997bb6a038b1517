import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { browser, startSite, system } from './site.ts';
import { addLink, signUp, visitor } from './visitor.ts';

startSite();

const line = (page: Page, title: string) => page.locator('main ol > li', { hasText: title });

test('bob follows alice, sees what she did, mutes an item, and sends her one', async () => {
  const alice = await visitor(browser, system);
  const bob = await visitor(browser, system, { phone: true });
  await signUp(alice, 'alice');
  await addLink(alice, 'https://example.org/alices', 'A link of Alice’s');
  await addLink(alice, 'https://example.org/second', 'Another of hers');
  await system.drain();

  await bob.page.goto('/@alice');
  await bob.page.getByRole('button', { name: 'Follow @alice' }).click();
  await bob.page.getByText('Sign in to follow @alice').waitFor();
  await signUp(bob, 'bobby');
  await bob.page.goto('/home');
  await bob.page.getByText('Nothing here yet').waitFor();
  // Where there is nothing yet, people are suggested.
  await bob.page.getByRole('link', { name: '@alice' }).waitFor();
  await bob.page.goto('/@alice');
  const followed = bob.page.waitForResponse((response) => response.url().endsWith('/api/me/follows/people/alice'));
  const button = bob.page.getByRole('button', { name: /^Follow(ing)? @alice$/ });
  await button.click();
  expect(await button.getAttribute('aria-pressed')).toBe('true');
  await bob.page.getByText('1 follower').waitFor();
  await followed;
  await system.drain();

  await bob.page.goto('/home');
  await line(bob.page, 'A link of Alice’s').waitFor();
  const added = await bob.page.locator('main ol > li h2').allInnerTexts();
  expect(added.sort()).toEqual(['A link of Alice’s', 'Another of hers']);
  expect((await new AxeBuilder({ page: bob.page }).analyze()).violations).toEqual([]);
  const row = line(bob.page, 'Another of hers');
  await row.locator('summary').click();
  await row.getByRole('button', { name: 'Mute this item' }).click();
  await row.waitFor({ state: 'detached' });
  await bob.page.getByText('this item is muted').waitFor();
  await bob.page.reload();
  await line(bob.page, 'A link of Alice’s').waitFor();
  expect(await bob.page.locator('main ol > li').count()).toBe(1);

  const third = await addLink(bob, 'https://example.org/bobs', 'Something for Alice');
  await bob.page.goto(third);
  await bob.page.getByText('Send to someone').click();
  await bob.page.getByLabel('To', { exact: true }).fill('nobody-here');
  await bob.page.getByRole('button', { name: 'Send', exact: true }).click();
  await bob.page.getByText('Nobody has this handle').waitFor();
  await bob.page.getByLabel('To', { exact: true }).fill('@alice');
  await bob.page.getByLabel(/A line with it/).fill('You will like this.');
  await bob.page.getByRole('button', { name: 'Send', exact: true }).click();
  await bob.page.getByText('Sent to @alice').waitFor();

  await alice.page.goto('/');
  const link = alice.page.getByRole('link', { name: /For you/ });
  await link.getByText('1 unread').waitFor();
  await link.click();
  await alice.page.getByRole('link', { name: /Sent to you/ }).click();
  await alice.page.getByText('You will like this.').waitFor();
  expect((await new AxeBuilder({ page: alice.page }).analyze()).violations).toEqual([]);
  // Shown is read.
  await link.getByText('1 unread').waitFor({ state: 'detached' });
  await alice.page.getByRole('button', { name: /^Dismiss/ }).click();
  await alice.page.getByText('Nothing was sent to you yet').waitFor();

  await bob.page.goto('/following');
  await bob.page.getByRole('link', { name: '@alice' }).waitFor();
  await bob.page.getByRole('button', { name: 'Unmute Another of hers' }).click();
  await bob.page.getByRole('button', { name: 'Following @alice' }).click();
  await bob.page.getByRole('button', { name: 'Follow @alice' }).waitFor();
  expect((await new AxeBuilder({ page: bob.page }).analyze()).violations).toEqual([]);
  await system.drain();
  await bob.page.goto('/home');
  await bob.page.getByText('Nothing here yet').waitFor();

  expect((await audit()).differences).toEqual([]);
  expect([...alice.complaints, ...bob.complaints, ...system.faults]).toEqual([]);
  await alice.leave();
  await bob.leave();
});

test('a follow that is refused goes back to what it was, with a message', async () => {
  const carol = await visitor(browser, system);
  await signUp(carol, 'carol');
  await carol.page.goto('/@alice');
  const button = carol.page.getByRole('button', { name: /^Follow(ing)? @alice$/ });
  await button.waitFor();
  await carol.page.route('**/api/me/follows/people/alice', (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({
          status: 409,
          contentType: 'application/problem+json',
          body: JSON.stringify({ title: 'You follow as many as one may', status: 409, code: 'follow_limit' }),
        })
      : route.continue(),
  );
  await button.click();
  await carol.page.getByText('You do not follow @alice').waitFor();
  expect(await button.getAttribute('aria-pressed')).toBe('false');
  expect(carol.complaints).toEqual([]);
  await carol.leave();
});
