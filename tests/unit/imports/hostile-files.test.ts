import { describe, expect, it } from 'vitest';
import { readExport } from '#functions/imports/formats/formats.ts';
import { readGoodreads } from '#functions/imports/formats/goodreads.ts';
import { reviewMarkdown } from '#functions/imports/formats/review-markdown.ts';
import type { ImportFormat } from '#shared/imports/schema.ts';

const heading = 'Book Id,Title,Author,My Rating';

describe('a file made to keep the reader busy', () => {
  it('may not have columns without end', () => {
    const file = `${heading}${',x'.repeat(100_000)}\n${'1\n'.repeat(10_000)}`;
    expect(() => readGoodreads(file)).toThrow('too many columns');
  });

  it('may not have blank rows without end', () => {
    const file = `${heading}\n${' \n'.repeat(1_000_000)}`;
    expect(() => readGoodreads(file)).toThrow('at most 20000 rows');
  });

  it('may have blank rows between others, which are not counted', () => {
    expect(readGoodreads(`${heading}\n , ,,\n1,A,B,3\n,,,\n2,C,D,4\n`).map(({ row, title }) => [row, title])).toEqual([
      [1, 'A'],
      [2, 'C'],
    ]);
  });
});

describe('a review made to keep the reader busy', () => {
  // What costs the square of its length takes minutes here, more than a test may take; what costs its length, under a second.
  it.each([
    ['spaces that tags keep apart, in bold', `<b>a${'<u> </u>'.repeat(250_000)}b</b>`],
    ['bold beside italic', '<b>x</b><i>y</i>'.repeat(120_000)],
    ['tags in tags', `${'<i>x '.repeat(300_000)}`],
    ['breaks', '<br> <u> </u>'.repeat(150_000)],
    ['tags that nothing ends', '<a href="'.repeat(200_000)],
    ['entities that nothing ends', '&a'.repeat(900_000)],
    ['addresses', 'https://..'.repeat(180_000)],
    ['comments', '<!--'.repeat(450_000)],
  ])('costs its length: %s', (_name, html) => {
    expect(reviewMarkdown(html)).toBeTypeOf('string');
  });
});

describe('bookmarks made to keep the reader busy', () => {
  const entry = '<DT><A HREF="https://example.org/">x</A>';
  const list = '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>';
  const pinboard = (record: object) => JSON.stringify([{ href: 'https://example.org/', ...record }]);
  // As above: the square of their length would take minutes, more than a test may take.
  it.each<[string, ImportFormat, string]>([
    ['lists in lists', 'netscape', `${'<DL><DT><H3>x</H3>'.repeat(200_000)}${entry.repeat(9000)}`],
    ['a million tags that nothing closes', 'netscape', `${list}${'<i>'.repeat(1_000_000)}${entry}`],
    [
      'a folder name without end',
      'netscape',
      `${list}<DT><H3>${'x, '.repeat(900_000)}</H3><DL>${entry.repeat(19_000)}`,
    ],
    [
      'attributes without end',
      'netscape',
      `${list}<DT><A ${Array.from({ length: 400_000 }, (_, at) => `a${at}=1`).join(' ')}>x</A>`,
    ],
    ['tags without end', 'netscape', `${list}<DT><A HREF="https://a.org" TAGS="${'ab '.repeat(1_200_000)}">x</A>`],
    [
      'different tags without end',
      'netscape',
      `${list}<DT><A TAGS="${Array.from({ length: 400_000 }, (_, at) => `t${at}`).join(',')}">x</A>`,
    ],
    ['blanks in a note', 'netscape', `${list}${entry}<DD>${' '.repeat(3_900_000)}x`],
    ['blank lines in a note', 'netscape', `${list}${entry}<DD>x${'\n \n'.repeat(1_200_000)}x`],
    ['links in a note', 'netscape', `${list}${entry}<DD>${'<a href="https://a.org/">'.repeat(150_000)}`],
    ['comments', 'netscape', `${list}${'<!--'.repeat(950_000)}`],
    ['entities', 'netscape', `${list}${entry}<DD>${'&amp'.repeat(950_000)}`],
    ['tags that nothing ends', 'netscape', `${list}${'<a href="'.repeat(400_000)}`],
    ['a title on one line of all', 'netscape', `${list}<DT><A HREF="https://a.org/">${'a '.repeat(1_900_000)}</A>`],
    [
      'a list in one line',
      'pocket-html',
      `<title>Pocket Export</title>${'<h1>'.repeat(900_000)}<a href="https://a.org/">x</a>`,
    ],
    ['a note without end', 'pinboard', pinboard({ extended: ' \t'.repeat(1_900_000) })],
    ['an address without end', 'pinboard', pinboard({ href: `https://${'a.'.repeat(1_900_000)}` })],
    ['a date without end', 'pinboard', pinboard({ time: '1'.repeat(3_900_000) })],
    ['one tag without end', 'pinboard', pinboard({ tags: '?'.repeat(3_900_000) })],
    [
      'many tags on many bookmarks of one address',
      'firefox',
      JSON.stringify({
        type: 'text/x-moz-place-container',
        children: [
          { root: 'tagsFolder', children: [{ title: 'x', children: Array(70_000).fill({ uri: 'http://a.org' }) }] },
          { title: 'menu', children: Array(19_000).fill({ type: 'text/x-moz-place', uri: 'http://a.org' }) },
        ],
      }),
    ],
    ['folders in folders', 'chrome', `{"roots":{"bar":${'{"children":['.repeat(250_000)}${']}'.repeat(250_000)}}}`],
    [
      'lists in lists',
      'delicious',
      `[{"url":"https://a.org","tags":${'['.repeat(1_900_000)}${']'.repeat(1_900_000)}}]`,
    ],
    ['cells without end', 'instapaper', `URL,Title,Selection,Folder\n${','.repeat(3_900_000)}`],
    ['one cell', 'instapaper', `URL,Title,Selection,Folder\nhttps://a.org/,"${'""'.repeat(1_900_000)}",,x`],
    ['quotation marks', 'pocket-csv', `title,url,time_added\n${'a"'.repeat(1_900_000)},https://a.org/,1`],
  ])('cost their length: %s (%s)', (_name, format, file) => {
    try {
      expect(readExport(file, { format }).format).toBe(format);
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/^import_/) });
    }
  });

  it.each<[ImportFormat, string]>([
    ['netscape', list + entry.repeat(20_001)],
    ['pinboard', JSON.stringify(Array(20_001).fill({ href: 'x' }))],
    ['chrome', JSON.stringify({ roots: { bar: { children: Array(20_001).fill({ type: 'url' }) } } })],
    ['instapaper', `URL,Title,Folder\n${'a,b,c\n'.repeat(20_001)}`],
    ['commonplace', JSON.stringify({ format: 'commonplace', version: 1, saves: Array(20_001).fill({}) })],
  ])('may not be more than twenty thousand: %s', (format, file) => {
    expect(() => readExport(file, { format })).toThrow('at most 20000 rows');
  });
});
