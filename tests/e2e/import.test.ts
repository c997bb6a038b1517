import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { type Row, scanRows } from '#functions/table/table.ts';
import { goodreadsLibrary } from '#tests/builders/goodreads-library.ts';
import { browser, startSite, system } from './site.ts';
import { signUp, type Visitor, visitor } from './visitor.ts';

const library = goodreadsLibrary();
const labels = ['Saved', 'Here already', 'Skipped', 'Refused'] as const;

startSite();

async function handIn({ page }: Visitor, text: string, name = 'goodreads_library_export.csv') {
  await page.goto('/import');
  await page.getByLabel('Your file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Start the import' }).click();
}

const state = (page: Page) => page.getByRole('main').getByRole('status');
const ended = ({ page }: Visitor, rows = library.rows) =>
  state(page).getByText(`Done: ${rows} of ${rows} rows`).waitFor({ timeout: 50_000 });

async function countsOf({ page }: Visitor): Promise<Record<(typeof labels)[number], number>> {
  const counts = await Promise.all(
    labels.map(async (label) => {
      const text = await page.getByRole('button', { name: new RegExp(`\\d\\s*${label}$`) }).innerText();
      return [label, Number(/\d+/.exec(text)?.[0])] as const;
    }),
  );
  return Object.fromEntries(counts) as Record<(typeof labels)[number], number>;
}

/** The report as the page shows it, all of it. */
async function reportOf({ page }: Visitor): Promise<string[][]> {
  const table = page.getByRole('table', { name: 'Report by row' });
  if ((await table.count()) === 0) return [];
  const more = page.getByRole('button', { name: /^Show more of/ });
  while ((await more.count()) > 0) await more.click();
  return table
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')));
}

async function allRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const found of scanRows()) rows.push(...found);
  return rows;
}
/** All but the marks that writes leave for the limits: they expire by themselves. */
const lastingRows = async () => (await allRows()).filter(({ type }) => type !== 'limit');
const ofType = async (type: string) => (await allRows()).filter((row) => row.type === type);

/** Makes every step of an import wait, so that there is a middle to act in. */
const slowly = ({ page }: Visitor) =>
  page.route('**/advance', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue().catch(() => undefined);
  });

