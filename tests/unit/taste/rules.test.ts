import { describe, expect, test } from 'vitest';
import { commonRatings, compareTaste } from '#shared/taste/rules.ts';
import fc from '#tests/setup/properties.ts';

const ratings = (...values: number[]) => new Map(values.map((rating, n) => [`item${n}`, rating]));
const rating = fc.integer({ min: 1, max: 10 }).map((half) => half / 2);
const anyRatings = fc.uniqueArray(fc.tuple(fc.constantFrom(...'abcdefghijkl'), rating), { selector: ([item]) => item });

describe('taste', () => {
  test.each([
    // n, both alike; agreement and what it is drawn to: ½ + (agreement − ½) · n / (n + 5)
    { one: [5, 4, 3, 2, 1], other: [5, 4, 3, 2, 1], agreement: 1, score: 0.75 },
    { one: [0.5, 0.5, 0.5, 0.5, 0.5], other: [5, 5, 5, 5, 5], agreement: 0, score: 0.25 },
    {
      one: [5, 5, 5, 5, 5],
      other: [4.5, 4.5, 4.5, 4.5, 4.5],
      agreement: 1 - 0.5 / 4.5,
      score: 0.5 + (0.5 - 1 / 9) / 2,
    },
    { one: Array(45).fill(4), other: Array(45).fill(4), agreement: 1, score: 0.95 },
  ])('of %o is the formula of the contract', ({ one, other, agreement, score }) => {
    const compared = compareTaste(ratings(...one), ratings(...other));
    expect(compared.agreement).toBeCloseTo(agreement, 10);
    expect(compared.score).toBeCloseTo(score, 10);
  });

  test('is told from five common items on', () => {
    expect(compareTaste(ratings(5, 5, 5, 5), ratings(5, 5, 5, 5))).toMatchObject({
      common: 4,
      agreement: null,
      score: null,
    });
  });

  test('names what both love, best first, and what they differ on most', () => {
    const compared = compareTaste(ratings(5, 4, 4.5, 1, 5, 3, 2), ratings(4, 4, 5, 5, 3.5, 3, 3));
    expect(compared.loved.map(({ itemId }) => itemId)).toEqual(['item2', 'item0', 'item1']);
    expect(compared.disagreed.map(({ itemId }) => itemId)).toEqual(['item3', 'item4']);
  });

  test('is the same from both sides, and within its bounds', () => {
    fc.assert(
      fc.property(anyRatings, anyRatings, (a, b) => {
        const [one, other] = [new Map(a), new Map(b)];
        const there = compareTaste(one, other);
        const back = compareTaste(other, one);
        expect(back.agreement).toBe(there.agreement);
        expect(commonRatings(one, other)).toHaveLength(there.common);
        for (const value of [there.agreement, there.score]) {
          if (value !== null) expect(value >= 0 && value <= 1).toBe(true);
        }
        if (there.score !== null && there.agreement !== null)
          expect(Math.abs(there.score - 0.5)).toBeLessThanOrEqual(Math.abs(there.agreement - 0.5) + 1e-12);
      }),
    );
  });
});
