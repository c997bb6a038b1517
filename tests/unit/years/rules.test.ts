import { describe, expect, it } from 'vitest';
import { goalProgress } from '#shared/years/goals.ts';
import { kindsRead, kindYearOf, mostUsed } from '#shared/years/rules.ts';
import type { FinishedReading } from '#shared/years/schema.ts';
import fc from '#tests/setup/properties.ts';

const [kind = 'book' as const] = kindsRead;
const read = (id: string, finished: string, more: Partial<FinishedReading> = {}): FinishedReading => ({
  item: { id, kind, title: id, byline: '' },
  finished,
  ...more,
});

describe('a kind’s year', () => {
  const readings = [
    read('c', '2024-12-31', { days: 3, rating: 4.5 }),
    read('a', '2024-06-15', { days: 20, rating: 5 }),
    read('b', '2024-06-01', { days: 3, rating: 0.5 }),
    read('a', '2024-01-01', { rating: 5 }),
  ];

  it('counts readings by month, and rates an item once', () => {
    const year = kindYearOf(kind, readings, {});
    expect(year.finished).toBe(4);
    expect(year.months).toEqual([1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 1]);
    expect(year.ratings).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
    expect(year).toMatchObject({ goal: null, first: { finished: '2024-01-01' }, last: { item: { id: 'c' } } });
    expect(year).toMatchObject({ shortest: { item: { id: 'b' } }, longest: { item: { id: 'a' }, days: 20 } });
    expect('pages' in year).toBe(false);
  });

  it('leaves the readings of other kinds to them', () => {
    const others = readings.map((reading) => ({ ...reading, item: { ...reading.item, kind: 'place' as const } }));
    expect(kindYearOf(kind, others, {})).toMatchObject({ finished: 0, first: null, longest: null });
  });

  it('names no shortest one of one', () => {
    expect(kindYearOf(kind, readings.slice(1, 2), {})).toMatchObject({ shortest: null, longest: null });
  });
});

describe('a goal', () => {
  it('is reached with its number, and no further than whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.nat(20_000), (target, finished) => {
        const { share, done, behind } = goalProgress('2024', target, finished, '2026-01-01');
        expect(done).toBe(finished >= target);
        expect(share).toBe(Math.min(1, finished / target));
        expect(behind).toBeUndefined();
      }),
    );
  });

  it('says within its year how far one would be by now', () => {
    expect(goalProgress('2024', 12, 3, '2024-07-02').behind).toBe(3);
    expect(goalProgress('2024', 12, 8, '2024-07-02').behind).toBe(-2);
    expect(goalProgress('2024', 12, 0, '2024-01-01').behind).toBe(0);
  });
});

it('the most used tags come first, those used as often by letter, those not used at all never', () => {
  const tags = [
    { tag: 'b', count: 2 },
    { tag: 'c', count: 5 },
    { tag: 'a', count: 2 },
    { tag: 'd', count: 0 },
  ];
  expect(mostUsed(tags).map(({ tag }) => tag)).toEqual(['c', 'a', 'b']);
  expect(mostUsed(tags, 1)).toHaveLength(1);
});
