import { expect, test } from 'vitest';
import { effects } from '#functions/proposals/effects/registry.ts';
import { change, changeKinds } from '#shared/proposals/schema.ts';

const item = 'ABCDEFGHIJKL';

test.each([
  { what: 'edit', itemId: item, base: 1, fields: { title: 'Emma' } },
  { what: 'merge', from: item, into: 'ABCDEFGHIJKM' },
  { what: 'synonym', tag: 'science-fiction', other: 'SF' },
  { what: 'parameters', base: '3', values: { wilsonZ: 1.96 } },
  { what: 'appeal', act: item },
])('a change may be $what', (given) => {
  expect(change.safeParse(given).success).toBe(true);
});

test.each([
  { what: 'everything' },
  { what: 'edit', itemId: item, base: 0 },
  { what: 'parameters', base: '3', values: {} },
  { what: 'removal', itemId: item, also: 'this' },
])('a change may not be %j', (given) => {
  expect(change.safeParse(given).success).toBe(false);
});

test('only what can be proposed has an effect', () => {
  expect(changeKinds).toEqual(expect.arrayContaining(Object.keys(effects)));
});
