import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExport } from '#functions/imports/formats/formats.ts';
import { personIdOf } from '#functions/people/identity.ts';
import type { ExportFormat } from '#shared/exports/schema.ts';
import { subOf } from '#tests/builders/event.ts';
import { site, wholeFile } from '#tests/builders/whole-file.ts';
import { as } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { itemsToKeep, keeper } from '#tests/worlds/keeper.ts';

type Written = {
  saves: {
    itemId?: string;
    title: string;
    private: boolean;
    at: string;
    note?: string;
    privateNote?: string;
    tags: string[];
  }[];
} & Record<string, Record<string, unknown>[]>;

let system: System;
let items: Awaited<ReturnType<typeof itemsToKeep>>;
let all: Written;
beforeAll(async () => {
  system = await startSystem();
  items = await itemsToKeep();
  await keeper('alice', items);
  all = JSON.parse((await wholeFile('alice', 'commonplace')).text) as Written;
});
afterAll(() => system.stop());

const read = async (format: ExportFormat) => readExport((await wholeFile('alice', format)).text);

describe('a file of everything', () => {
  it('has each save once, with what is its owner’s alone, and what else the person gave', async () => {
    const { entries } = await as('alice')
      .done('getMySave', { params: { itemId: items.book } })
      .then(async ({ save }) => ({ entries: [save] }));
    const saved = all.saves.find(({ itemId }) => itemId === items.book);

    expect(saved).toMatchObject({
      private: entries[0]?.private,
      note: entries[0]?.note,
      privateNote: entries[0]?.privateNote,
      tags: entries[0]?.tags,
      readings: entries[0]?.readings,
      rating: 5,
      text: 'Better still.',
    });
    expect(all.reviews).toMatchObject([
      { itemId: items.book, rating: 5, history: [{ rating: 4.5, text: 'Better than\n\n**the films**.' }] },
    ]);
    expect(all.votes).toMatchObject([{ itemId: items.book, value: 'up' }]);
  });

  it('has what is on lists, who and what is followed, goals, bundles and names of tokens; no secret and no other’s id', async () => {
    const cora = as('cora');
    await cora.done('chooseHandle', { body: { handle: 'cora' } });
    const list = async (mode: string) =>
      (await cora.done('createList', { body: { title: `A ${mode} list`, mode } })).list.id;
    const [closed, open] = [await list('closed'), await list('open')];
    for (const listId of [closed, open])
      for (const itemId of [items.book, items.place])
        await cora.done('addToList', { params: { listId, itemId }, body: { note: `On ${listId}` } });
    await cora.done('castBallot', { params: { listId: open }, body: { items: [items.place, items.book] } });
    await cora.done('followTarget', { params: { what: 'people', target: 'alice' } });
    await cora.done('followTarget', { params: { what: 'tags', target: 'gothic' } });
    await cora.done('muteTarget', { params: { what: 'people', target: 'librarian' } });
    await cora.done('putGoal', { params: { year: '2026', kind: 'book' }, body: { target: 12, private: true } });
    await cora.done('putBundle', { params: { bundle: 'kinds' }, body: { tags: ['gothic'] } });
    const { secret } = await cora.done('createToken', { body: { name: 'A script', scopes: ['read'] } });
    await cora.done('applyTag', { params: { itemId: items.link, tag: 'only-tagged' } });

    const { text } = await wholeFile('cora', 'commonplace');

    expect(JSON.parse(text)).toMatchObject({
      profile: { handle: 'cora' },
      saves: [],
      tags: [{ itemId: items.link, tags: ['only-tagged'] }],
      lists: expect.arrayContaining([
        expect.objectContaining({ id: closed, mode: 'closed' }),
        expect.objectContaining({ id: open, mode: 'open' }),
      ]),
      listEntries: expect.arrayContaining([
        expect.objectContaining({ listId: closed, itemId: items.book, note: `On ${closed}` }),
        expect.objectContaining({ listId: closed, itemId: items.place }),
      ]),
      openListEntries: [{ listId: open }, { listId: open }],
      ballots: [{ listId: open, items: [items.place, items.book] }],
      follows: [
        { what: 'people', target: 'alice' },
        { what: 'tags', target: 'gothic' },
      ],
      mutes: [{ what: 'people', target: 'librarian' }],
      goals: [{ year: '2026', kind: 'book', target: 12, private: true }],
      bundles: [{ name: 'kinds', tags: ['gothic'] }],
      tokens: [{ name: 'A script', scopes: ['read'] }],
    });
    for (const told of [secret ?? '', personIdOf(subOf('alice')), personIdOf(subOf('cora')), subOf('cora')])
      expect(text).not.toContain(told);
  });

  it('is of what was written a moment ago: nothing was projected yet', () => {
    expect(all.saves.length).toBeGreaterThan(100);
    expect(new Set(all.saves.map(({ title, at }) => title + at)).size).toBeGreaterThan(100);
  });

  it('names itself after its owner and the day', async () => {
    expect((await wholeFile('alice', 'goodreads')).filename).toMatch(
      /^commonplace-alice-\d{4}-\d\d-\d\d-goodreads\.csv$/,
    );
  });

  it('is of its owner alone, and empty for somebody who has nothing', async () => {
    await as('bob').done('chooseHandle', { body: { handle: 'bob' } });
    for (const format of ['netscape', 'pinboard', 'goodreads', 'neodb', 'neodb-reviews', 'commonplace'] as const) {
      const { text } = await wholeFile('bob', format);
      expect(text).not.toContain('example.org/hostile');
      expect(readExport(text, { format: format === 'neodb-reviews' ? 'neodb' : format }).saves).toEqual([]);
    }
  });
});