test('a file that is not an export shows the problem and loses nothing', async () => {
  const nora = await visitor(browser, system);
  await signUp(nora, 'nora');
  await system.drain();
  const before = await lastingRows();

  await nora.page.goto('/import');
  const chosen = nora.page.getByLabel('Your file');
  await chosen.setInputFiles({
    name: 'shopping.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('name,amount\ntea,3\n'),
  });
  const refusal = nora.page.getByRole('alert').filter({ hasText: 'This file is no export that can be read here' });
  await refusal.waitFor();
  expect(await refusal.innerText()).toContain('none of the formats');
  expect(await chosen.evaluate((input: HTMLInputElement) => input.files?.[0]?.name)).toBe('shopping.csv');

  const latin = Buffer.concat([
    Buffer.from('Book Id,Title,Author,My Rating\n1,Caf'),
    Buffer.from([0xe9]),
    Buffer.from(',A,5\n'),
  ]);
  await chosen.setInputFiles({ name: 'spreadsheet.csv', mimeType: 'text/csv', buffer: latin });
  await nora.page.getByText('This file is not in UTF-8.').waitFor();
  await chosen.setInputFiles({ name: 'holiday.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50]) });
  await nora.page.getByText('This file is a picture').waitFor();
  await chosen.setInputFiles({ name: 'empty.html', mimeType: 'text/html', buffer: Buffer.from('') });
  await nora.page.getByText('This file is empty.').waitFor();
  expect(await nora.page.getByRole('button', { name: 'Start the import' }).count()).toBe(0);
  expect(await lastingRows()).toEqual(before);
  await nora.leave();
});

test('an export is taken whole, every row is reported, and a second time posts nothing', async () => {
  const alice = await visitor(browser, system);
  await signUp(alice, 'alice');
  await handIn(alice, library.text);
  await ended(alice);

  const first = await countsOf(alice);
  expect(Object.values(first).reduce((sum, count) => sum + count)).toBe(library.rows);
  expect(first.Saved).toBeGreaterThan(0);
  const report = await reportOf(alice);
  expect(report.map(([row]) => Number(row))).toEqual(Array.from({ length: library.rows }, (_, index) => index + 1));
  for (const label of labels) {
    await alice.page.getByRole('button', { name: new RegExp(`\\d\\s*${label}$`) }).click();
    expect.soft(await reportOf(alice), label).toHaveLength(first[label]);
  }
  const [reviews, saves] = [await ofType('review'), await ofType('save')];
  expect(saves).toHaveLength(first.Saved);
  await alice.page.getByText(`${reviews.length} reviews were posted.`).waitFor();

  await handIn(alice, library.text);
  await ended(alice);
  const second = await countsOf(alice);
  expect(second).toEqual({ ...first, Saved: 0, 'Here already': first.Saved + first['Here already'] });
  await alice.page.getByText('Nothing new came in').waitFor();
  expect([await ofType('review'), await ofType('save')]).toEqual([reviews, saves]);

  await system.drain();
  expect((await audit()).differences).toEqual([]);
  expect([...alice.complaints, ...system.faults]).toEqual([]);
  await alice.leave();
});

test('a reload in the middle goes on where it was, and private notes come to nobody else', async () => {
  const bob = await visitor(browser, system, { phone: true });
  await signUp(bob, 'bobby');
  await slowly(bob);
  await handIn(
    bob,
    library.withNotes((row) => `lent-to-max-${row}`),
  );
  await state(bob.page)
    .getByText(/^Importing: (50|100|150) of/)
    .waitFor();
  const address = bob.page.url();
  await bob.page.reload();
  await state(bob.page)
    .getByText(/^Importing: /)
    .waitFor();
  expect(bob.page.url()).toBe(address);
  // Told from the start: the rows taken before the reload are in the report too.
  await ended(bob);

  const counts = await countsOf(bob);
  expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(library.rows);
  expect(await reportOf(bob)).toHaveLength(library.rows);
  expect(await bob.page.content()).not.toContain('lent-to-max');
  const own = (await ofType('save')).filter((save) => save.by === 'bobby');
  expect(own).toHaveLength(counts.Saved);
  await system.drain();
  const noted = (await allRows()).filter((row) => JSON.stringify(row).includes('lent-to-max'));
  expect(noted.length).toBeGreaterThan(0);
  // Beside the saves themselves only what was refused, for its owner to correct.
  for (const { type } of noted) expect(['save', 'importReport']).toContain(type);
  expect((await audit()).differences).toEqual([]);
  expect(bob.complaints).toEqual([]);
  await bob.leave();
});

test('an import that is cancelled stops and keeps what it posted', async () => {
  const carol = await visitor(browser, system);
  await signUp(carol, 'carol');
  await slowly(carol);
  await handIn(carol, library.text);
  await state(carol.page)
    .getByText(/^Importing: [1-9]/)
    .waitFor();
  await carol.page.getByRole('button', { name: 'Cancel the import' }).click();
  await state(carol.page)
    .getByText(/^Cancelled: /)
    .waitFor();
  await carol.page.waitForTimeout(1000);

  await carol.page.reload();
  await state(carol.page)
    .getByText(/^Cancelled: /)
    .waitFor();
  const done = Number(/(\d+) of/.exec(await state(carol.page).innerText())?.[1]);
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(library.rows);
  await expect.poll(async () => (await reportOf(carol)).length).toBe(done);
  expect((await ofType('save')).filter((save) => save.by === 'carol')).toHaveLength((await countsOf(carol)).Saved);
  await system.drain();
  expect((await audit()).differences).toEqual([]);
  await carol.leave();
});

test('an average is shown from five ratings on', async () => {
  const guest = await visitor(browser, system);
  const [rated] = await ofType('review');
  const itemId = String(rated?.itemId);
  const ratings = async () => (await ofType('review')).filter((review) => review.itemId === itemId);
  const item = `/i/${itemId}`;
  // In the head of the page and above its reviews.
  const average = guest.page.getByText(/^\d\.\d$/);
  const reviews = guest.page.getByRole('region', { name: /review/i });

  while ((await ratings()).length < 5) {
    await system.drain();
    const { length } = await ratings();
    await guest.page.goto(item);
    await reviews.getByText(`${length} rating${length === 1 ? '' : 's'}`, { exact: true }).waitFor();
    expect(await average.count(), `${length} ratings`).toBe(0);
    await rate(itemId, `reader${length}`, 4);
  }
  await system.drain();
  await guest.page.goto(item);
  await average.first().waitFor();
  const mean = (await ratings()).reduce((sum, { rating }) => sum + Number(rating), 0) / 5;
  expect(new Set(await average.allInnerTexts())).toEqual(new Set([mean.toFixed(1)]));
  await guest.leave();
});

async function rate(itemId: string, handle: string, rating: number): Promise<void> {
  const { accessToken } = await system.signUp(`${handle}@example.org`);
  const put = async (path: string, body: object) => {
    const answer = await fetch(`${system.url}/api/${path}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.status, await answer.text()).toBe(200);
  };
  await put('me/handle', { handle });
  await put(`items/${itemId}/review`, { rating, text: '' });
}
