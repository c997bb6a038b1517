import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Row, scanRows } from '#functions/table/table.ts';
import { bookmarksFile } from '#tests/builders/bookmarks-file.ts';
import { corrected, wholeImport } from '#tests/builders/whole-import.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { goodreadsFile } from '#tests/unit/imports/goodreads-file.ts';

let system: System;
const people = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank'];
beforeAll(async () => {
  system = await startSystem();
  for (const handle of people) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

async function factsOf(type: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of scanRows()) rows.push(...page.filter((row) => row.type === type));
  return rows;
}
const mine = async (name: string) => (await as(name).done('listMySaves', { query: {} })).entries;
const site = (name: string) => `https://${name}.example.org`;

describe('importing bookmarks', () => {
  it('saves what is public with an item for everybody, and what is private for its owner alone', async () => {
    const file = bookmarksFile([
      {
        url: `${site('first')}/a`,
        title: 'A',
        private: false,
        tags: ['web', 'Slow Web'],
        note: 'Said\nso',
        at: 1_600_000_000,
      },
      { url: `${site('first')}/b`, title: 'B', private: true, tags: ['hush'], note: 'Not for you', at: 1_600_000_001 },
      { url: `${site('first')}/c`, title: 'C' },
      { url: 'javascript:alert(1)', title: 'D', tags: ['kept'] },
    ]);

    const { job, rows } = await wholeImport('alice', file);
    await system.settle();

    expect(job).toMatchObject({ format: 'netscape', outcomes: { saved: 3, refused: 1 }, reviews: 0 });
    expect(rows.map(({ row, outcome, itemId }) => [row, outcome, itemId !== undefined])).toEqual([
      [1, 'saved', true],
      [2, 'saved', false],
      [3, 'saved', false],
      [4, 'refused', false],
    ]);
    expect(rows[3]).toMatchObject({
      reason: 'It is a script, not a page',
      input: { url: 'javascript:alert(1)', title: 'D', tags: ['kept'], private: true },
    });
    const titles = (await factsOf('item')).map(({ title }) => title);
    expect(titles).toEqual(['A']);
    const [save] = (await seen('listSaves', { params: { handle: 'alice' }, query: {} })).entries;
    expect(save).toMatchObject({
      item: { title: 'A' },
      at: '2020-09-13T12:26:40Z',
      note: 'Said\nso',
      tags: ['slow-web', 'web'],
    });
    expect((await seen('listSaves', { params: { handle: 'alice' }, query: {} })).entries).toHaveLength(1);
    await system.settle();
    expect((await mine('alice')).map(({ item, private: own }) => [item.title, own ?? false]).sort()).toEqual([
      ['A', false],
      ['B', true],
      ['C', true],
    ]);
  });

  it('adds nothing the second time', async () => {
    const file = bookmarksFile([
      { url: `${site('again')}/a`, private: false, tags: ['web'], at: 1_600_000_000 },
      { url: `${site('again')}/b`, note: 'Mine' },
    ]);
    await wholeImport('bob', file);
    const facts = async () => [...(await factsOf('item')), ...(await factsOf('save')), ...(await factsOf('added'))];
    const before = await facts();

    const { job } = await wholeImport('bob', file);

    expect(job.outcomes).toEqual({ saved: 0, unchanged: 2, skipped: 0, refused: 0 });
    expect(await facts()).toEqual(before);
  });

  it('leaves what the person saved or changed here as it is', async () => {
    const carol = as('carol');
    const url = (name: string) => `${site('kept')}/${name}`;
    const body = { private: false, note: 'By hand', tags: ['mine'] };
    await carol.done('saveAddress', { body: { ...body, url: url('saved'), title: 'Saved' } });
    const file = (note: string) =>
      bookmarksFile(
        ['saved', 'changed', 'tagged'].map((name) => ({ url: url(name), private: false, note, tags: ['file'] })),
      );
    const first = await wholeImport('carol', file('From the file'));
    const [, changed, tagged] = first.rows.map(({ itemId = '' }) => itemId);
    await carol.done('saveItem', { params: { itemId: changed ?? '' }, body: { ...body, note: 'Changed' } });
    await carol.done('applyTag', { params: { itemId: tagged ?? '', tag: 'added' } });

    const second = await wholeImport('carol', file('A newer word'));

    expect(first.rows.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['skipped', 'What you saved here stays'],
      ['saved', undefined],
      ['saved', undefined],
    ]);
    expect(second.rows.map(({ outcome, reason }) => [outcome, reason])).toEqual(
      Array(3).fill(['skipped', 'What you saved here stays']),
    );
    const saves = (await factsOf('save')).filter(({ by }) => by === 'carol');
    expect(new Set(saves.map(({ note }) => note))).toEqual(new Set(['By hand', 'Changed', 'From the file']));
  });

  it('takes the newer word of a file on what came from a file, and tags only beside those there are', async () => {
    const one = (note: string, tags: string[], said: boolean) =>
      bookmarksFile([{ url: `${site('newer')}/a`, title: 'A', note, tags, private: said }]);
    await wholeImport('dave', one('Old', ['one'], true));

    const { rows } = await wholeImport('dave', one('New', ['two'], false));

    expect(rows[0]).toMatchObject({ outcome: 'saved' });
    const [save, ...others] = (await factsOf('save')).filter(({ by }) => by === 'dave');
    expect(save).toMatchObject({ note: 'New', tags: new Set(['one', 'two']), itemId: rows[0]?.itemId });
    expect(save?.private).toBeUndefined();
    expect(others).toEqual([]);
  });

  it('makes one save of a page that lies in several folders, private where one of them is', async () => {
    const url = `${site('twice')}/a`;
    const { rows } = await wholeImport(
      'erin',
      bookmarksFile([
        { url, tags: ['one'], private: false },
        { url: `${url}#part`, tags: ['two'], private: true },
        { url: `${url}?utm_source=x`, tags: ['three'], private: false },
      ]),
    );

    expect(rows.map(({ outcome }) => outcome)).toEqual(['saved', 'skipped', 'skipped']);
    expect(rows[1]?.reason).toBe('Row 1 is about the same, and was given the tags and shelves of both');
    expect(rows[0]?.reason).toBe('It is private in row 2, so it is private');
    const saves = (await factsOf('save')).filter(({ by }) => by === 'erin');
    expect(saves).toMatchObject([{ private: true, tags: new Set(['one', 'two', 'three']) }]);
  });

  it.each([
    ['private', 0],
    ['public', 2],
  ] as const)('is all %s where its owner wants it so', async (visibility, shown) => {
    const file = bookmarksFile([
      { url: `${site(visibility)}/a`, private: true },
      { url: `${site(visibility)}/b`, private: false },
    ]);
    const before = (await factsOf('item')).length;

    const { job } = await wholeImport('erin', file, visibility);

    expect(job).toMatchObject({ visibility, outcomes: { saved: 2 } });
    expect((await factsOf('item')).length - before).toBe(shown);
  });

  it('posts no review of what is private', async () => {
    const { rows } = await wholeImport('frank', goodreadsFile([{ 'My Rating': '4', 'My Review': 'Hush.' }]), 'private');

    expect(rows).toMatchObject([
      { outcome: 'saved', reason: 'Its rating is not posted, since reviews are public and this is private' },
    ]);
    expect(await factsOf('review')).toEqual([]);
    expect((await factsOf('item')).filter(({ kind }) => kind === 'book')).toEqual([]);
  });

  it('takes refused rows again once they are corrected', async () => {
    const file = goodreadsFile([
      { 'Book Id': '', Title: '=No number', 'My Rating': '4', 'My Review': 'Good.', 'Exclusive Shelf': 'read' },
    ]);
    const refused = await wholeImport('frank', file);
    expect(refused.job.outcomes).toMatchObject({ refused: 1 });

    const { job, rows } = await wholeImport('frank', corrected(refused.rows, { isbn: '9780195374612' }));

    expect(job).toMatchObject({ format: 'commonplace-csv', outcomes: { saved: 1 }, reviews: 1 });
    expect(rows[0]).toMatchObject({ title: '=No number', reviewed: true });
    expect(await factsOf('review')).toMatchObject([{ rating: 4, text: 'Good.', by: 'frank' }]);
  });

  it('makes one review of a mark and a text that come in files of their own, in any order and again', async () => {
    const of = 'Solaris,isbn:9780156027601,https://neodb.social/book/abc,2023-01-02T03:04:05+00:00';
    const marks = `title,info,links,timestamp,status,rating,comment,tags\n${of},complete,7,Read twice,sea\n`;
    const texts = `title,info,links,timestamp,title,content\n${of},The sea,It thinks.\n`;

    const early = await wholeImport('bob', texts);
    const first = await wholeImport('bob', marks);
    const second = await wholeImport('bob', texts);
    const again = await wholeImport('bob', marks);

    expect(early.rows[0]?.reason).toContain('reviews here have a rating');
    expect([early, first, second, again].map(({ job }) => job.reviews)).toEqual([0, 1, 1, 0]);
    const reviews = (await factsOf('review')).filter(({ by }) => by === 'bob');
    expect(reviews).toMatchObject([{ rating: 3.5, text: '**The sea**\n\nIt thinks.' }]);
    expect(again.job.outcomes).toMatchObject({ unchanged: 1 });
    expect((await factsOf('save')).filter(({ note }) => note === 'Read twice')).toHaveLength(1);
  });

  it('is projected exactly, and nothing of what is private is in the log', async () => {
    await system.settle();
    expect(system.log.join('')).not.toMatch(/Not for you|example\.org|hush/);
  });
});

describe('a look into a file', () => {
  it('says what it holds and keeps nothing', async () => {
    const before = await factsOf('import');
    const text = bookmarksFile([
      { url: `${site('look')}/a`, title: 'A', private: false },
      { url: `${site('look')}/b`, title: 'B' },
      { url: 'place:x', title: 'C' },
    ]);

    const { file } = await as('alice').done('inspectFile', { body: { text, filename: 'bookmarks.html' } });

    expect(file).toEqual({
      format: 'netscape',
      rows: 3,
      refused: 1,
      private: 2,
      public: 1,
      rated: 0,
      titles: ['A', 'B', 'C'],
    });
    expect(await factsOf('import')).toEqual(before);
  });
});
