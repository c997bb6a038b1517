import { expect, test } from 'vitest';
import {
  daysAtMost,
  daysKept,
  dumpBegun,
  dumpCacheControl,
  dumpContentType,
  dumpExpiry,
  dumpNameAt,
  isLeftOver,
} from '#shared/dumps/rules.ts';
import fc from '#tests/setup/properties.ts';

const day = 86_400_000;

test('a name says when its dump was begun, and sorts by it', () => {
  const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moment, moment, (a, b) => {
      expect(dumpBegun(dumpNameAt(a))).toBe(a.getTime());
      expect(dumpNameAt(a) < dumpNameAt(b)).toBe(a < b);
    }),
  );
});

test.each(['', 'index.json', '..', '20261123', '20261323T000000000Z', '20261123T030000000Z/x'])(
  'what is no name of a dump: %s',
  (name) => expect(dumpBegun(name)).toBeUndefined(),
);

test('a dump is removed by a run before storage would, and an unfinished one after a day', () => {
  expect(daysKept).toBeLessThan(daysAtMost - 6);
  expect([26, 28].map((days) => isLeftOver(0, true, days * day))).toEqual([false, true]);
  expect([0.5, 1.5].map((days) => isLeftOver(0, false, days * day))).toEqual([false, true]);
  expect(dumpExpiry(0)).toBe(new Date(daysKept * day).toISOString());
});

test('files go out as what they are, and only the index is asked for again each time', () => {
  expect(dumpContentType('dumps/x/items-0001.ndjson.gz')).toBe('application/gzip');
  expect(dumpCacheControl('dumps/index.json')).toBe('no-cache');
  expect(dumpCacheControl('dumps/20261123T030000000Z/manifest.json')).toContain('max-age=86400');
});
