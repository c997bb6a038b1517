import { describe, expect, it } from 'vitest';
import { readExport } from '#functions/imports/formats/formats.ts';
import type { ImportFormat } from '#shared/imports/schema.ts';

const read = (file: string | object, format: ImportFormat) => {
  const found = readExport(typeof file === 'string' ? file : JSON.stringify(file));
  expect(found.format).toBe(format);
  return found.saves;
};

describe('Pinboard', () => {
  it('is read with what is shared, to be read and tagged', () => {
    const saves = read(
      [
        {
          href: 'https://example.org/a',
          description: 'A page',
          extended: 'My words\nand more',
          time: '2016-10-31T15:57:56Z',
          shared: 'yes',
          toread: 'no',
          tags: 'Web dev',
        },
        { href: 'https://example.org/b', description: '', shared: 'no', toread: 'yes', tags: '' },
        { href: 'https://example.org/c', description: 'No word of sharing' },
        null,
      ],
      'pinboard',
    );

    expect(saves).toEqual([
      {
        row: 1,
        title: 'A page',
        url: 'https://example.org/a',
        at: '2016-10-31T15:57:56Z',
        private: false,
        note: 'My words\nand more',
        tags: ['web', 'dev'],
        problems: [],
      },
      {
        row: 2,
        title: 'https://example.org/b',
        url: 'https://example.org/b',
        private: true,
        tags: [],
        stage: 'wanted',
        problems: [],
      },
      expect.objectContaining({ row: 3, private: true }),
      expect.objectContaining({ row: 4, refused: 'It has no address', private: true }),
    ]);
  });
});

describe('Delicious', () => {
  it('is read as JSON', () => {
    const saves = read(
      [
        {
          url: 'https://example.org/a',
          title: 'A',
          tags: ['MAC_address', ''],
          created: '1358425796',
          private: '0',
          description: 'Mine',
        },
        { url: 'https://example.org/b', title: 'B', tags: [], private: '1' },
        { url: 'https://example.org/c', title: 'C' },
      ],
      'delicious',
    );

    expect(saves[0]).toEqual({
      row: 1,
      title: 'A',
      url: 'https://example.org/a',
      at: '2013-01-17T12:29:56Z',
      private: false,
      note: 'Mine',
      tags: ['mac_address'],
      problems: [],
    });
    expect(saves.map((save) => save.private)).toEqual([false, true, true]);
  });
});

describe('Pocket', () => {
  it('is read as a page with a list of what is unread and an archive', () => {
    const saves = read(
      `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
<li><a href="https://example.org/a" time_added="1688628695" tags="one,two words">A</a></li></ul>
<h1>Read Archive</h1><ul><li><a href="https://example.org/b" time_added="1688628696" tags="">B</a></li></ul></body></html>`,
      'pocket-html',
    );

    expect(saves).toEqual([
      {
        row: 1,
        title: 'A',
        url: 'https://example.org/a',
        at: '2023-07-06T07:31:35Z',
        private: true,
        tags: ['one', 'two-words'],
        stage: 'wanted',
        problems: [],
      },
      expect.objectContaining({ row: 2, title: 'B', stage: 'finished', tags: [] }),
    ]);
  });

  it('is read as a table', () => {
    const saves = read(
      'title,url,time_added,tags,status\n"A, with\n\nlines",https://example.org/a,1600322788,one|two words,unread\nB,https://example.org/b,1600322789,,archive\n',
      'pocket-csv',
    );

    expect(saves).toEqual([
      {
        row: 1,
        title: 'A, with lines',
        url: 'https://example.org/a',
        at: '2020-09-17T06:06:28Z',
        private: true,
        tags: ['one', 'two-words'],
        stage: 'wanted',
        problems: [],
      },
      expect.objectContaining({ row: 2, stage: 'finished', tags: [] }),
    ]);
  });
});

