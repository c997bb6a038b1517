import { describe, expect, it } from 'vitest';
import { standings } from '#functions/projections/registry.ts';
import { standUnder } from '#functions/ranking/reader.ts';
import { explain } from '#shared/ranking/explain.ts';
import { hot, rising } from '#shared/ranking/formulas.ts';
import {
  type AdjustableName,
  adjustable,
  adjusted,
  differences,
  parameters,
  parametersWith,
  refusedValues,
} from '#shared/ranking/parameters.ts';
import { orders } from '#shared/ranking/schema.ts';
import { scoreOf } from '#shared/ranking/scores.ts';
import { noCounts } from '#shared/ranking/settle.ts';
import fc from '#tests/setup/properties.ts';

const names = Object.keys(adjustable) as AdjustableName[];
const values = fc
  .record(
    Object.fromEntries(
      names.map((name) => {
        const { least, most } = adjustable[name];
        const value = fc.double({ min: least, max: most, noNaN: true }).map((drawn) => Number(drawn.toPrecision(7)));
        return [name, value.map((drawn) => Math.min(most, Math.max(least, drawn)))];
      }),
    ) as Record<AdjustableName, fc.Arbitrary<number>>,
    { requiredKeys: [] },
  )
  .map((drawn) => drawn as Partial<Record<AdjustableName, number>>);

describe('the values of a version', () => {
  it('are those before with the changed ones; what is as in the beginning is left out', () => {
    expect(adjusted({ wilsonZ: 2 }, { starsZ: 2 })).toEqual({ wilsonZ: 2, starsZ: 2 });
    expect(adjusted({ wilsonZ: 2, starsZ: 2 }, { wilsonZ: parameters.wilsonZ })).toEqual({ starsZ: 2 });
    expect(differences({ wilsonZ: 2 }, { starsZ: 2 })).toEqual([
      { name: 'wilsonZ', from: 2, to: parameters.wilsonZ },
      { name: 'starsZ', from: parameters.starsZ, to: 2 },
    ]);
  });

  it('are never refused within bounds, and the change back gives those before', () => {
    fc.assert(
      fc.property(values, values, (before, change) => {
        expect(refusedValues(change)).toBeUndefined();
        const was = adjusted({}, before);
        const is = adjusted(was, change);
        const back = Object.fromEntries(differences(was, is).map(({ name, from }) => [name, from]));
        expect(adjusted(is, back)).toEqual(was);
        expect(differences(is, is)).toEqual([]);
      }),
    );
  });

  it('are refused by name and by bound', () => {
    expect(refusedValues({ settledFrom: 7 })).toContain('settledFrom is none of');
    expect(refusedValues({ risingDays: 31 })).toBe('risingDays is from 1 to 30');
    expect(refusedValues({ risingDays: Number.NaN })).toBe('risingDays is from 1 to 30');
    expect(refusedValues({ wilsonZ: 1.23456789 })).toBe('wilsonZ takes seven digits');
    expect(refusedValues({ toString: 1 } as never)).toContain('is none of');
  });
});

describe('scores under other values', () => {
  const at = '2026-03-01T12:00:00Z';
  const counts = {
    ...noCounts(),
    up: 40,
    down: 12,
    net: 28,
    upMinutes: 40 * 3_240_000,
    ratings: [0, 0, 0, 1, 0, 2, 0, 9, 0, 3],
  };

  it('are the same where nothing differs', () => {
    for (const order of orders)
      expect(scoreOf(order, { counts, at }, parametersWith({}))).toBe(scoreOf(order, { counts, at }));
  });

  it('of what nobody voted on are the same whatever a vote weighs, so that a list stays in one order of time', () => {
    for (const hotSecondsPerDecade of [3600, 604_800])
      expect(scoreOf('hot', { counts: noCounts(), at }, parametersWith({ hotSecondsPerDecade }))).toBe(
        scoreOf('hot', { counts: noCounts(), at }),
      );
  });

  it('put things in the order of the formula with these values', () => {
    const small = fc.integer({ min: 1, max: 2000 });
    const seconds = fc.integer({ min: 1_700_000_000, max: 1_800_000_000 });
    fc.assert(
      fc.property(values, small, small, seconds, seconds, (changed, one, other, early, late) => {
        const p = parametersWith(changed);
        const of = (net: number, added: number) => hot(net, added, p.hotEpoch, p.hotSecondsPerDecade);
        const score = (net: number, added: number) =>
          scoreOf('hot', { counts: { ...noCounts(), net }, at: new Date(added * 1000).toISOString() }, p) ?? 0;
        const difference = of(one, early) - of(other, late);
        if (Math.abs(difference) > 1e-4)
          expect(Math.sign(score(one, early) - score(other, late))).toBe(Math.sign(difference));
        expect(rising(one, 3_000_000, 180)).toBeCloseTo(rising(one, 3_000_000, 180, 180), 9);
      }),
    );
  });

  it('add up as they are explained', () => {
    for (const p of [{ hotSecondsPerDecade: 90_000 }, { risingMinutesPerDecade: 600 }].map(parametersWith))
      for (const order of ['hot', 'rising'] as const) {
        const { working, score } = explain(order, counts, at, p);
        const expression = working.replaceAll('−', '-').replaceAll('×', '*').replaceAll('log₁₀', 'Math.log10');
        expect(Number(new Function(`return ${expression}`)())).toBeCloseTo(score ?? 0, 4);
      }
  });
});

describe('an item stands', () => {
  const card = { kind: 'link' as const, title: 'A page', byline: '', at: '2026-01-01T00:00:00Z' };
  const version = (n: number) => ({ n, version: `3.${n}`, values: { risingDays: 8 + n } });
  const under = (before: object, inForce: ReturnType<typeof version> | undefined) => {
    const standing = { ...standings.item.empty(), ...before };
    standUnder(standing, inForce);
    return standing.ranked?.n;
  };

  it('under the version in force while it is listed, and under none else', () => {
    expect(under({ card }, undefined)).toBeUndefined();
    expect(under({ card }, version(1))).toBe(1);
    expect(under({}, version(1))).toBeUndefined();
    expect(under({ card, gone: 'removed', ranked: version(1) }, version(1))).toBeUndefined();
  });

  it('never under an older one again, however late somebody read that', () => {
    expect(under({ card, ranked: version(3) }, version(2))).toBe(3);
    expect(under({ card, ranked: version(2) }, version(3))).toBe(3);
    expect(under({ card, ranked: version(2) }, undefined)).toBe(2);
  });
});
