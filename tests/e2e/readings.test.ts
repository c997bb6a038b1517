import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';
import { signUp, type Visitor, visitor } from './visitor.ts';

let system: TestSystem;
let browser: Browser;
let ruth: Visitor;
let book: string;
let place: string;

beforeAll(async () => {
  system = await startTestSystem({ site: true });
  browser = await launchBrowser();
  await join('keeper');
  book = (await facts.book(as('keeper'), { title: 'A Slow Book', authors: ['Ann Author'] })).id;
  const fields = { name: 'A Quiet Café', position: { latitude: 48.2, longitude: 16.37 } };
  place = (await facts.add(as('keeper'), 'place', fields)).id;
  await system.drain();
  ruth = await visitor(browser, system, { phone: true });
  await signUp(ruth, 'ruth');
});
afterAll(async () => {
  await ruth?.leave();
  await browser?.close();
  await system?.stop();
});

const wider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
const barriers = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
};
const year = String(new Date().getFullYear());

test('progress is noted by page and by per cent, drawn, and taken back; the book moves to its shelf', async () => {
  const { page } = ruth;
  await page.goto(`/i/${book}`, { waitUntil: 'networkidle' });
  await page.getByRole('radio', { name: 'Want to read', exact: true }).check({ force: true });
  await page.getByText(/^Saved just now/).waitFor();
  const form = page.getByRole('form', { name: 'How far you are' });
  await form.getByLabel('I am at').fill('-3');
  await form.getByRole('button', { name: 'Note it' }).click();
  await form.getByText('The number of a page.').waitFor();
  await form.getByLabel('I am at').fill('40');
  await form.getByLabel('on', { exact: true }).fill(`${Number(year) - 1}-12-20`);
  await form.getByRole('button', { name: 'Note it' }).click();
  await page.getByText('· page 40').waitFor();
  await expect.poll(() => page.getByRole('radio', { name: 'Reading', exact: true }).isChecked()).toBe(true);
  await form.getByLabel('Counted in').selectOption('percent');
  await form.getByLabel('I am at').fill('60');
  await form.getByRole('button', { name: 'Note it' }).click();
  await page.getByText('· 60 %').waitFor();
  await page.getByRole('img', { name: /^How far, by day: from 20 Dec \d+ to 60 %/ }).waitFor();
  await page.getByText('2 notes on the way').click();
  await page.getByRole('button', { name: /^Remove the note of 20 Dec/ }).click();
  await page.getByText('1 note on the way').waitFor();
  expect(await wider(page)).toBeLessThanOrEqual(0);
  expect(await barriers(page)).toEqual([]);
  await system.drain();

  await page.goto('/@ruth', { waitUntil: 'networkidle' });
  const strip = page.getByRole('region', { name: 'Currently reading' });
  await strip.getByText('60 %').waitFor();
});

test('a goal is set, and what is finished counts towards it, for everybody to see', async () => {
  const { page } = ruth;
  await page.goto(`/@ruth/year/${year}`, { waitUntil: 'networkidle' });
  const books = page.getByRole('region', { name: 'Books' });
  await books.getByRole('button', { name: `Set a goal for ${year}` }).click();
  await books.getByLabel(`Books read in ${year}`).fill('2');
  await books.getByRole('button', { name: 'Keep the goal' }).click();
  await books.getByText('of 2 books read').waitFor();

  await page.goto(`/i/${book}`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Finished today' }).click();
  await expect.poll(() => page.getByRole('radio', { name: 'Read', exact: true }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Add an earlier reading…' }).click();
  const days = page.getByRole('form', { name: 'Days of the reading' });
  await days.getByLabel('Started').fill(`${year}-01-10`);
  await days.getByLabel('Finished').fill(`${year}-01-02`);
  await days.getByRole('button', { name: 'Keep' }).click();
  await days.getByText('It ends before it begins.').waitFor();
  await days.getByLabel('Started').fill('');
  await days.getByRole('button', { name: 'Keep' }).click();
  await page.getByText(`Finished 2 Jan ${year}`).waitFor();
  await system.drain();

  const guest = await visitor(browser, system, { phone: true });
  await guest.page.goto(`/@ruth/year/${year}`, { waitUntil: 'networkidle' });
  await guest.page.getByText('of 2 books read').waitFor();
  await guest.page.getByText('Reached.').waitFor();
  expect(
    await guest.page
      .getByRole('list', { name: `Finished in ${year}` })
      .getByRole('listitem')
      .count(),
  ).toBe(2);
  expect(await guest.page.getByRole('button', { name: /goal/ }).count()).toBe(0);
  expect(await wider(guest.page)).toBeLessThanOrEqual(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await guest.page.emulateMedia({ colorScheme });
    expect(await barriers(guest.page), colorScheme).toEqual([]);
  }
  await guest.page.goto('/@ruth/year/1999', { waitUntil: 'networkidle' });
  await guest.page.getByText('Nothing to see of 1999').waitFor();
  await guest.page.goto('/@ruth/year/nineteen', { waitUntil: 'networkidle' });
  await guest.page.getByRole('heading', { name: 'This page was left blank' }).first().waitFor();
  expect([...guest.complaints, ...ruth.complaints]).toEqual([]);
  await guest.leave();
});

test('a private visit counts for its owner alone', async () => {
  const { page } = ruth;
  await page.goto(`/i/${place}`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'With a note, tags, private…' }).click();
  // Not the one beside “I was here”, which is there before the form.
  await page.getByRole('checkbox', { name: 'Private', exact: true }).check({ force: true });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Add a visit…' }).click();
  await page.getByRole('form', { name: 'Days of the visit' }).getByRole('button', { name: 'Keep' }).click();
  await page.getByRole('list', { name: 'Visits' }).getByRole('listitem').waitFor();
  await system.drain();

  await page.goto(`/@ruth/year/${year}`, { waitUntil: 'networkidle' });
  await page.getByRole('region', { name: 'Places' }).getByText('places visited', { exact: false }).first().waitFor();
  await page.getByText('only you see it').first().waitFor();
  const guest = await visitor(browser, system);
  await guest.page.goto(`/@ruth/year/${year}`, { waitUntil: 'networkidle' });
  await guest.page.getByText('of 2 books read').waitFor();
  expect(await guest.page.getByText('A Quiet Café').count()).toBe(0);
  expect(await guest.page.getByRole('region', { name: 'Places' }).count()).toBe(0);
  await guest.leave();
});
