import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToList } from '#functions/lists/add-to-list.ts';
import { createList } from '#functions/lists/create-list.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';
import { signUp, visitor } from './visitor.ts';

const none = { params: undefined, query: undefined, body: undefined };
const tiles = 'https://tiles.example.org/{z}/{x}/{y}.png';
let system: TestSystem;
let browser: Browser;
let city = '';
let best = '';
let listId = '';

beforeAll(async () => {
  // A search asks at once what is new.
  process.env.SEARCH_PATIENCE = '0';
  process.env.TILES_URL = tiles;
  process.env.TILES_BY = '© Those who drew it';
  system = await startTestSystem({ site: true });
  browser = await launchBrowser();
  await join('olivia', 'alice', 'bob');
  const olivia = as('olivia');
  const at = (n: number) => ({ latitude: 48.2 + n / 1000, longitude: 16.37 });
  city = (await facts.add(olivia, 'area', { name: 'Old Town', position: at(0), radius: 3 })).id;
  const cafe = (name: string, n: number) => ({ name, position: at(n), category: 'cafe', areas: [city] });
  const ids: string[] = [];
  for (const [name, n] of [
    ['Café Near', 1],
    ['Café Middle', 5],
    ['Café Far', 12],
  ] as const)
    ids.push((await facts.add(olivia, 'place', cafe(name, n))).id);
  best = ids[1] ?? '';
  for (const by of ['alice', 'bob']) {
    await facts.review(as(by), best, { rating: 5 });
    await facts.review(as(by), ids[0] ?? '', { rating: 3 });
  }
  const made = await createList({ ...none, body: { title: 'A walk', description: '', mode: 'closed' } }, olivia);
  listId = (made as { list: { id: string } }).list.id;
  for (const itemId of ids) await addToList({ ...none, params: { listId, itemId }, body: { note: null } }, olivia);
  await system.drain();
});
afterAll(async () => {
  delete process.env.SEARCH_PATIENCE;
  delete process.env.TILES_URL;
  delete process.env.TILES_BY;
  await browser?.close();
  await system?.stop();
});

/** What pins say, in their order, once the map stands. */
async function pinsOf(page: Awaited<ReturnType<typeof visitor>>['page']): Promise<string[]> {
  await page.locator('[data-map=here] .leaflet-marker-icon').first().waitFor();
  const all = await page.locator('[data-map=here] .leaflet-marker-icon').allInnerTexts();
  return all.sort((a, b) => Number(a) - Number(b));
}

