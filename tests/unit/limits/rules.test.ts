import { expect, test } from 'vitest';
import { type LimitName, leaseOf, limits, windowAt, windowSeconds } from '#shared/limits/rules.ts';

test('a window lasts five minutes, and says how long it still does', () => {
  const start = new Date('2026-11-23T10:00:00Z');
  const at = (seconds: number) => windowAt(new Date(start.getTime() + seconds * 1000));

  expect(at(0).left).toBe(windowSeconds);
  expect(at(windowSeconds - 1)).toEqual({ number: at(0).number, left: 1 });
  expect(at(windowSeconds)).toEqual({ number: at(0).number + 1, left: windowSeconds });
});

test.each(Object.keys(limits) as LimitName[])('a lease of %s is a whole number far below the limit', (name) => {
  const lease = leaseOf(limits[name]);
  expect(Number.isInteger(lease)).toBe(true);
  expect(lease).toBeGreaterThanOrEqual(1);
  expect(lease).toBeLessThanOrEqual(limits[name] / 10);
});
