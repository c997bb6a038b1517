import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readExport } from '#functions/imports/formats/formats.ts';
import type { ImportFormat } from '#shared/imports/schema.ts';

type Counts = Record<'rows' | 'refused' | 'private' | 'notes' | 'tags' | 'dated' | 'problems', number>;

/** What browsers and services wrote, by what each file is known to hold. The files lie outside the repository. */
const samples: [string, ImportFormat, Counts][] = [
  [
    'linkding/simple_valid_import_file.html',
    'netscape',
    { rows: 3, refused: 0, private: 0, notes: 3, tags: 3, dated: 3, problems: 0 },
  ],
  [
    'linkding/simple_valid_import_file_with_one_invalid_bookmark.html',
    'netscape',
    { rows: 3, refused: 0, private: 0, notes: 3, tags: 3, dated: 2, problems: 1 },
  ],
  [
    'shaarli/chromium_flat.htm',
    'netscape',
    { rows: 9, refused: 0, private: 9, notes: 0, tags: 0, dated: 9, problems: 0 },
  ],
  [
    'shaarli/chromium_nested.htm',
    'netscape',
    { rows: 18, refused: 0, private: 18, notes: 0, tags: 21, dated: 18, problems: 0 },
  ],
  ['shaarli/delicious.htm', 'netscape', { rows: 5, refused: 0, private: 1, notes: 4, tags: 18, dated: 5, problems: 1 }],
  [
    'shaarli/delicious_sanitize.htm',
    'netscape',
    { rows: 2, refused: 0, private: 0, notes: 2, tags: 5, dated: 2, problems: 0 },
  ],
  [
    'shaarli/firefox_flat.htm',
    'netscape',
    { rows: 24, refused: 3, private: 24, notes: 8, tags: 105, dated: 24, problems: 0 },
  ],
  [
    'shaarli/firefox_nested.htm',
    'netscape',
    { rows: 24, refused: 3, private: 24, notes: 8, tags: 121, dated: 24, problems: 0 },
  ],
  [
    'shaarli/google_bookmarks_nested.htm',
    'netscape',
    { rows: 6, refused: 0, private: 6, notes: 0, tags: 6, dated: 6, problems: 0 },
  ],
  [
    'shaarli/internet_explorer_11_flat.htm',
    'netscape',
    { rows: 18, refused: 0, private: 18, notes: 0, tags: 0, dated: 18, problems: 0 },
  ],
  [
    'shaarli/internet_explorer_11_nested.htm',
    'netscape',
    { rows: 27, refused: 0, private: 27, notes: 0, tags: 31, dated: 27, problems: 0 },
  ],
  [
    'shaarli/netscape_basic.htm',
    'netscape',
    { rows: 2, refused: 0, private: 1, notes: 1, tags: 5, dated: 2, problems: 0 },
  ],
  [
    'shaarli/netscape_extended.htm',
    'netscape',
    { rows: 1, refused: 0, private: 1, notes: 1, tags: 2, dated: 1, problems: 0 },
  ],
  [
    'shaarli/netscape_multiline.htm',
    'netscape',
    { rows: 3, refused: 0, private: 0, notes: 3, tags: 3, dated: 3, problems: 0 },
  ],
  [
    'shaarli/netscape_nested.htm',
    'netscape',
    { rows: 8, refused: 0, private: 0, notes: 2, tags: 23, dated: 8, problems: 0 },
  ],
  [
    'shaarli/safari_folded.htm',
    'netscape',
    { rows: 3, refused: 0, private: 3, notes: 0, tags: 4, dated: 0, problems: 0 },
  ],
  ['shaarli/scuttle.htm', 'netscape', { rows: 4, refused: 0, private: 4, notes: 3, tags: 4, dated: 4, problems: 0 }],
  [
    'shaarli/scuttle_new_line.htm',
    'netscape',
    { rows: 1, refused: 0, private: 1, notes: 1, tags: 3, dated: 1, problems: 0 },
  ],
  ['shaarli/shaarli.htm', 'netscape', { rows: 6, refused: 1, private: 2, notes: 4, tags: 25, dated: 6, problems: 0 }],
  [
    'shaarli/shaarli_legacy.htm',
    'netscape',
    { rows: 2, refused: 0, private: 1, notes: 1, tags: 2, dated: 2, problems: 0 },
  ],
  [
    'shaarli/shaarli_markdown.htm',
    'netscape',
    { rows: 3, refused: 3, private: 0, notes: 3, tags: 5, dated: 3, problems: 0 },
  ],
  [
    'shaarli/shaarli_with_tabs_and_spaces.htm',
    'netscape',
    { rows: 1, refused: 1, private: 1, notes: 1, tags: 1, dated: 1, problems: 0 },
  ],
  [
    'shaarli/shaarli_with_whitespace_tags.htm',
    'netscape',
    { rows: 1, refused: 1, private: 1, notes: 1, tags: 3, dated: 1, problems: 0 },
  ],
  [
    'wallabag/chrome-bookmarks',
    'chrome',
    { rows: 1, refused: 0, private: 1, notes: 0, tags: 0, dated: 1, problems: 0 },
  ],
  [
    'wallabag/delicious_export.2021.02.06_21.10.json',
    'delicious',
    { rows: 3, refused: 0, private: 0, notes: 1, tags: 8, dated: 3, problems: 0 },
  ],
  [
    'wallabag/firefox-bookmarks.json',
    'firefox',
    { rows: 2, refused: 0, private: 2, notes: 0, tags: 2, dated: 2, problems: 0 },
  ],
  [
    'wallabag/instapaper-export.csv',
    'instapaper',
    { rows: 4, refused: 0, private: 4, notes: 0, tags: 1, dated: 0, problems: 0 },
  ],
  [
    'wallabag/pinboard_export',
    'pinboard',
    { rows: 3, refused: 0, private: 0, notes: 2, tags: 9, dated: 3, problems: 0 },
  ],
  ['wallabag/pocket.csv', 'pocket-csv', { rows: 7, refused: 0, private: 7, notes: 0, tags: 0, dated: 7, problems: 0 }],
  [
    'wallabag/ril_export.html',
    'pocket-html',
    { rows: 2, refused: 0, private: 2, notes: 0, tags: 4, dated: 2, problems: 0 },
  ],
  [
    'wallabag/shaarli-bookmarks.html',
    'netscape',
    { rows: 2, refused: 0, private: 0, notes: 1, tags: 2, dated: 2, problems: 0 },
  ],
];