test('a place says its rank in its area and why; the area shows its places on a map and in a list, with tiles refused', async () => {
  const { page, complaints, leave } = await visitor(browser, system, { phone: true });
  await page.route('https://tiles.example.org/**', (route) => route.abort());
  await page.goto(`/i/${best}`);
  const where = page.getByRole('region', { name: 'Where it is' });
  await where.getByText('#1 of 2 in Old Town').waitFor();
  await where.getByText('Café: #1 of 2').waitFor();
  await where.getByText('Why?').click();
  await where.getByText(/^\d.* − 1\.65 × √\(/).waitFor();
  expect(await where.getByText('5 stars').count()).toBe(1);
  await where.getByText('pictures do not load').waitFor();

  await where.getByRole('link', { name: 'Old Town' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Old Town' }).waitFor();
  const rows = page.getByRole('list', { name: 'Places in Old Town, best first' }).getByRole('listitem');
  await rows.first().waitFor();
  expect((await rows.allInnerTexts()).map((text) => /Café (Near|Middle|Far)/.exec(text)?.[0])).toEqual([
    'Café Middle',
    'Café Near',
    'Café Far',
  ]);
  expect(await rows.nth(2).innerText()).toContain('not rated yet');
  expect(await pinsOf(page)).toEqual(['1', '2', '3']);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});

test('a list is shown on a map, and says how far things are from where somebody is', async () => {
  const { page, complaints, leave } = await visitor(browser, system, { phone: true });
  await page.route('https://tiles.example.org/**', (route) => route.abort());
  await page.goto(`/l/${listId}`);
  await page.getByRole('link', { name: 'On a map' }).click();
  await page.getByRole('heading', { level: 1, name: 'A walk, on a map' }).waitFor();
  expect(await pinsOf(page)).toEqual(['1', '2', '3']);
  await page.getByRole('button', { name: 'How far from me?' }).click();
  await page.getByText('Your browser was told not to say where you are', { exact: false }).waitFor();
  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation({ latitude: 48.2, longitude: 16.37 });
  await page.getByRole('button', { name: 'How far from me?' }).click();
  await page.getByText('110 m away').waitFor();
  expect(complaints).toEqual([]);
  await leave();
});

test('near me lists what is near, nearest first, as the pins are; a view is searched, narrowed and shared', async () => {
  const { page, complaints, leave } = await visitor(browser, system, { phone: true });
  await page.route('https://tiles.example.org/**', (route) => route.abort());
  await page.goto('/map');
  await page.getByRole('link', { name: 'Café Far' }).waitFor();
  await page.getByRole('button', { name: 'Near me' }).click();
  await page.getByText('Your browser was told not to say where you are', { exact: false }).waitFor();
  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation({ latitude: 48.213, longitude: 16.37 });
  await page.getByRole('button', { name: 'Near me' }).click();
  const rows = page.getByRole('list', { name: 'Places near you, nearest first' }).getByRole('listitem');
  await rows.first().waitFor();
  const names = async () => (await rows.allInnerTexts()).map((text) => /Café (Near|Middle|Far)/.exec(text)?.[0]);
  expect(await names()).toEqual(['Café Far', 'Café Middle', 'Café Near']);
  expect(await rows.first().innerText()).toContain('110 m away');
  expect(await pinsOf(page)).toEqual(['1', '2', '3']);
  expect(await page.getByRole('button', { name: 'Search in this view' }).count()).toBe(0);
  // A pin leads to its row, and to its page.
  const pin = page.locator('[data-map=here] .leaflet-marker-icon', { hasText: '1' });
  await pin.click();
  await page.locator('.leaflet-popup').getByRole('link', { name: 'Café Far' }).waitFor();

  // By the keyboard: the map is a stop, arrows move it.
  await page.getByRole('region', { name: 'A map of the places in the list' }).press('ArrowUp');
  await page.getByRole('button', { name: 'Search in this view' }).click();
  await page.waitForURL(/view=/);
  await page.getByRole('combobox', { name: 'What to look for' }).selectOption('museum');
  await page.getByText('No places found here').waitFor();
  expect(new URL(page.url()).searchParams.get('category')).toBe('museum');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  // What was looked at is an address; where somebody is stands in none.
  expect(page.url()).not.toContain('near');
  await page.goto(page.url().replace('category=museum', 'category=cafe'));
  await page.getByRole('link', { name: 'Café Far' }).waitFor();
  expect(complaints).toEqual([]);
  await leave();
});

test('who adds a place chooses its area by name', async () => {
  const walter = await visitor(browser, system, { phone: true });
  const { page } = walter;
  await signUp(walter, 'walter');
  await page.goto('/submit?kind=place');
  await page.getByRole('textbox', { name: 'Name' }).fill('Café New');
  await page.getByRole('textbox', { name: 'Position' }).fill('48.203, 16.37');
  await page.getByRole('textbox', { name: 'Areas' }).fill('Old');
  await page.getByRole('button', { name: 'Old Town' }).click();
  await page.getByRole('button', { name: 'Take Old Town off' }).waitFor();
  await page.getByRole('button', { name: 'Add the place' }).click();
  await page.getByRole('heading', { level: 1, name: 'Café New' }).waitFor();
  await system.drain();
  await page.reload();
  await page.getByRole('region', { name: 'Where it is' }).getByText('not rated yet in Old Town').waitFor();
  expect(walter.complaints).toEqual([]);
  await walter.leave();
});