describe('Instapaper', () => {
  it('is read with its folders', () => {
    const saves = read(
      `URL,Title,Selection,Folder,Timestamp,Tags
https://example.org/a,A,"What I marked",Unread,1600322788,"[""one"",""two words""]"
https://example.org/b,B,,Archive,1600322789,[]
https://example.org/c,C,,Starred,,
https://example.org/d,D,,Long reads,,one`,
      'instapaper',
    );

    expect(saves[0]).toEqual({
      row: 1,
      title: 'A',
      url: 'https://example.org/a',
      at: '2020-09-17T06:06:28Z',
      private: true,
      note: 'What I marked',
      tags: ['one', 'two-words'],
      stage: 'wanted',
      problems: [],
    });
    expect(saves.slice(1).map(({ stage, shelves, tags }) => [stage, shelves, tags])).toEqual([
      ['finished', undefined, []],
      [undefined, ['starred'], []],
      [undefined, undefined, ['one', 'long-reads']],
    ]);
  });
});

describe('a browser', () => {
  it('is read as Chrome keeps its bookmarks: private, in folders, its own folders apart', () => {
    const url = (name: string, date = '13118850929335823') => ({
      type: 'url',
      name,
      url: `https://example.org/${name}`,
      date_added: date,
    });
    const saves = read(
      {
        checksum: 'x',
        roots: {
          bookmark_bar: {
            type: 'folder',
            name: 'Bookmarks bar',
            children: [
              url('a'),
              {
                type: 'folder',
                name: 'Work',
                children: [{ type: 'folder', name: 'To do', children: [url('b', '0')] }],
              },
            ],
          },
          other: {
            type: 'folder',
            name: 'Other',
            children: [url('c', '5'), { type: 'url', name: 'Settings', url: 'chrome://settings' }],
          },
          synced: { type: 'folder', name: 'Mobile' },
        },
        version: 1,
      },
      'chrome',
    );

    expect(saves.map(({ title, at, tags, private: own }) => [title, at, tags, own])).toEqual([
      ['a', '2016-09-20T13:15:29Z', [], true],
      ['b', undefined, ['to-do', 'work'], true],
      ['c', undefined, [], true],
      ['Settings', undefined, [], true],
    ]);
    expect(saves[2]?.problems).toEqual(['The date “before 1970” cannot be read']);
    expect(saves[3]?.refused).toBe('It is a page of one browser, which nobody else can open');
  });

  it('is read as a backup of Firefox, with tags of both kinds', () => {
    const place = { type: 'text/x-moz-place', uri: 'https://example.org/a', dateAdded: 1388166091644000 };
    const container = 'text/x-moz-place-container';
    const saves = read(
      {
        guid: 'root________',
        root: 'placesRoot',
        type: container,
        children: [
          {
            guid: 'menu________',
            root: 'bookmarksMenuFolder',
            title: 'Menu',
            type: container,
            children: [
              {
                ...place,
                title: 'A',
                tags: 'one,two words',
                annos: [{ name: 'bookmarkProperties/description', value: 'What it is' }],
              },
              { type: 'text/x-moz-place-separator' },
              { title: 'Folder', type: container, children: [{ ...place, uri: 'https://example.org/b', title: null }] },
            ],
          },
          {
            guid: 'tags________',
            root: 'tagsFolder',
            type: container,
            children: [
              {
                title: 'three',
                type: container,
                children: [{ type: 'text/x-moz-place', uri: 'https://example.org/a' }],
              },
            ],
          },
        ],
      },
      'firefox',
    );

    expect(saves).toEqual([
      {
        row: 1,
        title: 'A',
        url: 'https://example.org/a',
        at: '2013-12-27T17:41:31Z',
        private: true,
        note: 'What it is',
        tags: ['one', 'two-words', 'three'],
        problems: [],
      },
      expect.objectContaining({ row: 2, title: 'https://example.org/b', tags: ['folder'] }),
    ]);
  });
});
