import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExportFormat } from '#shared/exports/schema.ts';
import { wholeFile } from '#tests/builders/whole-file.ts';
import { wholeImport } from '#tests/builders/whole-import.ts';
import { as } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { itemsToKeep, keeper } from '#tests/worlds/keeper.ts';

type Kept = Record<string, unknown> & { title: string; private: boolean; shelf?: string };

let system: System;
beforeAll(async () => {
  system = await startSystem();
  await keeper('alice', await itemsToKeep());
});
afterAll(() => system.stop());

/** What a person keeps, as their whole file has it, in an order of its own; `but` is what a format has no word for. */
async function keptBy(name: string, ...but: string[]): Promise<Kept[]> {
  const { saves } = JSON.parse((await wholeFile(name, 'commonplace')).text) as { saves: Kept[] };
  return saves
    .map(
      ({ itemId: _itemId, editedAt: _editedAt, ...save }) =>
        Object.fromEntries(Object.entries(save).filter(([key]) => !but.includes(key))) as Kept,
    )
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

async function newcomer(name: string, format: ExportFormat) {
  await as(name).done('chooseHandle', { body: { handle: name } });
  return wholeImport(name, (await wholeFile('alice', format)).text);
}

/** Reviews are public, so that a private save brings none. */
const reviewed = ['rating', 'text', 'experiencedOn'];

it('everything that is taken away and brought to another account is the same there', async () => {
  const { job, rows } = await newcomer('bob', 'commonplace');

  expect(job.outcomes).toMatchObject({ refused: 0, skipped: 0 });
  expect(rows.filter(({ reason }) => reason)).toEqual([]);
  expect(await keptBy('bob')).toEqual(await keptBy('alice'));
  await system.settle();
}, 300_000);

it.each(['netscape', 'pinboard'] as const)(
  'bookmarks as %s are the same in another account',
  async (format) => {
    const name = `of-${format}`;
    const { job } = await newcomer(name, format);
    // What these formats have no word for, and what is no web address there.
    const but = ['item', 'privateNote', 'shelf', 'shelves', 'readings', ...reviewed];
    const byTitle = (saves: Kept[]) => saves.filter(({ title }) => !/Café|Frankenstein|Numbered/.test(title));

    expect(job.outcomes.refused).toBe(0);
    expect(byTitle(await keptBy(name, ...but))).toEqual(byTitle(await keptBy('alice', ...but)));
  },
  300_000,
);

it('books as Goodreads are the same in another account, by days', async () => {
  const { job } = await newcomer('of-goodreads', 'goodreads');

  expect(job.outcomes).toMatchObject({ refused: 0 });
  const books = (saves: Kept[]) => saves.filter(({ title }) => /Frankenstein|Numbered/.test(title));
  // Goodreads has one date of reading and no tags or notes of one's own.
  const but = ['tags', 'note', 'readings', 'item'];
  expect(books(await keptBy('of-goodreads', ...but))).toEqual(books(await keptBy('alice', ...but)));
}, 300_000);

it('a second time adds nothing', async () => {
  const { job } = await wholeImport('bob', (await wholeFile('alice', 'commonplace')).text);

  expect(job.outcomes).toMatchObject({ saved: 0, refused: 0, skipped: 0 });
}, 300_000);
