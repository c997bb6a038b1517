import { describe, expect, it } from 'vitest';
import { kinds } from '#shared/items/kinds/registry.ts';
import {
  goingOn,
  isFinished,
  lastPoint,
  openReading,
  pagesByMonth,
  readingDays,
  readingShare,
  shelfOnceBegun,
  shelfOnceDone,
  withoutProgress,
  withoutVisit,
  withProgress,
  withVisit,
} from '#shared/saves/readings.ts';
import { newSave, type ProgressPoint, type Reading, reading as readingSchema } from '#shared/saves/schema.ts';
import fc from '#tests/setup/properties.ts';

const day = fc
  .integer({ min: 0, max: 800 })
  .map((n) => new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const point: fc.Arbitrary<ProgressPoint> = fc.oneof(
  fc.record({ on: day, page: fc.integer({ min: 0, max: 2000 }) }),
  fc.record({ on: day, percent: fc.integer({ min: 0, max: 100 }) }),
);
const reading: fc.Arbitrary<Reading> = fc
  .record(
    {
      days: fc.tuple(day, day),
      ends: fc.constantFrom('open', 'finished', 'stopped', 'finished and stopped', 'unknown start'),
      progress: fc.uniqueArray(point, { maxLength: 6, selector: ({ on }) => on }),
    },
    { requiredKeys: ['days', 'ends'] },
  )
  .map(({ days, ends, progress }) => {
    const [started = '', finished = ''] = [...days].sort();
    return {
      ...(ends === 'unknown start' ? {} : { started }),
      ...(ends.includes('finished') || ends === 'unknown start' ? { finished } : {}),
      ...(ends.includes('stopped') ? { stopped: true as const } : {}),
      ...(progress?.length ? { progress } : {}),
    };
  });
const readings = fc.array(reading, { maxLength: 5 });

const points = (all: readonly Reading[]) => all.flatMap(({ progress = [] }) => progress);

describe('progress', () => {
  it('noted is there once, every other day’s stays, and no reading but one changes', () => {
    fc.assert(
      fc.property(readings, point, (before, noted) => {
        const after = withProgress(before, noted);
        expect(points(after)).toContainEqual(noted);
        const others = (all: readonly Reading[]) => points(all).filter(({ on }) => on !== noted.on);
        expect(others(after)).toHaveLength(others(before).length);
        const changed = after.filter((one, at) => one !== before[at]);
        expect(changed).toHaveLength(1);
        expect(after.length - before.length).toBe(before.length === after.length ? 0 : 1);
      }),
    );
  });

  it('noted again changes nothing, and leads to readings that may be saved', () => {
    fc.assert(
      fc.property(readings, point, (before, noted) => {
        const once = withProgress(before, noted);
        expect(withProgress(once, noted)).toEqual(once);
        expect(newSave.safeParse({ private: true, readings: once }).success).toBe(true);
      }),
    );
  });

  it('of two days is the same in either order, where a reading goes on', () => {
    fc.assert(
      fc.property(point, point, (one, other) => {
        fc.pre(one.on !== other.on);
        const begun = [{ started: '2023-12-31' }];
        expect(withProgress(withProgress(begun, one), other)).toEqual(withProgress(withProgress(begun, other), one));
      }),
    );
  });

  it('taken back is gone, and everything else is as it was', () => {
    fc.assert(
      fc.property(readings, point, (before, noted) => {
        const after = withoutProgress(withProgress(before, noted), noted.on);
        expect(points(after).map(({ on }) => on)).not.toContain(noted.on);
        expect(withoutProgress(after, noted.on)).toEqual(after);
      }),
    );
  });

  it('starts a reading where none goes on, and goes to the one that does', () => {
    const noted = { on: '2024-05-05', page: 10 };
    expect(withProgress([], noted)).toEqual([{ started: '2024-05-05', progress: [noted] }]);
    const done = { started: '2024-01-01', finished: '2024-02-01' };
    expect(withProgress([done], noted)).toEqual([done, { started: '2024-05-05', progress: [noted] }]);
    expect(withProgress([done, { started: '2024-05-01' }], noted)[1]).toEqual({
      started: '2024-05-01',
      progress: [noted],
    });
    expect(withProgress([{ started: '2024-05-01', stopped: true }], noted)).toHaveLength(2);
  });

  it('of a day long past goes to the reading that was going on then', () => {
    const noted = { on: '2024-01-15', percent: 40 };
    const done = { started: '2024-01-01', finished: '2024-02-01' };
    expect(withProgress([done, { started: '2024-05-01' }], noted)[0]).toEqual({ ...done, progress: [noted] });
  });

  it('before the first day of a reading that goes on moves that day', () => {
    const noted = { on: '2024-04-28', percent: 2 };
    expect(withProgress([{ started: '2024-05-01' }], noted)).toEqual([{ started: '2024-04-28', progress: [noted] }]);
  });
});

it('a reading that goes on says since when, and how far', () => {
  const progress = [{ on: '2024-01-03', page: 60 }];
  expect(goingOn([{ finished: '2023-01-01' }, { started: '2024-01-01', progress }])).toEqual({
    started: '2024-01-01',
    last: progress[0],
  });
  expect(goingOn([{}])).toEqual({});
  expect(goingOn([{ stopped: true }, { finished: '2024-01-01' }])).toBeUndefined();
});

describe('a reading', () => {
  it('that was stopped is not finished, on whatever day that was', () => {
    expect(
      [{ finished: '2024-01-01' }, { finished: '2024-01-01', stopped: true as const }, {}].map(isFinished),
    ).toEqual([true, false, false]);
  });

  it('goes on until it is finished or stopped', () => {
    fc.assert(
      fc.property(readings, (all) => {
        const open = all[openReading(all)];
        expect(open === undefined).toBe(all.every(({ finished, stopped }) => finished !== undefined || stopped));
      }),
    );
  });

  it('took its days, the first and the last among them', () => {
    expect(readingDays({ started: '2024-02-28', finished: '2024-03-01' })).toBe(3);
    expect(readingDays({ started: '2024-03-01', finished: '2024-03-01' })).toBe(1);
    expect(readingDays({ finished: '2024-03-01' })).toBeUndefined();
  });

  it('is as far as its last day says', () => {
    const progress = [
      { on: '2024-01-03', percent: 60 },
      { on: '2024-01-01', percent: 90 },
    ];
    expect(lastPoint({ progress })).toEqual(progress[0]);
    expect(readingShare({ progress })).toBe(0.6);
    expect(readingShare({ progress: [{ on: '2024-01-03', page: 60 }] })).toBeUndefined();
    expect(readingShare({ finished: '2024-01-03' })).toBe(1);
    expect(readingShare({})).toBeUndefined();
  });

  it('that these tests make is of the shape of the contract', () => {
    fc.assert(
      fc.property(reading, (one) => {
        expect(readingSchema.safeParse(one).success).toBe(true);
      }),
    );
  });
});

describe('pages', () => {
  it('count in the month in which they were noted, each once a reading', () => {
    const progress = [
      { on: '2024-02-10', page: 120 },
      { on: '2024-01-31', page: 80 },
      { on: '2024-02-11', page: 100 },
      { on: '2024-02-12', percent: 90 },
      { on: '2024-02-13', page: 150 },
    ];
    expect([...pagesByMonth([{ progress }, { progress: [{ on: '2024-02-01', page: 7 }] }])]).toEqual([
      ['2024-01', 80],
      ['2024-02', 77],
    ]);
  });

  it('come to the furthest page of each reading', () => {
    fc.assert(
      fc.property(readings, (all) => {
        const furthest = all.map(({ progress = [] }) => Math.max(0, ...progress.map(({ page = 0 }) => page)));
        const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);
        expect(sum(pagesByMonth(all).values())).toBe(sum(furthest));
      }),
    );
  });
});

