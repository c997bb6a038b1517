import { describe, expect, it } from 'vitest';
import { maturities } from '#shared/holds/schema.ts';
import { mayWhileBanned } from '#shared/moderation/bans.ts';
import { countReason, isFoldedBy, isUndoneBy, mainReason, needsOf, withoutFlags } from '#shared/moderation/rules.ts';
import { type FlagReason, flagReasons, type ReasonCounts } from '#shared/moderation/schema.ts';
import fc from '#tests/setup/properties.ts';

describe('what it takes to fold', () => {
  it('is never one person, however much their flag weighs, and never less than before an unfolding', () => {
    fc.assert(
      fc.property(fc.constantFrom(...maturities), fc.nat(20), fc.nat(100), (maturity, round, weight) => {
        const needs = needsOf(maturity, round);
        expect(needs).toBeGreaterThanOrEqual(2);
        expect(needsOf(maturity, round + 1)).toBeGreaterThanOrEqual(needs);
        expect(isFoldedBy({ flags: 1, weight, needs })).toBe(false);
        expect(isFoldedBy({ flags: needs, weight: needs, needs })).toBe(true);
        expect(isFoldedBy({ flags: needs * 2, weight: needs - 1, needs })).toBe(false);
      }),
    );
    expect(maturities.map((maturity) => [0, 1, 2, 3, 4].map((round) => needsOf(maturity, round)))).toEqual([
      [2, 4, 8, 16, 16],
      [3, 6, 12, 24, 24],
      [5, 10, 20, 40, 40],
    ]);
  });
});

describe('reasons', () => {
  it('are counted in and out in any order, and what most say is the reason', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...flagReasons), { minLength: 1, maxLength: 30 }), (given) => {
        let reasons: ReasonCounts = {};
        for (const reason of given) reasons = countReason(reasons, reason, 1);
        expect(Object.values(reasons).reduce((sum, one) => sum + one, 0)).toBe(given.length);
        expect(reasons[mainReason(reasons)]).toBe(Math.max(...Object.values(reasons)));
        for (const reason of given.toSorted()) reasons = countReason(reasons, reason, -1);
        expect(reasons).toEqual({});
      }),
    );
  });
});

it('sums without some flags are those of the others', () => {
  const flag = fc.record({ reason: fc.constantFrom(...flagReasons), weight: fc.nat(2) });
  const totals = (given: readonly { reason: FlagReason; weight: number }[]) => ({
    flags: given.length,
    weight: given.reduce((sum, { weight }) => sum + weight, 0),
    reasons: given.reduce<ReasonCounts>((all, { reason }) => countReason(all, reason, 1), {}),
  });
  fc.assert(
    fc.property(fc.array(flag, { maxLength: 12 }), fc.array(flag, { maxLength: 12 }), (stay, go) => {
      expect(withoutFlags(totals([...go, ...stay]), totals(go))).toEqual(totals(stay));
      expect(withoutFlags(totals(stay), undefined)).toEqual(totals(stay));
    }),
  );
});

it('votes undo an act when as many more disagree as it took, whatever the order they come in', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 20 }), (agree, disagree, needs) => {
      expect(isUndoneBy({ agree, disagree, needs })).toBe(disagree >= agree + needs);
      expect(isUndoneBy({ agree: agree + needs, disagree: agree, needs })).toBe(false);
    }),
  );
});

it('who is banned may read, take back and do what the contract allows them, and nothing else', () => {
  expect(mayWhileBanned({ method: 'GET' })).toBe(true);
  expect(mayWhileBanned({ method: 'DELETE' })).toBe(true);
  expect(mayWhileBanned({ method: 'POST' })).toBe(false);
  expect(mayWhileBanned({ method: 'PUT' })).toBe(false);
  expect(mayWhileBanned({ method: 'POST', evenBanned: true })).toBe(true);
});
