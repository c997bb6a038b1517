import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orders } from '#shared/ranking/schema.ts';
import { scoreOf } from '#shared/ranking/scores.ts';
import { cardCountsOf, fullCounts, noCounts, settle, settleCounts } from '#shared/ranking/settle.ts';

const count = fc.integer({ min: 0, max: 10_000_000 });
const counts = fc
  .record({
    up: count,
    down: count,
    minute: fc.integer({ min: 0, max: 5_000_000 }),
    ratings: fc.array(count, { minLength: 10, maxLength: 10 }),
    reviews: count,
  })
  .map(({ up, down, minute, ratings, reviews }) => ({
    up,
    down,
    net: up - down,
    upMinutes: up * minute,
    ratings,
    reviews,
  }));

describe('settling', () => {
  it.each([
    [0, 0],
    [99, 99],
    [100, 100],
    [109, 100],
    [119, 110],
    [999, 990],
    [1000, 1000],
    [1278, 1200],
    [-1278, -1200],
    [999_999, 990_000],
    [1_000_000, 1_000_000],
  ])('%i counts as %i', (exact, settled) => {
    expect(settle(exact)).toBe(settled);
  });

  it('never moves a count up, by more than a tenth, or out of order', () => {
    fc.assert(
      fc.property(count, (n) => {
        expect(settle(n)).toBeLessThanOrEqual(n);
        expect(settle(n)).toBeGreaterThanOrEqual(n * 0.9);
        expect(settle(n + 1)).toBeGreaterThanOrEqual(settle(n));
      }),
    );
  });

  it('moves 99 + 90·log₁₀ times while votes arrive one by one', () => {
    const moves = (votes: number) => {
      let moved = 0;
      for (let n = 1; n <= votes; n++) if (settle(n) !== settle(n - 1)) moved++;
      return moved;
    };
    expect([moves(100), moves(1000), moves(10_000), moves(100_000)]).toEqual([100, 190, 280, 370]);
  });

  it('changes nothing the second time, so that the numbers on a card give the score it is sorted by', () => {
    fc.assert(
      fc.property(counts, (exact) => {
        const settled = settleCounts(exact);
        const carried = fullCounts(JSON.parse(JSON.stringify(cardCountsOf(settled))));
        expect(carried).toEqual(settled);
        expect(settleCounts(settled)).toEqual(settled);
        for (const order of orders) {
          expect(scoreOf(order, { counts: carried, at: '2026-01-01T00:00:00Z' })).toBe(
            scoreOf(order, { counts: settled, at: '2026-01-01T00:00:00Z' }),
          );
        }
      }),
    );
  });

  it('leaves zeros out of cards and fills them in again', () => {
    expect(cardCountsOf(noCounts())).toEqual({});
    expect(fullCounts({})).toEqual(noCounts());
  });
});
