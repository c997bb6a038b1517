import { describe, expect, it } from 'vitest';
import { parameters } from '#shared/ranking/parameters.ts';
import { orders } from '#shared/ranking/schema.ts';
import { scoreOf } from '#shared/ranking/scores.ts';
import { cardCountsOf, fullCounts, noCounts, settle, settleCounts } from '#shared/ranking/settle.ts';
import fc from '#tests/setup/properties.ts';

const count = fc.integer({ min: 0, max: 10_000_000 });
const counts = fc
  .record({
    up: count,
    down: count,
    minute: fc.integer({ min: 0, max: 5_000_000 }),
    ratings: fc.array(count, { minLength: 10, maxLength: 10 }),
    reviews: count,
    saves: count,
  })
  .map(({ up, down, minute, ratings, reviews, saves }) => ({
    up,
    down,
    net: up - down,
    upMinutes: up * minute,
    ratings,
    reviews,
    saves,
  }));

describe('settling', () => {
  it.each([
    [0, 0],
    [5, 5],
    [6, 6],
    [7, 6],
    [9, 8],
    [10, 10],
    [11, 10],
    [14, 12],
    [24, 20],
    [99, 80],
    [100, 100],
    [999, 800],
    [1000, 1000],
    [1278, 1200],
    [999_999, 800_000],
    [1_000_000, 1_000_000],
  ])('%i counts as %i', (exact, settled) => {
    expect(settle(exact)).toBe(settled);
  });

  it('leaves counts alone below the first step that leaves one out', () => {
    const exact = Array.from({ length: 20 }, (_, n) => n).filter((n) => settle(n) === n);
    expect(exact.slice(0, parameters.settledFrom + 1)).toEqual([0, 1, 2, 3, 4, 5, parameters.settledFrom]);
    expect(exact).not.toContain(parameters.settledFrom + 1);
  });

  it('never moves a count up, by a quarter or more, or out of order', () => {
    fc.assert(
      fc.property(count, (n) => {
        expect(settle(n)).toBeLessThanOrEqual(n);
        expect(settle(n)).toBeGreaterThanOrEqual(n * 0.75);
        expect(settle(n + 1)).toBeGreaterThanOrEqual(settle(n));
      }),
    );
  });

  it('moves ten times a decade while votes arrive one by one', () => {
    const moves = (votes: number) => {
      let moved = 0;
      for (let n = 1; n <= votes; n++) if (settle(n) !== settle(n - 1)) moved++;
      return moved;
    };
    expect([moves(100), moves(1000), moves(10_000), moves(100_000)]).toEqual([18, 28, 38, 48]);
    expect(moves(1000) - moves(100)).toBe(parameters.settledStepsPerDecade);
  });

  it('moves ten times a decade on either side whatever the votes are, also where they keep the difference about nothing', () => {
    const votes = fc.array(fc.boolean(), { minLength: 2000, maxLength: 2000 });
    const alternating = Array.from({ length: 2000 }, (_, n) => n % 2 === 0);
    fc.assert(
      fc.property(votes, (cast) => {
        let moved = 0;
        let [up, down] = [0, 0];
        let before = JSON.stringify(settleCounts(noCounts()));
        for (const isUp of cast) {
          if (isUp) up++;
          else down++;
          const after = JSON.stringify(settleCounts({ ...noCounts(), up, down, net: up - down }));
          if (after !== before) moved++;
          before = after;
        }
        expect(moved).toBeLessThanOrEqual(2 * (8 + 10 * Math.log10(cast.length / 10)) + 2);
      }),
      { numRuns: 20, examples: [[alternating]] },
    );
  });

  it('takes the side of the exact difference, or none', () => {
    fc.assert(
      fc.property(counts, (exact) => {
        const { up, down, net } = settleCounts(exact);
        expect(net).toBe(up - down);
        expect([0, Math.sign(exact.net)]).toContain(Math.sign(net));
      }),
    );
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
