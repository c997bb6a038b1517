import { describe, expect, it } from 'vitest';
import { counted, exactCount, settledCount } from '#frontend/ui/numbers.ts';
import { settle } from '#shared/ranking/settle.ts';
import fc from '#tests/setup/properties.ts';

describe('counts in words', () => {
  it.each([
    [0, '0'],
    [5, '5'],
    [6, '6+'],
    [80, '80+'],
    [120, '120+'],
    [800, '800+'],
    [1000, '1k+'],
    [1200, '1.2k+'],
    [25_000, '25k+'],
    [800_000, '800k+'],
    [1_000_000, '1m+'],
    [2_500_000, '2.5m+'],
  ])('%d settled is %s', (count, words) => {
    expect(settledCount(count)).toBe(words);
  });

  it('a settled count is never said to be more than it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 50_000_000 }), (exact) => {
        const words = settledCount(settle(exact));
        const unit = words.endsWith('m+') ? 1_000_000 : words.endsWith('k+') ? 1000 : 1;
        expect(Math.round(Number.parseFloat(words) * unit)).toBe(settle(exact));
      }),
    );
  });

  it.each([
    [0, '0 reviews'],
    [1, '1 review'],
    [12_345, '12,345 reviews'],
  ])('%d is %s', (count, words) => {
    expect(counted(count, 'review')).toBe(words);
  });

  it('an exact count is grouped, and a settled one is not', () => {
    expect(exactCount(1_234_567)).toBe('1,234,567');
    expect(counted(1200, 'rating', true)).toBe('1.2k+ ratings');
  });
});