it('what was wanted stands, once begun, where its kind has what goes on', () => {
  expect(shelfOnceBegun(kinds.book, 'to-read')).toBe('reading');
  for (const shelf of ['reading', 'read', 'stopped', undefined]) expect(shelfOnceBegun(kinds.book, shelf)).toBe(shelf);
  expect(shelfOnceBegun(kinds.place, 'want-to-go')).toBe('want-to-go');
});

describe('a visit', () => {
  it('is there once however often it is said, is finished, and goes again alone', () => {
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 5 }), day, (readings, on) => {
        const there = withVisit(readings, on);
        expect(withVisit(there, on)).toEqual(there);
        expect(there.length - readings.length).toBeLessThanOrEqual(1);
        expect(there.every((one) => readingSchema.safeParse(one).success)).toBe(true);
        expect(there.some((one) => isFinished(one) && one.finished === on)).toBe(true);
        const gone = withoutVisit(there, on);
        expect(gone).toEqual(withoutVisit(readings, on));
        // Nothing else goes: what has progress or other days stays.
        expect(gone.filter(({ progress }) => progress)).toEqual(readings.filter(({ progress }) => progress));
      }),
    );
  });

  it('puts a place on the shelf of where one has been, from whichever', () => {
    for (const shelf of [undefined, 'want-to-go', 'been']) expect(shelfOnceDone(kinds.place, shelf)).toBe('been');
    expect(shelfOnceDone({ shelves: [] }, 'mine')).toBe('mine');
  });
});
