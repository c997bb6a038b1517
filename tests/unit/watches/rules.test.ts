import { expect, test } from 'vitest';
import { changesPage, readChanges } from '#shared/watches/addresses.ts';
import { isSeen, watchersTold } from '#shared/watches/rules.ts';
import fc from '#tests/setup/properties.ts';

test('a line is seen by the moment or by itself, and never by a later line', () => {
  const seen = { until: '2026-11-27T10:00:00Z', ones: ['c2'] };
  expect(isSeen(seen, { at: '2026-11-27T10:00:00Z', id: 'c1' })).toBe(true);
  expect(isSeen(seen, { at: '2026-11-27T10:00:01Z', id: 'c2' })).toBe(true);
  expect(isSeen(seen, { at: '2026-11-27T10:00:01Z', id: 'c3' })).toBe(false);
  expect(isSeen({ until: null, ones: [] }, { at: '', id: 'c1' })).toBe(false);
});

test('few watchers are not counted in public', () => {
  expect([0, 1, 4, 5, 100].map(watchersTold)).toEqual([null, null, null, 5, 100]);
});

test('a choice of changes has one address, which leads back to it, whatever the query was', () => {
  const kinds = ['book', 'link'] as const;
  fc.assert(
    fc.property(fc.webQueryParameters(), (query) => {
      const choice = readChanges(query, kinds);
      const page = changesPage(choice);
      expect(readChanges(page.slice('/changes'.length), kinds)).toEqual(choice);
    }),
  );
  expect(readChanges('?kind=boat&tag=Long%20Read&minor=hidden&newcomers=no', kinds)).toEqual({
    tag: 'long-read',
    minor: 'hidden',
  });
  expect(changesPage({})).toBe('/changes');
});
