import { describe, expect, it } from 'vitest';
import { comparePage, likeness, readComparison, tagWeight } from '#shared/comparisons/rules.ts';
import fc from '#tests/setup/properties.ts';

const ids = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc', 'dddddddddddd', 'eeeeeeeeeeee'];

describe('the address of a comparison', () => {
  it('names its items, and reads back as written', () => {
    expect(comparePage([])).toBe('/compare');
    const address = comparePage(ids.slice(0, 3));
    expect(address).toBe('/compare?items=aaaaaaaaaaaa,bbbbbbbbbbbb,cccccccccccc');
    expect(readComparison(address.slice(8))).toEqual(ids.slice(0, 3));
  });

  it('is read without what is no id, each once, four at most', () => {
    expect(readComparison(`?items=${ids[0]},x,${ids[0]},<script>,,${ids.slice(1).join(',')}`)).toEqual(ids.slice(0, 4));
    expect(readComparison('')).toEqual([]);
    fc.assert(fc.property(fc.string(), (text) => readComparison(`?items=${encodeURIComponent(text)}`).length <= 4));
  });
});

describe('how alike two items are', () => {
  const weights = new Map([
    ['rare', tagWeight(2)],
    ['common', tagWeight(1000)],
  ]);

  it('counts a rare tag for more than a common one', () => {
    expect(tagWeight(2)).toBe(0.5);
    expect(tagWeight(-1)).toBe(1);
    const rare = likeness({ tags: ['rare'], savers: 0 }, weights, 0);
    const common = likeness({ tags: ['common'], savers: 0 }, weights, 0);
    expect(rare).toBeCloseTo(0.833, 3);
    expect(rare).toBeGreaterThan(common);
    expect(likeness({ tags: ['rare', 'common'], savers: 0 }, weights, 0)).toBeCloseTo(1);
  });

  it('adds the share of savers, of whom a few say little', () => {
    expect(likeness({ tags: [], savers: 1 }, weights, 1)).toBeCloseTo(1 / 3);
    expect(likeness({ tags: [], savers: 8 }, weights, 8)).toBeCloseTo(0.8);
    expect(likeness({ tags: [], savers: 0 }, new Map(), 0)).toBe(0);
  });

  it('is between 0 and 2 whatever is in common', () => {
    fc.assert(
      fc.property(fc.subarray(['rare', 'common']), fc.nat(8), fc.nat(8), (tags, savers, more) => {
        const like = likeness({ tags, savers }, weights, savers + more);
        return like >= 0 && like < 2 + 1e-9;
      }),
    );
  });
});
