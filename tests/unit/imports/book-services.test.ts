import { describe, expect, it } from 'vitest';
import { readNeoDb } from '#functions/imports/formats/neodb.ts';
import { readStoryGraph } from '#functions/imports/formats/storygraph.ts';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const table = (heading: string, ...rows: string[][]) =>
  [heading, ...rows.map((row) => row.map(quoted).join(','))].join('\n');

describe('a StoryGraph export', () => {
  const columns = [
    'Title',
    'Authors',
    'ISBN/UID',
    'Read Status',
    'Date Added',
    'Last Date Read',
    'Dates Read',
    'Moods',
    'Star Rating',
    'Review',
    'Tags',
    'Owned?',
  ];
  const one = (values: Record<string, string>) =>
    readStoryGraph(
      table(
        columns.join(','),
        columns.map((column) => values[column] ?? ''),
      ),
    )[0];

  it('is read with all that it says of a book', () => {
    expect(
      one({
        Title: 'Walden',
        Authors: 'Henry David Thoreau, Somebody Else',
        'ISBN/UID': '9780195374612',
        'Read Status': 'read',
        'Date Added': '2021/01/02',
        'Last Date Read': '2022/03/04',
        'Dates Read': '2021/02/01-2021/02/20, 2022/03/04',
        Moods: 'reflective, slow',
        'Star Rating': '4.0',
        Review: '<div>Quiet.<br>Very <strong>quiet</strong>.</div>',
        Tags: 'nature, Re-read',
        'Owned?': 'Yes',
      }),
    ).toEqual({
      row: 1,
      title: 'Walden',
      book: { title: 'Walden', authors: ['Henry David Thoreau', 'Somebody Else'], isbn: '9780195374612' },
      at: '2021-01-02T12:00:00Z',
      tags: ['nature', 're-read', 'reflective', 'slow'],
      stage: 'finished',
      shelves: ['owned'],
      readings: [{ started: '2021-02-01', finished: '2021-02-20' }, { finished: '2022-03-04' }],
      rating: 4,
      text: 'Quiet.  \nVery **quiet**.',
      experiencedOn: '2022-03-04',
      problems: [],
    });
  });

  it.each([
    ['4.25', 4.5],
    ['3.75', 4],
    ['0.25', 0.5],
    ['4.4', 4.5],
  ])('keeps %s stars as %s and says so', (written, rating) => {
    const save = one({ 'Star Rating': written });

    expect(save?.rating).toBe(rating);
    expect(save?.problems).toEqual([`${Number(written)} stars are kept as ${rating}: ratings here are in halves`]);
  });

  it.each(['9.78E+12', '9.78014E+12', 'a1b2c3d4-0000-4000-8000-000000000000', ''])(
    'takes %s for no ISBN',
    (written) => {
      expect(one({ Title: 'X', 'ISBN/UID': written })?.book).toEqual({ title: 'X', authors: [] });
    },
  );

  it.each([
    ['to-read', 'wanted', undefined],
    ['currently-reading', 'current', undefined],
    ['did-not-finish', 'stopped', undefined],
    ['paused', undefined, ['paused']],
  ])('puts %s on its shelf', (status, stage, shelves) => {
    const save = one({ 'Read Status': status });

    expect([save?.stage, save?.shelves]).toEqual([stage, shelves]);
  });

  it.each([
    [{ 'Dates Read': '2021/02/01-' }, [{ started: '2021-02-01' }], []],
    [{ 'Dates Read': '-2021/02/01' }, [{ finished: '2021-02-01' }], []],
    [{ 'Last Date Read': '2021/02/01' }, [{ finished: '2021-02-01' }], []],
    [{ 'Dates Read': '2021/02' }, undefined, ['The dates of reading “2021/02” cannot be read']],
    [
      { 'Dates Read': '2021/02/01-2021/02/03', 'Read Status': 'did-not-finish' },
      [{ started: '2021-02-01', finished: '2021-02-03', stopped: true }],
      [],
    ],
  ])('takes the readings of %j', (values, readings, problems) => {
    const save = one(values);

    expect([save?.readings, save?.problems]).toEqual([readings, problems]);
  });
});

describe('a NeoDB export', () => {
  it('is read as marks of books and of all else', () => {
    const saves = readNeoDb(
      table(
        'title,info,links,timestamp,status,rating,comment,tags',
        [
          'Walden',
          'isbn:9780195374612 pub_year:1854 author:Henry David Thoreau/Some One',
          'https://neodb.social/book/abc https://www.goodreads.com/book/show/16902',
          '2023-01-02T03:04:05.678901+00:00',
          'complete',
          '7',
          'Read by the lake',
          'nature lake',
        ],
        [
          'Solaris',
          'imdb:tt0069293 year:1972',
          'https://neodb.social/movie/xyz https://www.imdb.com/title/tt0069293/',
          '2023-01-02T03:04:05+00:00',
          'wishlist',
          '',
          '',
          '',
        ],
        ['Nowhere', '', '', '', 'dropped', '', '', ''],
      ),
    );

    expect(saves).toEqual([
      {
        row: 1,
        title: 'Walden',
        book: {
          title: 'Walden',
          authors: ['Henry David Thoreau', 'Some One'],
          isbn: '9780195374612',
          goodreads: 16902,
          year: 1854,
        },
        at: '2023-01-02T03:04:05Z',
        note: 'Read by the lake',
        tags: ['nature', 'lake'],
        stage: 'finished',
        rating: 3.5,
        problems: [],
      },
      {
        row: 2,
        title: 'Solaris',
        url: 'https://www.imdb.com/title/tt0069293/',
        at: '2023-01-02T03:04:05Z',
        tags: [],
        stage: 'wanted',
        problems: [],
      },
      expect.objectContaining({ row: 3, refused: 'It has no address', stage: 'stopped' }),
    ]);
  });

  it('is read as reviews, with the title of each', () => {
    const [save] = readNeoDb(
      table('title,info,links,timestamp,title,content', [
        'Walden',
        'isbn:9780195374612',
        'https://neodb.social/book/abc',
        '2023-01-02T03:04:05+00:00',
        'By the *lake*',
        'It is quiet.\n\nVery.',
      ]),
    );

    expect(save).toMatchObject({ title: 'Walden', text: '**By the \\*lake\\***\n\nIt is quiet.\n\nVery.' });
  });
});
