import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { browser, startSite, system } from './site.ts';
import { addLink, signUp, titlesOf, visitor } from './visitor.ts';

startSite();

const ballotOf = (page: Page) => page.getByRole('region', { name: 'Your ballot' }).locator('ol > li');

test('an open list is made, filled and voted on by two people; its order says why', async () => {
  const alice = await visitor(browser, system);
  const bob = await visitor(browser, system, { phone: true });
  await signUp(alice, 'alice');
  for (const name of ['first', 'second', 'third'])
    await addLink(alice, `https://example.org/${name}`, `The ${name} link`);

  await alice.page.goto('/lists/new');
  await alice.page.getByLabel('Title').fill('Links worth a morning');
  await alice.page.getByLabel(/What belongs on it/).fill('Long reads, *well made*.');
  await alice.page.getByRole('button', { name: 'Make the list' }).click();
  await alice.page.getByRole('heading', { level: 1, name: 'Links worth a morning' }).waitFor();
  const list = new URL(alice.page.url()).pathname;
  for (const name of ['first', 'second', 'third']) {
    await alice.page.getByLabel('Address or ISBN').fill(`https://example.org/${name}`);
    await alice.page.getByLabel(/Why it belongs here/).fill(name === 'second' ? 'It opened my eyes.' : '');
    await alice.page.getByRole('button', { name: 'Put it on the list' }).click();
    await alice.page.getByRole('heading', { level: 2, name: `The ${name} link` }).waitFor();
  }
  await alice.page.getByText('It opened my eyes.').waitFor();

  const put = (page: Page, name: string) => page.getByRole('button', { name: `The ${name} link on your ballot` });
  await put(alice.page, 'third').click();
  // At once, before any answer.
  expect(await put(alice.page, 'third').getAttribute('aria-pressed')).toBe('true');
  await put(alice.page, 'second').click();
  expect(await ballotOf(alice.page).allInnerTexts()).toHaveLength(2);
  // By the keyboard: the second moves up, and keeps the focus.
  const up = alice.page.getByRole('button', { name: 'Move The second link up' });
  await up.focus();
  await alice.page.keyboard.press('Enter');
  await alice.page.getByText('The second link is now number 1.').waitFor({ state: 'attached' });
  expect(await up.evaluate((element) => element === document.activeElement)).toBe(true);
  await system.drain();

  await signUp(bob, 'bobby');
  const counted = bob.page.waitForResponse((response) => response.url().endsWith('/ballot'));
  await bob.page.goto(list);
  await counted;
  const taken = bob.page.waitForResponse(
    (response) => response.url().endsWith('/ballot') && response.request().method() === 'PUT',
  );
  await put(bob.page, 'second').click();
  await taken;
  await system.drain();

  expect(await titlesOf(bob, list)).toEqual(['The second link', 'The third link', 'The first link']);
  const first = bob.page.locator('main ol > li').first();
  expect((await first.innerText()).replace(/\s+/g, ' ')).toContain('200 points from 2 ballots');
  await bob.page.getByText('points = sum of (101 − place)').waitFor();
  // A visitor without a script reads the same, with its data for search engines.
  const html = await (await fetch(new URL(list, system.url))).text();
  expect(html).toContain('It opened my eyes.');
  expect(html).toContain('"@type":"ItemList"');
  await bob.page.goto('/lists?order=voted');
  await bob.page.getByRole('link', { name: 'Links worth a morning' }).waitFor();
  await bob.page.getByText(/3 items · open, 2 people voted/).waitFor();

  expect((await audit()).differences).toEqual([]);
  expect([...alice.complaints, ...bob.complaints, ...system.faults]).toEqual([]);
  await alice.leave();
  await bob.leave();
});

test('a closed list stands in its maker’s order, is filled from an item’s page, and a refused move goes back', async () => {
  const carol = await visitor(browser, system, { phone: true });
  await signUp(carol, 'carol');
  const one = await addLink(carol, 'https://example.org/c1', 'Carol’s one');
  const two = await addLink(carol, 'https://example.org/c2', 'Carol’s two');
  await carol.page.goto('/lists/new');
  await carol.page.getByLabel('Title').fill('In my order');
  await carol.page.getByRole('radio', { name: /Closed/ }).check();
  await carol.page.getByRole('button', { name: 'Make the list' }).click();
  await carol.page.getByRole('heading', { level: 1, name: 'In my order' }).waitFor();
  const list = new URL(carol.page.url()).pathname;
  await system.drain();
  for (const item of [one, two]) {
    await carol.page.goto(item);
    await carol.page.getByRole('button', { name: 'Add to a list' }).click();
    await carol.page.getByRole('button', { name: 'In my order' }).click();
    await carol.page.getByText(/is on “In my order”/).waitFor();
  }
  await system.drain();
  expect(await titlesOf(carol, list)).toEqual(['Carol’s one', 'Carol’s two']);
  const moved = carol.page.waitForResponse((response) => response.url().endsWith('/place'));
  await carol.page.getByRole('button', { name: 'Move Carol’s two up' }).click();
  const titles = () => carol.page.locator('main ol > li h2').allInnerTexts();
  expect(await titles()).toEqual(['Carol’s two', 'Carol’s one']);
  await moved;
  await system.drain();
  expect(await titlesOf(carol, list)).toEqual(['Carol’s two', 'Carol’s one']);

  await carol.page.route('**/place', (route) => route.abort());
  await carol.page.getByRole('button', { name: 'Move Carol’s one up' }).click();
  await carol.page.getByText('It was not moved').waitFor();
  expect(await titles()).toEqual(['Carol’s two', 'Carol’s one']);
  await carol.page.goto('/@carol');
  await carol.page.getByRole('link', { name: 'In my order' }).waitFor();
  await carol.page.goto(one);
  await carol.page.getByRole('heading', { level: 3, name: 'In my order' }).waitFor();

  await carol.page.goto(list);
  await carol.page.getByRole('button', { name: 'Edit' }).click();
  carol.page.once('dialog', (dialog) => void dialog.accept());
  await carol.page.getByRole('button', { name: 'Delete the list' }).click();
  await carol.page.getByText('The list is deleted.').waitFor();
  await carol.page.goto(list);
  await carol.page.getByRole('heading', { level: 1, name: 'No such list' }).waitFor();
  expect([...carol.complaints, ...system.faults]).toEqual([]);
  await carol.leave();
});
