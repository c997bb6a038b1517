import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readGoodreads } from '#functions/imports/formats/goodreads.ts';
import { maxRows } from '#functions/imports/formats/limits.ts';
import { AppError } from '#shared/app-error.ts';
import { columnSets, goodreadsFile } from './goodreads-file.ts';

const codeOf = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
  return undefined;
};

describe('a Goodreads library export', () => {
  it.each(Object.entries(columnSets))('is read with %s columns', (_, columns) => {
    const file = goodreadsFile(
      [{ Title: 'Walden', 'My Rating': '4', 'My Review': 'Quiet.', 'Date Read': '2021/03/04' }],
      { columns },
    );

    const [row] = readGoodreads(file);

    expect(row).toEqual({
      row: 1,
      title: 'Walden',
      book: { title: 'Walden', authors: ['A. Writer'], goodreads: 1000 },
      tags: [],
      readings: [{ finished: '2021-03-04' }],
      rating: 4,
      text: 'Quiet.',
      experiencedOn: '2021-03-04',
      problems: [],
    });
  });

  it.each([
    ['LF', '\n', false],
    ['CRLF', '\r\n', false],
    ['CRLF after a byte order mark', '\r\n', true],
    ['CR', '\r', false],
  ])('is read with %s', (_, lineEnd, bom) => {
    const file = goodreadsFile([{ Title: 'One' }, { Title: 'Two, with "quotes"', 'Owned Copies': '1' }], {
      lineEnd,
      bom,
    });

    const rows = readGoodreads(file);

    expect(rows.map(({ title }) => title)).toEqual(['One', 'Two, with "quotes"']);
  });

  it('is read with its columns in any order', () => {
    const file = goodreadsFile([{ 'My Rating': '3' }], { columns: [...columnSets[24]].reverse() });

    expect(readGoodreads(file)[0]).toMatchObject({ book: { goodreads: 1000 }, rating: 3 });
  });

  it('keeps private notes apart from all else', () => {
    const file = goodreadsFile([{ 'Private Notes': 'lent to Max', 'My Review': 'Good.', 'My Rating': '5' }]);

    const [{ privateNote, ...row } = { privateNote: undefined }] = readGoodreads(file);

    expect(privateNote).toBe('lent to Max');
    expect(JSON.stringify(row)).not.toContain('Max');
  });

  it.each([
    [{ 'Exclusive Shelf': 'to-read', Bookshelves: 'to-read, favourites' }, 'wanted', ['favourites']],
    [{ 'Exclusive Shelf': 'currently-reading', Bookshelves: 'currently-reading' }, 'current', undefined],
    [{ 'Exclusive Shelf': 'read', Bookshelves: 'Sci Fi, owned' }, 'finished', ['sci-fi', 'owned']],
    [{ 'Exclusive Shelf': 'did-not-finish', Bookshelves: 'did-not-finish' }, 'stopped', undefined],
    [{ 'Exclusive Shelf': 'dnf', Bookshelves: '' }, 'stopped', undefined],
    [{ 'Exclusive Shelf': 'abandoned', Bookshelves: 'abandoned, loans' }, 'stopped', ['loans']],
    [{ 'Exclusive Shelf': 'to-buy', Bookshelves: 'to-buy, gifts' }, undefined, ['gifts', 'to-buy']],
    // Somebody's own shelf of that name, which says nothing of how far the book is.
    [{ 'Exclusive Shelf': 'read', Bookshelves: 'dnf' }, 'finished', ['dnf']],
  ])('puts a book of %j on its shelves', (values, stage, shelves) => {
    const [row] = readGoodreads(goodreadsFile([values]));

    expect([row?.stage, row?.shelves]).toEqual([stage, shelves]);
  });

  it.each([
    [{ 'Date Read': '2021/07/19', 'Read Count': '1' }, [{ finished: '2021-07-19' }], []],
    [{ 'Read Count': '1' }, undefined, []],
    [
      { 'Date Read': '2021/07/19', 'Read Count': '3' },
      [{ finished: '2021-07-19' }],
      ['It was read 3 times; the file has the date of the last time only'],
    ],
    [{ 'Date Read': '2021/07/19', 'Exclusive Shelf': 'dnf' }, [{ finished: '2021-07-19', stopped: true }], []],
  ])('takes the readings of %j', (values, readings, problems) => {
    const [row] = readGoodreads(goodreadsFile([values]));

    expect([row?.readings, row?.problems]).toEqual([readings, problems]);
  });

  it.each([
    ['="9780195374612"', '="0195374614"', '9780195374612'],
    ['=""', '="0195374614"', '9780195374612'],
    ['=""', '=""', undefined],
    ['', '', undefined],
    ['9.78E+12', '', undefined],
    ['9780195374613', '', undefined],
    ['="9780195374612"', '', '9780195374612'],
    ['978-0-19-537461-2', '', '9780195374612'],
  ])('takes ISBN13 %s and ISBN %s for %s', (isbn13, isbn, expected) => {
    const [row] = readGoodreads(goodreadsFile([{ ISBN13: isbn13, ISBN: isbn }]));

    expect(row?.book?.isbn).toBe(expected);
    expect(row?.book?.goodreads).toBe(1000);
  });

  it('takes a wrapped ISBN that no quotes stand around', () => {
    const file = 'Book Id,Title,Author,ISBN13,My Rating\n5,Walden,Thoreau,="9780195374612",4\n';

    expect(readGoodreads(file)[0]).toMatchObject({ book: { isbn: '9780195374612' }, rating: 4 });
  });

  it.each([
    [{ 'Original Publication Year': '-380', 'Year Published': '2003' }, -380],
    [{ 'Original Publication Year': '', 'Year Published': '2003' }, 2003],
    [{ 'Original Publication Year': '20033', 'Year Published': '' }, undefined],
    [{ 'Original Publication Year': 'unknown' }, undefined],
  ])('takes the year of %j for %s', (values, year) => {
    expect(readGoodreads(goodreadsFile([values]))[0]?.book?.year).toBe(year);
  });

  it('keeps a title written from right to left as it is', () => {
    const title = 'رجال في الشمس \u202bطبعة\u202c';

    expect(readGoodreads(goodreadsFile([{ Title: title }]))[0]?.title).toBe(title);
  });

  it('takes the same title twice, a custom shelf and repeated spaces as they come', () => {
    const rows = readGoodreads(
      goodreadsFile([
        {
          Title: 'Emma',
          Author: 'Jane  Austen',
          'Additional Authors': 'Fiona Stafford, Jane Austen',
          'Exclusive Shelf': 'abandoned',
        },
        { Title: 'Emma', Author: 'Alexander McCall Smith', 'Exclusive Shelf': 'to-read' },
      ]),
    );

    expect(rows.map(({ title, book }) => [title, book?.authors])).toEqual([
      ['Emma', ['Jane Austen', 'Fiona Stafford']],
      ['Emma', ['Alexander McCall Smith']],
    ]);
  });

  it.each([
    [{ 'Date Read': '2020/02/29', 'Date Added': '2019/01/01' }, '2020-02-29', '2019-01-01T12:00:00Z'],
    [{ 'Date Read': '', 'Date Added': '2019/01/01' }, undefined, '2019-01-01T12:00:00Z'],
    [{ 'Date Read': '2021/02/29', 'Date Added': '2019/01/01' }, undefined, '2019-01-01T12:00:00Z'],
    [{ 'Date Read': 'last summer' }, undefined, undefined],
  ])('dates %j', (values, experiencedOn, at) => {
    const [row] = readGoodreads(goodreadsFile([values]));

    expect([row?.experiencedOn, row?.at]).toEqual([experiencedOn, at]);
  });

  it('hides a whole review that is marked as a spoiler', () => {
    expect(readGoodreads(goodreadsFile([{ 'My Review': 'He dies.', Spoiler: 'true' }]))[0]?.text).toBe('||He dies.||');
  });

  it.each([
    ['nothing', ''],
    ['another table', 'Title,Authors,ISBN/UID,Format,Read Status\nWalden,Thoreau,,print,read\n'],
    ['no table at all', '{"hello": ["world"]}'],
    ['a quotation that never ends', 'Book Id,Title,Author,My Rating\n1,"Walden,Thoreau,4\n'],
    ['only zero bytes', '\0\0\0\0'],
  ])('is not %s', (_, text) => {
    expect(codeOf(() => readGoodreads(text))).toBe('import_unreadable');
  });

  it('may be empty', () => {
    expect(readGoodreads(goodreadsFile([]))).toEqual([]);
  });

  it(`has at most ${maxRows} rows`, () => {
    const file = (rows: number) => `Book Id,Title,Author,My Rating\n${'1,Walden,Thoreau,4\n'.repeat(rows)}`;

    expect(readGoodreads(file(maxRows))).toHaveLength(maxRows);
    expect(codeOf(() => readGoodreads(file(maxRows + 1)))).toBe('import_too_long');
  });

  it('is read whole, as somebody exported it', () => {
    const sample = `${process.env.COMMONPLACE_DATA ?? ''}/goodreads/goodreads_library_export.csv`;
    const given = existsSync(sample);
    const file = given
      ? readFileSync(sample, 'utf8')
      : goodreadsFile(Array.from({ length: 315 }, (_, index) => ({ 'My Rating': index < 71 ? '4' : '0' })));

    const rows = readGoodreads(file);

    expect(rows).toHaveLength(315);
    expect(rows.filter(({ rating }) => rating !== undefined)).toHaveLength(71);
    expect(rows.every(({ title, book }) => title !== '' && book?.goodreads !== undefined)).toBe(true);
  });
});