describe.each(['netscape', 'pinboard'] as const)('a file as %s', (format) => {
  it('reads as it was saved: address, title, note, tags, date, private, to read', async () => {
    const { format: told, saves } = await read(format);

    expect(told).toBe(format);
    expect(saves).toHaveLength(all.saves.length);
    const problems = saves.flatMap((save) => ((save.refused ?? save.problems.length > 0) ? [save] : []));
    expect(problems).toEqual([]);
    const known = (save: { title: string; at?: string; private?: boolean; note?: string; tags: string[] }) => ({
      title: save.title,
      at: save.at,
      private: save.private,
      note: save.note,
      tags: [...save.tags].sort(),
    });
    expect(saves.map(known)).toEqual(all.saves.map(known));
    const wanted = saves.filter(({ stage }) => stage === 'wanted').map(({ url }) => url);
    expect(wanted.sort()).toEqual([`https://example.org/shared?a=1&b="2"`, `${site}/i/${items.place}`].sort());
  });

  it('calls books by their catalogue and places by their page here', async () => {
    const urls = (await read(format)).saves.map(({ url }) => url);
    expect(urls).toEqual(
      expect.arrayContaining([
        'https://www.gutenberg.org/ebooks/84',
        'https://openlibrary.org/isbn/9780306406157',
        `${site}/i/${items.place}`,
      ]),
    );
  });
});

describe('a library as Goodreads', () => {
  it('reads as it was kept: shelves, dates, notes, rating, private', async () => {
    const { format, saves } = await read('goodreads');

    expect(format).toBe('goodreads');
    const byTitle = new Map(saves.map((save) => [save.title, save]));
    expect(saves).toHaveLength(2);
    expect(byTitle.get('Frankenstein; or, "The Modern"')).toMatchObject({
      book: { isbn: '9780141439471', authors: ['Mary Shelley', 'Somebody Else'], year: 1818 },
      stage: 'finished',
      shelves: ['favourites', 'winter-2024'],
      privateNote: '=1+1 for me alone',
      readings: [{ finished: '2024-02-29' }],
      at: '2018-12-24T12:00:00Z',
      rating: 5,
      text: 'Better still.',
      private: false,
    });
    expect(byTitle.get('=Numbered by ISBN')).toMatchObject({
      book: { isbn: '9780306406157' },
      stage: 'stopped',
      privateNote: 'Gave up.',
      private: true,
    });
  });
});

describe('marks as NeoDB', () => {
  it('read as they were saved: status, comment, tags, date, rating, private', async () => {
    const { format, saves } = await read('neodb');

    expect(format).toBe('neodb');
    expect(saves).toHaveLength(all.saves.length);
    const known = (save: { at?: string; private?: boolean; note?: string; tags: string[] }) => ({
      at: save.at,
      private: save.private,
      note: save.note,
      tags: [...save.tags].sort(),
    });
    expect(saves.map(known)).toEqual(all.saves.map(known));
    expect(saves.find(({ book }) => book?.gutenberg === 84)).toMatchObject({ stage: 'finished', rating: 5 });
  });

  it('have the words of reviews in a file of their own', async () => {
    const { saves } = await read('neodb-reviews');
    expect(saves).toMatchObject([{ book: { gutenberg: 84 }, text: 'Better still.' }]);
  });
});
