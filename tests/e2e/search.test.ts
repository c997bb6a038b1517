import { expect, test } from 'vitest';
import { seed } from '#infra/commands/seed.ts';
import { browser, startSite, system } from './site.ts';
import { visitor } from './visitor.ts';

startSite(async () => {
  await seed();
  await system.drain();
});

test('on a phone: a misspelled title is suggested and found, narrowed down, and each part taken away again', async () => {
  const { page, complaints, leave } = await visitor(browser, system, { phone: true });
  await page.goto('/');
  const box = page.getByLabel('Search, or ask in plain words');
  await box.click();
  await box.pressSequentially('tresure islnd');
  const option = page.getByRole('option', { name: /Treasure Island/ });
  await option.waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await option.getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Escape');
  await option.waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { level: 1, name: 'Search' }).waitFor();
  await page.getByRole('heading', { level: 3, name: 'Treasure Island' }).waitFor();
  expect(new URL(page.url()).search).toBe('?q=tresure+islnd');

  // Instant: what is typed is found without a press.
  await page.getByLabel('Search, or ask in plain words').fill('adventure');
  const count = page.getByRole('heading', { level: 2, name: /\d+ found/ });
  await page.getByRole('heading', { level: 3, name: 'The Count of Monte Cristo' }).waitFor();
  const all = Number.parseInt(await count.innerText(), 10);
  await page.getByText('Narrow it down').click();
  await page.getByRole('link', { name: /^#sea \d/ }).click();
  const chip = page.getByRole('link', { name: 'Without: #sea' });
  await chip.waitFor();
  await expect.poll(async () => Number.parseInt(await count.innerText(), 10)).toBeLessThan(all);
  expect(new URL(page.url()).search).toBe('?q=adventure&tags=sea');
  await chip.click();
  await expect.poll(async () => Number.parseInt(await count.innerText(), 10)).toBe(all);

  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
  expect(complaints).toEqual([]);
  await leave();
});

test('a question in plain words becomes parts that can be seen and taken away, and what is found is cited', async () => {
  const { page, complaints, leave } = await visitor(browser, system);
  await page.goto('/search?q=science+fiction+books+before+1900');
  const part = (name: string) => page.getByRole('link', { name: `Without: ${name}` });
  for (const name of ['Books', '#science-fiction', 'Up to 1899']) await part(name).waitFor();
  const hit = page.getByRole('heading', { level: 3, name: 'The Time Machine' }).getByRole('link');
  expect(await hit.getAttribute('href')).toMatch(/^\/i\//);
  await page.getByText('How this was understood').click();
  await page.getByText('“before 1900”: first published up to 1899').waitFor();
  await part('#science-fiction').click();
  await part('#science-fiction').waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('?kind=book&years=..1899');
  await part('Up to 1899').waitFor();
  await page.goBack();
  await page.getByRole('link', { name: 'Search for these words as they are' }).click();
  await part('Books').waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('as')).toBe('words');

  // Nothing, something refused, and nowhere to be: said in words.
  await page.goto('/search?q=qqxxzzvv');
  await page.getByText('Nothing was found for “qqxxzzvv”').waitFor();
  await page.goto('/search?stars=many');
  await page.getByRole('listitem').filter({ hasText: 'stars: is not a number' }).waitFor();
  await page.goto('/search?q=museums+near+me');
  await page.getByRole('button', { name: 'Use where I am' }).click();
  await page.getByText(/did not say where you are/).waitFor();
  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation({ latitude: 52.35999, longitude: 4.88521 });
  await page.getByRole('button', { name: 'Use where I am' }).click();
  await part('Near where you are').waitFor();
  expect(new URL(page.url()).searchParams.get('near')).toBe('52.36,4.885');
  expect(complaints).toEqual([]);
  await leave();
});

test('who runs no script searches by the form and reads what is found', async () => {
  const context = await browser.newContext({ baseURL: system.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('searchbox').fill('tiem machine');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('heading', { level: 3, name: 'The Time Machine' }).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('tiem machine');
  expect(await page.locator('mark').first().innerText()).toBe('Time');
  await context.close();
});
