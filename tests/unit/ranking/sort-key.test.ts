import { describe, expect, it } from 'vitest';
import { rankKey, sortableNumber } from '#shared/ranking/sort-key.ts';
import fc from '#tests/setup/properties.ts';

describe('a sort key', () => {
  it('orders as its number does', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [left, right] = [sortableNumber(a), sortableNumber(b)];
        expect(left < right).toBe(a < b);
        expect(left === right).toBe(a === b);
      }),
    );
  });

  it('puts the newer of two with the same score first, then decides by id', () => {
    expect(rankKey(3, 200, 'aaaaaaaaaaaa') > rankKey(3, 100, 'zzzzzzzzzzzz')).toBe(true);
    expect(rankKey(3, 100, 'b') > rankKey(3, 100, 'a')).toBe(true);
    expect(rankKey(2.5, 999, 'z') < rankKey(3, 1, 'a')).toBe(true);
  });
});
