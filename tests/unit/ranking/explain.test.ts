import { describe, expect, it } from 'vitest';
import { explain } from '#shared/ranking/explain.ts';
import { parameters as p } from '#shared/ranking/parameters.ts';
import { orders } from '#shared/ranking/schema.ts';
import { scoreOf } from '#shared/ranking/scores.ts';
import { noCounts, settleCounts } from '#shared/ranking/settle.ts';
import fc from '#tests/setup/properties.ts';

const at = '2026-03-01T12:00:00Z';
const small = fc.integer({ min: 0, max: 5000 });
const counts = fc
  .record({
    up: small,
    down: small,
    minute: fc.integer({ min: 0, max: 4_000_000 }),
    ratings: fc.array(small, { minLength: 10, maxLength: 10 }),
    reviews: small,
    saves: small,
  })
  .map(({ up, down, minute, ratings, reviews, saves }) =>
    settleCounts({ up, down, net: up - down, upMinutes: up * minute, ratings, reviews, saves }),
  );

/** Works an explanation's arithmetic out, as a reader with a pocket calculator would. */
function workOut(working: string): number {
  const z = p.wilsonZ;
  const expression = working
    .replaceAll('−', '-')
    .replaceAll('×', '*')
    .replaceAll('z²', `${z * z}`)
    .replace(/\bz\b/g, String(z))
    .replaceAll('√', 'Math.sqrt')
    .replaceAll('log₁₀', 'Math.log10')
    .replaceAll('^', '**');
  return Number(new Function(`return ${expression}`)());
}

describe('an explanation', () => {
  it.each(['hot', 'top', 'rising', 'best', 'controversial', 'reviewed', 'saved'] as const)(
    'of %s adds up to the score',
    (order) => {
      fc.assert(
        fc.property(counts, (numbers) => {
          const told = explain(order, numbers, at);
          const score = scoreOf(order, { counts: numbers, at });
          expect(told.score).toBe(score ?? null);
          // Four digits are shown of what goes in.
          if (score !== undefined) expect(Math.abs(workOut(told.working) - score)).toBeLessThan(2e-3);
        }),
      );
    },
  );

  it('says that an item nobody judged has no place in the orders that need a judgement', () => {
    const without = orders.filter((order) => explain(order, noCounts(), at).score === null);
    expect(without).toEqual(['rising', 'best', 'controversial', 'reviewed', 'saved']);
  });

  it.each([
    [1, 0, false],
    [1, 1, true],
    [4, 1, true],
    [5, 1, false],
    [3, 12, true],
  ])('gives %i up and %i down a place in controversial: %s', (up, down, hasOne) => {
    expect(explain('controversial', settleCounts({ ...noCounts(), up, down }), at).score !== null).toBe(hasOne);
  });
});
