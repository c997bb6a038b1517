import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportFormat } from '#shared/exports/schema.ts';
import type { ExportedSave } from '#shared/imports/commonplace.ts';
import { wholeFile } from '#tests/builders/whole-file.ts';
import { wholeImport } from '#tests/builders/whole-import.ts';
import { as } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { itemsToKeep, keeper } from '#tests/worlds/keeper.ts';

type Kept = ExportedSave & { itemId?: string; editedAt?: string };

let system: System;
let items: Awaited<ReturnType<typeof itemsToKeep>>;
let kept: Kept[];
beforeAll(async () => {
  system = await startSystem();
  items = await itemsToKeep();
  await keeper('alice', items);
  await system.settle();
  kept = await savesOf('alice');
});
afterAll(() => system.stop());

/** All that somebody saved, as our own file tells it, by what it is about. */
async function savesOf(name: string): Promise<Kept[]> {
  const { text } = await wholeFile(name, 'commonplace');
  const { saves } = JSON.parse(text) as { saves: Kept[] };
  const keyOf = ({ itemId, item }: Kept) => itemId ?? String(item?.fields.url);
  return saves.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Imports alice's file of a format into an account that has nothing. */
async function carriedOver(format: ExportFormat, into: string): Promise<Kept[]> {
  await as(into).done('chooseHandle', { body: { handle: into } });
  const { text } = await wholeFile('alice', format);
  const { job } = await wholeImport(into, text);
  expect(job.outcomes.refused ?? 0).toBe(0);
  const saves = await savesOf(into);
  const { job: again } = await wholeImport(into, text);
  expect(again.outcomes, 'the second time').toMatchObject({ unchanged: again.total });
  expect(await savesOf(into)).toEqual(saves);
  await system.settle();
  return saves;
}

const without = <T extends object>(save: T, ...names: (keyof T)[]) =>
  Object.fromEntries(Object.entries(save).filter(([name]) => !names.includes(name as keyof T)));
/** What is on a shelf for what one means to read, by whichever kind. */
const wanted = ({ shelf }: Kept) => shelf === 'to-read' || shelf === 'want-to-go';

describe('exported, and imported into an empty account', () => {
  it('as our own file: everything of every save, readings, progress and private notes too', async () => {
    const carried = await carriedOver('commonplace', 'bert');
    expect(carried.map((save) => without(save, 'editedAt'))).toEqual(
      kept.map((save) => without(save, 'editedAt', ...(save.private ? (['rating', 'text'] as const) : []))),
    );
  });

  it.each(['netscape', 'pinboard'] as const)(
    'as %s: what is saved, under which tags, when, with which note, private or not, to read or not',
    async (format) => {
      const carried = await carriedOver(format, `from-${format}`);
      const told = (save: Kept) => ({
        about: save.itemId ?? save.item?.fields.url,
        title: save.title,
        at: save.at,
        private: save.private,
        note: save.note,
        tags: save.tags,
        wanted: wanted(save),
      });
      expect(carried.map(told)).toEqual(kept.map(told));
    },
  );

  it('as Goodreads: the books, on their shelves, with the days, private notes, stars and reviews', async () => {
    const carried = await carriedOver('goodreads', 'goodie');
    const told = (save: Kept) => ({
      itemId: save.itemId,
      at: save.at,
      private: save.private,
      privateNote: save.privateNote,
      shelf: save.shelf,
      shelves: save.shelves,
      finished: save.readings?.findLast(({ finished }) => finished)?.finished,
      rating: save.rating,
      text: save.text,
    });
    const books = kept.filter(({ itemId }) => itemId === items.book || itemId === items.numbered);
    expect(carried.map(told)).toEqual(books.map(told));
  });

  it('as NeoDB: what is saved, how far one is, when, the grade, note and tags, private or not', async () => {
    const carried = await carriedOver('neodb', 'neo');
    const told = (save: Kept) => ({
      about: save.itemId ?? save.item?.fields.url,
      at: save.at,
      private: save.private,
      note: save.note,
      tags: save.tags,
      shelf: save.shelf,
      rating: save.rating,
    });
    expect(carried.map(told)).toEqual(kept.map(told));
  });
});