const sample = (file: string) => `${process.env.COMMONPLACE_DATA ?? ''}/bookmarks/${file}`;
const savesOf = (file: string) => readExport(readFileSync(sample(file), 'utf8')).saves;

it.each(samples)('%s is read whole as %s', (file, format, counts) => {
  if (!existsSync(sample(file))) return;
  const found = readExport(readFileSync(sample(file), 'utf8'));
  const count = (of: (save: (typeof found.saves)[number]) => unknown) => found.saves.filter(of).length;

  expect(found.format).toBe(format);
  expect({
    rows: found.saves.length,
    refused: count((save) => save.refused),
    private: count((save) => save.private),
    notes: count((save) => save.note),
    tags: found.saves.flatMap(({ tags }) => tags).length,
    dated: count((save) => save.at),
    problems: count(({ problems }) => problems.length > 0),
  }).toEqual(counts);
  expect(found.saves.map(({ row }) => row)).toEqual(found.saves.map((_, index) => index + 1));
});

it.each([
  ['shaarli/empty.htm', 'The file is empty'],
  ['linkding/invalid_import_file.png', 'The file is a picture'],
])('%s is no export', (file, message) => {
  if (!existsSync(sample(file))) return;

  expect(() => readExport(readFileSync(sample(file), 'utf8'))).toThrow(message);
});

it('bookmarks in folders carry the folders as tags, the nearest first', () => {
  if (!existsSync(sample('shaarli/netscape_nested.htm'))) return;

  expect(savesOf('shaarli/netscape_nested.htm').map(({ url, tags }) => [url, tags])).toEqual([
    ['http://nest.ed/1', ['tag1', 'tag2', 'multi-word']],
    ['http://nest.ed/1-1', ['tag1', 'tag2', 'multi-word', 'folder1', 'the-first', 'folder-to-encounter']],
    ['http://nest.ed/1-2', ['tag3', 'tag4', 'leaf-multi-word', 'folder1', 'the-first', 'folder-to-encounter']],
    ['http://nest.ed/2-1', ['folder2']],
    ['http://nest.ed/2-2', ['folder2']],
    ['http://nest.ed/3-1', ['tag3', 'folder3-1', 'folder3']],
    ['http://nest.ed/3-2', ['folder3-1', 'folder3']],
    ['http://nest.ed/2', ['tag4']],
  ]);
});

it('a note keeps its lines, and a date as web servers log it is one', () => {
  if (!existsSync(sample('shaarli/netscape_multiline.htm'))) return;

  expect(savesOf('shaarli/netscape_multiline.htm')[1]).toEqual({
    row: 2,
    title: 'Multiline desc',
    url: 'http://multi.li.ne/2',
    at: '2016-02-25T20:55:42Z',
    private: false,
    note: 'Nested lists:\n- list1\n  - item1.1\n  - item1.2\n  - item1.3\n- list2\n  - item2.1',
    tags: ['multi'],
    problems: [],
  });
  expect(savesOf('shaarli/netscape_basic.htm')[0]).toMatchObject({ at: '2000-10-10T10:55:36Z', private: true });
});

it('a browser’s own folders are no tags, and its own pages are refused with the reason', () => {
  if (!existsSync(sample('shaarli/firefox_nested.htm'))) return;
  const saves = savesOf('shaarli/firefox_nested.htm');

  expect(saves[22]).toMatchObject({
    title: 'Most visited',
    refused: 'It is a page of one browser, which nobody else can open',
    tags: [],
  });
  expect(saves[23]).toMatchObject({ url: 'https://www.mozilla.org/en-US/firefox/central/', tags: [] });
  expect(saves[13]?.tags).toEqual(['github', 'netscape', 'parser', 'php', 'dev']);
});
