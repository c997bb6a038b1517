import { describe, expect, it } from 'vitest';
import { areaScore, dayOf, explainArea, type Judged, rankIn, ratedIn } from '#shared/areas/rules.ts';
import fc from '#tests/setup/properties.ts';

const rated = (stars: number, count: number, on = '2026-01-01T00:00:00Z'): Judged => ({
  ratings: Array.from({ length: 10 }, (_, index) => (index === stars * 2 - 1 ? count : 0)),
  ratedDays: count * dayOf(on),
});

describe('what places of an area are ranked by', () => {
  it('is nothing while nobody rated', () => {
    expect(areaScore({ ratings: [] })).toBeUndefined();
    expect(explainArea({ ratings: [] }).score).toBeNull();
  });
  it('is Open Library’s bound and five hundredths of a star a year since 2020', () => {
    const { score, working, inputs } = explainArea(rated(5, 10));
    expect(inputs.at(-1)?.value).toBe(6);
    expect(score).toBe((areaScore(rated(5, 10)) ?? 0) / 100);
    expect(working).toBe('4.3333 − 1.65 × √(1.5556 / 16) + 0.05 × 6');
    expect(score).toBeCloseTo(4.3333 - 1.65 * Math.sqrt(1.5556 / 16) + 0.05 * 6, 2);
  });
  it('weighs quality, quantity, consistency and recency', () => {
    const above = (better: Judged, worse: Judged) => expect(areaScore(better)).toBeGreaterThan(areaScore(worse) ?? 0);
    above(rated(5, 10), rated(4, 10));
    above(rated(5, 50), rated(5, 5));
    above(rated(5, 10, '2026-01-01T00:00:00Z'), rated(5, 10, '2024-01-01T00:00:00Z'));
    const split = { ratings: [0, 5, 0, 0, 0, 0, 0, 0, 0, 5], ratedDays: 10 * dayOf('2026-01-01T00:00:00Z') };
    above(rated(3, 10), split);
    // A year's freshness does not beat a clearly better place.
    above(rated(4.5, 40, '2023-01-01T00:00:00Z'), rated(3.5, 40, '2026-01-01T00:00:00Z'));
  });
  it('takes no review for older than 2000, whatever a file says', () => {
    expect(dayOf('0001-01-01T00:00:00Z')).toBe(dayOf('2000-01-01T00:00:00Z'));
    const many = rated(5, 100);
    const withOne = { ...many, ratedDays: (many.ratedDays ?? 0) - dayOf('2026-01-01T00:00:00Z') + dayOf('0001-01-01') };
    expect((areaScore(many) ?? 0) - (areaScore(withOne) ?? 0)).toBeLessThanOrEqual(2);
  });
  it('moves once a month at most while its mean stays', () => {
    expect(areaScore(rated(5, 10, '2026-03-04T00:00:00Z'))).toBe(areaScore(rated(5, 10, '2026-03-20T00:00:00Z')));
  });
});

describe('a rank', () => {
  it('counts those with a higher score, and shares', () => {
    const cells = { '430': 2, '420': 3, '95': 1 };
    expect(rankIn(cells, 430)).toEqual({ rank: 1, shared: 1 });
    expect(rankIn(cells, 420)).toEqual({ rank: 3, shared: 2 });
    expect(rankIn(cells, 95)).toEqual({ rank: 6, shared: 0 });
    expect(ratedIn(cells)).toBe(6);
  });
  it('is the place in the sorted list, whatever the scores', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 90, max: 560 }), { minLength: 1, maxLength: 60 }), (scores) => {
        const cells: Record<string, number> = {};
        for (const score of scores) cells[score] = (cells[score] ?? 0) + 1;
        const sorted = [...scores].sort((a, b) => b - a);
        for (const score of scores) expect(rankIn(cells, score).rank).toBe(sorted.indexOf(score) + 1);
      }),
    );
  });
});
