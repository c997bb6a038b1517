import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runRelease } from '#functions/holds/run-release.ts';
import { audit } from '#functions/projections/audit.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';
import { signUp, type Visitor, visitor } from './visitor.ts';

let system: TestSystem;
let browser: Browser;
let item: string;

const words =
  'We had a table at the window, the staff were kind to a tired child, and the cake was worth the walk up the hill.';

/** A café with six reviews, one of them of a family in July, on a site where nobody is held for being new. */
beforeAll(async () => {
  [system, browser] = await Promise.all([startTestSystem({ site: true }), launchBrowser()]);
  const guests = ['gwen', 'gus', 'gil', 'gaia', 'gerd'];
  await join('host', ...guests);
  const fields = { name: 'Hilltop Café', position: { latitude: 54.1, longitude: 12.1 }, category: 'cafe' };
  const { id } = await facts.add(as('host'), 'place', fields);
  item = `/i/${id}`;
  for (const guest of guests) {
    await facts.review(as(guest), id, { rating: 4, text: `${guest} had soup.`, aspects: { food: 4, service: 4.5 } });
  }
  const visit = { party: 'family', experiencedOn: '2024-07-04' } as const;
  await facts.review(as('host', new Date(Date.now() - 60_000)), id, { rating: 5, text: words, ...visit });
  await system.drain();
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** The hourly job, and the projector after it. */
async function anHourLater() {
  await runRelease({ getRemainingTimeInMillis: () => 900_000 }, new Date());
  await system.drain();
}

const shots = process.env.SCREENSHOTS;
async function look({ page }: Visitor, name: string) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect.soft(violations.map(({ id, nodes }) => `${name} ${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(wider, name).toBeLessThanOrEqual(0);
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

test('on a phone: a copied review is listed apart with its way out, which its author takes', async () => {
  const nell = await visitor(browser, system, { phone: true });
  const { page } = nell;
  await signUp(nell, 'nell');
  await page.goto(item);
  await page.getByRole('radio', { name: '1 star', exact: true }).first().check({ force: true });
  await page.getByLabel(/^Your review/).fill(words.replace('kind', 'good'));
  await page.getByLabel(/^When you visited it/).fill('2024-08-01');
  await page
    .getByLabel(/^With whom/)
    .first()
    .selectOption('friends');
  if (shots) await page.screenshot({ path: `${shots}/editor.png`, fullPage: true });
  await page.getByRole('button', { name: 'Post the review' }).click();
  await page.getByText(/Visited .* with friends/).waitFor();
  await system.drain();
  await anHourLater();

  await page.goto('/notifications');
  await page.getByText('Your review does not count, since another said the same before').waitFor();
  await page.goto(item);
  await page.getByText(/Your review does not count: another review said the same before, this one/).waitFor();
  await page.getByText('Not counted: 1 review').click();
  const apart = page.getByRole('group').filter({ hasText: 'Not counted: 1 review' });
  await apart.getByText('With them the average would read 3.7 instead of 4.2.').waitFor();
  await apart.getByRole('article').getByText('the staff were good').waitFor();
  await page.getByRole('heading', { name: '6 reviews' }).waitFor();
  await look(nell, 'not-counted');

  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByLabel(/^Your review/).fill('Too far up the hill for me.');
  await page.getByRole('button', { name: 'Save the changes' }).click();
  await page.getByText('Your changes are in.').waitFor();
  await system.drain();
  await anHourLater();
  await page.goto(item);
  await page.getByRole('heading', { name: '7 reviews' }).waitFor();
  expect(await page.getByText('Not counted').count()).toBe(0);
  expect(nell.complaints).toEqual([]);
  await nell.leave();
});

test('reviews are found by whom one was with, when, and what they speak of; averages say how far off they may be', async () => {
  const guest = await visitor(browser, system, { dark: true });
  const { page } = guest;
  await page.goto(item);
  await page
    .getByText(/Service/)
    .first()
    .waitFor();
  expect(await page.getByText('± 0.6').count()).toBeGreaterThan(0);
  await page.getByLabel('With whom').selectOption('family');
  await page.getByText('1 review shown').waitFor();
  await page.getByText('Visited 4 July 2024 with family').waitFor();
  await page.getByLabel('Time of year').selectOption('dec-feb');
  await page.getByText('No reviews like that').waitFor();
  await look(guest, 'filters');
  await page.getByRole('link', { name: 'Show all reviews' }).first().click();
  await page.getByLabel('Speaks of').selectOption('service');
  await page.getByText('6 reviews shown').waitFor();
  expect(new URL(page.url()).search).toBe('?aspect=service');
  expect((await audit()).differences).toEqual([]);
  expect(system.faults).toEqual([]);
  expect(guest.complaints).toEqual([]);
  await guest.leave();
});
