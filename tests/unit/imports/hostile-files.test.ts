import { describe, expect, it } from 'vitest';
import { readGoodreads } from '#functions/imports/goodreads.ts';
import { reviewMarkdown } from '#functions/imports/review-markdown.ts';

const heading = 'Book Id,Title,Author,My Rating';

/** How long it takes, in milliseconds. */
function duration(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

describe('a file made to keep the reader busy', () => {
  it('may not have columns without end', () => {
    const file = `${heading}${',x'.repeat(100_000)}\n${'1\n'.repeat(10_000)}`;
    expect(duration(() => expect(() => readGoodreads(file)).toThrow('too many columns'))).toBeLessThan(3000);
  });

  it('may not have blank rows without end', () => {
    const file = `${heading}\n${' \n'.repeat(1_000_000)}`;
    expect(duration(() => expect(() => readGoodreads(file)).toThrow('at most 20000 rows'))).toBeLessThan(5000);
  });

  it('may have blank rows between others, which are not counted', () => {
    expect(readGoodreads(`${heading}\n , ,,\n1,A,B,3\n,,,\n2,C,D,4\n`).map(({ row, title }) => [row, title])).toEqual([
      [1, 'A'],
      [2, 'C'],
    ]);
  });
});

describe('a review made to keep the reader busy', () => {
  // What costs the square of its length takes minutes here; what costs its length, under a second.
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
    expect(duration(() => reviewMarkdown(html))).toBeLessThan(8000);
  });
});
