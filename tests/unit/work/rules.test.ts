import { describe, expect, it } from 'vitest';
import { addToPart, settledTally, spreadViewOf, type Tally } from '#shared/work/rules.ts';
import { longestRun } from '#shared/work/runs.ts';
import {
  gini,
  groupOf,
  groupsOf,
  groupsOfCounts,
  lorenz,
  moveInSpread,
  type Spread,
  topShare,
} from '#shared/work/spread.ts';
import fc from '#tests/setup/properties.ts';

const counts = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 200 });
const given = counts.filter((all) => all.some((count) => count > 0));
const giniOf = (all: readonly number[]) => gini(groupsOfCounts(all)) ?? Number.NaN;
/** The area under Lorenz’s curve by trapezoids. */
const areaUnder = (points: readonly [number, number][]) =>
  points.slice(1).reduce((area, [x, y], at) => {
    const [x0, y0] = points[at] as [number, number];
    return area + ((x - x0) * (y + y0)) / 2;
  }, 0);

describe('Gini’s coefficient', () => {
  it('of [0, 0, 0, 10] is .75', () => {
    expect(giniOf([0, 0, 0, 10])).toBeCloseTo(0.75, 12);
    expect(giniOf([10, 0, 0, 0])).toBeCloseTo(0.75, 12);
  });

  it('is 0 where all gave the same, unknown where nobody gave anything', () => {
    expect(giniOf([7, 7, 7])).toBeCloseTo(0, 12);
    expect(giniOf([3])).toBeCloseTo(0, 12);
    expect(gini(groupsOfCounts([0, 0]))).toBeUndefined();
    expect(gini([])).toBeUndefined();
  });

  it('lies between 0 and 1 and does not depend on the measure', () => {
    fc.assert(
      fc.property(given, fc.integer({ min: 2, max: 50 }), (all, times) => {
        const value = giniOf(all);
        expect(value).toBeGreaterThan(-1e-9);
        expect(value).toBeLessThan(1);
        expect(giniOf(all.map((count) => count * times))).toBeCloseTo(value, 9);
      }),
    );
  });

  it('is one less twice the area under Lorenz’s curve, which rises ever faster', () => {
    fc.assert(
      fc.property(given, (all) => {
        const points = lorenz(groupsOfCounts(all));
        expect(1 - 2 * areaUnder(points)).toBeCloseTo(giniOf(all), 9);
        expect(points[0]).toEqual([0, 0]);
        expect(points.at(-1)?.[0]).toBeCloseTo(1, 9);
        expect(points.at(-1)?.[1]).toBeCloseTo(1, 9);
        for (const [people, share] of points) expect(share).toBeLessThanOrEqual(people + 1e-9);
      }),
    );
  });
});

describe('the share of the top 1 %', () => {
  it('counts whole people, at least one', () => {
    const all = [...Array(199).fill(1), 801];
    expect(topShare(groupsOfCounts(all))).toEqual({ people: 2, share: 802 / 1000 });
    expect(topShare(groupsOfCounts([1, 3]))).toEqual({ people: 1, share: 0.75 });
    expect(topShare([])).toBeUndefined();
  });

  it('takes part of a group by its average', () => {
    expect(topShare([{ people: 400, sum: 4000 }])).toEqual({ people: 4, share: 0.01 });
  });
});

describe('a spread', () => {
  const spreadOf = (all: readonly number[]) => {
    const spread: Spread = {};
    for (const count of all) moveInSpread(spread, 0, count);
    return spread;
  };

  it('groups counts that differ by an eighth at most, and keeps small ones apart', () => {
    expect([0, 1, 15, 16, 17, 18, 31, 32, 35, 36].map(groupOf)).toEqual([0, 1, 15, 16, 16, 18, 30, 32, 32, 36]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (count) => {
        expect(groupOf(count)).toBeLessThanOrEqual(count);
        expect(count).toBeLessThan(groupOf(count) * 1.125 + 1);
        expect(groupOf(groupOf(count))).toBe(groupOf(count));
      }),
    );
    expect(new Set(Array.from({ length: 1_000_000 }, (_, count) => groupOf(count))).size).toBeLessThan(150);
  });

  it('is the same whichever way people got where they are, and empty once all took it back', () => {
    fc.assert(
      fc.property(counts, fc.nat(), (all, seed) => {
        const spread: Spread = {};
        // Everybody by steps, in an order that mixes them: moves of different people commute.
        const moves = all.flatMap((count) => [[0, count >> 1] as const, [count >> 1, count] as const]);
        const mixed = moves.map((move, at) => ({ move, by: ((at + 1) * 7919 + seed) % 104_729 }));
        for (const { move } of mixed.sort((a, b) => a.by - b.by)) moveInSpread(spread, ...move);
        expect(spread).toEqual(spreadOf(all));
        const taken = spreadOf(all);
        for (const count of all) moveInSpread(taken, count, 0);
        expect(taken).toEqual({});
      }),
    );
  });

  it('has the Gini of its people, to .03 at worst and exactly below 16', () => {
    fc.assert(
      fc.property(given, (all) => {
        const active = all.filter((count) => count > 0);
        expect(Math.abs(giniOf(active) - (gini(groupsOf(spreadOf(all))) ?? Number.NaN))).toBeLessThan(0.03);
      }),
    );
    const small = [1, 1, 2, 3, 5, 8, 13, 15];
    expect(gini(groupsOf(spreadOf(small)))).toBeCloseTo(giniOf(small), 12);
  });

  it('of a crowd as crowds are is off by less than .001', () => {
    const crowd = Array.from({ length: 20_000 }, (_, n) => Math.max(1, Math.floor(3000 / (n + 1) ** 0.8)));
    expect(Math.abs(giniOf(crowd) - (gini(groupsOf(spreadOf(crowd))) ?? 0))).toBeLessThan(0.001);
    expect(Object.keys(spreadOf(crowd)).length).toBeLessThan(100);
  });

  it('is shown with nothing where nobody gave anything', () => {
    expect(spreadViewOf({})).toEqual({ people: 0, sum: 0, gini: null, tops: [], lorenz: [] });
    expect(spreadViewOf(spreadOf([1, 3]))).toMatchObject({ people: 2, sum: 4, gini: 0.25 });
    expect(spreadViewOf(spreadOf([1, 3])).tops).toEqual(
      [0.01, 0.1, 0.25, 0.5].map((part) => ({ part, people: 1, share: 0.75 })),
    );
  });
});

it('numbers that come to nothing are not there', () => {
  const months: Record<string, Tally> = {};
  addToPart(months, '2026-11', 'edits', -1);
  addToPart(months, '2026-11', 'reviews', 2);
  addToPart(months, '2026-11', 'edits', 1);
  expect(months).toEqual({ '2026-11': { reviews: 2 } });
  addToPart(months, '2026-11', 'reviews', -2);
  expect(months).toEqual({});
  expect(settledTally({ edits: 17, comments: 3 })).toMatchObject({ edits: 16, comments: 3, items: 0, reverted: 0 });
});

it('the longest run of days goes over the ends of months and years', () => {
  expect(longestRun([])).toBe(0);
  expect(longestRun(['2024-02-28', '2024-02-29', '2024-03-01', '2024-03-03'])).toBe(3);
  expect(longestRun(['2025-12-31', '2026-01-01'])).toBe(2);
});
