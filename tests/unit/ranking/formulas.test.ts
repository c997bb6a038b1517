import { describe, expect, it } from 'vitest';
import { controversy, hot, rising, starsLowerBound, wilsonLowerBound } from '#shared/ranking/formulas.ts';
import { parameters as p } from '#shared/ranking/parameters.ts';
import { starsMargin } from '#shared/ranking/stars.ts';
import fc from '#tests/setup/properties.ts';

describe('hot', () => {
  it('weighs ten votes at 45 000 s as a hundred at 0 s: both 2.0', () => {
    expect(hot(10, 1_134_028_003 + 45_000, p.hotEpoch, p.hotSecondsPerDecade)).toBeCloseTo(2, 10);
    expect(hot(100, 1_134_028_003, p.hotEpoch, p.hotSecondsPerDecade)).toBeCloseTo(2, 10);
  });

  it('takes as much from an item for down votes as it gives for up votes', () => {
    const zero = hot(0, p.hotEpoch, p.hotEpoch, p.hotSecondsPerDecade);
    expect(hot(-50, p.hotEpoch, p.hotEpoch, p.hotSecondsPerDecade)).toBeCloseTo(zero - Math.log10(50), 10);
  });
});

describe('controversy', () => {
  it('is 10 for five up and five down, and 0 where one side is missing', () => {
    expect(controversy(5, 5)).toBe(10);
    expect(controversy(9, 0)).toBe(0);
    expect(controversy(0, 9)).toBe(0);
  });
});

describe('the Wilson bound at z = 1.2816', () => {
  it.each([
    [1, 0, 0.378],
    [10, 1, 0.7395],
    [100, 10, 0.868],
    [0, 0, 0],
  ])('of %i up and %i down is %f', (up, down, bound) => {
    expect(wilsonLowerBound(up, down, p.wilsonZ)).toBeCloseTo(bound, 3);
  });

  it('of one up vote is .2065 at z = 1.96', () => {
    expect(wilsonLowerBound(1, 0, 1.96)).toBeCloseTo(0.2065, 4);
  });

  it('grows with every up vote, falls with every down vote, and stays below the share', () => {
    const votes = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(votes, votes, (up, down) => {
        const bound = wilsonLowerBound(up, down, p.wilsonZ);
        expect(wilsonLowerBound(up + 1, down, p.wilsonZ)).toBeGreaterThan(bound);
        if (up > 0) expect(wilsonLowerBound(up, down + 1, p.wilsonZ)).toBeLessThan(bound);
        if (up + down > 0) expect(bound).toBeLessThanOrEqual(up / (up + down));
      }),
      { examples: [[0, 69_309]] },
    );
  });
});

describe('the star bound', () => {
  it.each([
    ['no rating', [0, 0, 0, 0, 0], 2.047],
    ['one of five stars', [0, 0, 0, 0, 1], 2.404],
    ['ten of five and one of one', [1, 0, 0, 0, 10], 3.544],
    ['a hundred of five', [0, 0, 0, 0, 100], 4.82],
  ])('of %s', (_name, stars, bound) => {
    expect(starsLowerBound(stars, p.starsZ)).toBeCloseTo(bound, 2);
  });
});

describe('rising', () => {
  it('prefers the item whose up votes are younger by three hours to one with ten times the votes', () => {
    expect(rising(1, 1000 + p.risingMinutesPerDecade + 1, p.risingMinutesPerDecade)).toBeGreaterThan(
      rising(10, 1000, p.risingMinutesPerDecade),
    );
  });
});

describe('the margin of an average', () => {
  const sumsOf = (stars: readonly number[]) => ({
    ratings: stars.length,
    sum: stars.reduce((sum, star) => sum + star, 0),
    squares: stars.reduce((sum, star) => sum + star * star, 0),
  });

  it('is how far Open Library’s bound lies below its mean, and narrows as ratings come', () => {
    const stars = [5, 5, 4, 3, 5, 1, 4];
    const counts = [1, 2, 3, 4, 5].map((star) => stars.filter((one) => one === star).length);
    const mean = (stars.reduce((sum, star) => sum + star, 0) + 15) / (stars.length + 5);
    expect(mean - starsMargin(sumsOf(stars))).toBeCloseTo(starsLowerBound(counts, p.starsZ), 10);
    const margins = [1, 5, 200].map((many) => starsMargin(sumsOf(Array(many).fill(4))));
    expect(margins.map((margin) => margin.toFixed(2))).toEqual(['0.84', '0.56', '0.03']);
  });
});
