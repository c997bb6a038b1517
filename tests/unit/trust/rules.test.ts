import { describe, expect, it } from 'vitest';
import {
  countPlace,
  type Earned,
  levelOf,
  missingFor,
  nextAfter,
  type Places,
  placeOf,
  powersAt,
  refusalOf,
  signalsOf,
  trustTerms,
  trustTermsOf,
} from '#shared/trust/rules.ts';
import { levels, powers } from '#shared/trust/schema.ts';
import fc from '#tests/setup/properties.ts';

const now = new Date('2026-11-27T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
const [young, growing, grown] = [trustTermsOf(0), trustTermsOf(50), trustTermsOf(1000)];

/** So many different places. */
const distinct = (count: number): Places => {
  const found: Places = {};
  for (let n = 0; Object.keys(found).length < count; n++) found[placeOf(`somebody-${n}`)] = 1;
  return found;
};
const earned = fc.record<Earned>({
  edits: fc.nat(200),
  editsReverted: fc.nat(50),
  editsOn: fc.nat(40).map(distinct),
  proposalsApplied: fc.nat(30),
  usefulFrom: fc.nat(40).map(distinct),
  folded: fc.nat(5),
});

describe('the terms', () => {
  it('let anybody do everything on a young site, and ask for more as it grows', () => {
    expect(powersAt('new', young)).toEqual(powers);
    expect(powersAt('new', grown)).toEqual(['comment', 'flag', 'propose']);
    for (const [at, { requirements, powers: needed }] of trustTerms.entries()) {
      const before = trustTerms[at - 1];
      for (const [n, one] of requirements.entries()) {
        const lower = before?.requirements[n];
        if (lower) expect(one.days * 1000 + one.outcomes).toBeGreaterThan(lower.days * 1000 + lower.outcomes);
        const weaker = requirements[n - 1];
        if (!weaker) continue;
        expect(one.days).toBeGreaterThan(weaker.days);
        expect(one.outcomes).toBeGreaterThan(weaker.outcomes);
        expect(one.people).toBeGreaterThanOrEqual(weaker.people);
        expect(one.lost).toBeLessThan(weaker.lost);
      }
      for (const power of powers)
        if (before) expect(levels.indexOf(needed[power])).toBeGreaterThanOrEqual(levels.indexOf(before.powers[power]));
    }
  });

  it('say what is missing, with one’s own numbers', () => {
    const has = signalsOf({ edits: 4, editsOn: distinct(4) }, daysAgo(2), now);
    expect(refusalOf('edit', has, growing)).toBeUndefined();
    expect(refusalOf('edit', has, grown)).toBe(
      'On a site of this size, to edit directly takes the level “known”: 4 days since joining (yours: 2), 10 good outcomes (yours: 4)',
    );
    expect(nextAfter('new', grown)?.level).toBe('known');
    expect(nextAfter('trusted', grown)).toBeNull();
  });
});

describe('a level', () => {
  it('is reached by each requirement at its limits and missed one short of any', () => {
    for (const terms of trustTerms)
      for (const one of terms.requirements) {
        const items = Math.max(0, one.outcomes - one.people);
        const at = signalsOf(
          {
            edits: 1000,
            editsOn: distinct(Math.min(60, items)),
            usefulFrom: distinct(one.people),
            proposalsApplied: Math.ceil(Math.max(0, items - 60) / 2),
          },
          daysAgo(one.days),
          now,
        );
        expect(missingFor(one, at)).toEqual([]);
        expect(missingFor(one, { ...at, outcomes: one.outcomes - 1 })).toEqual(['outcomes']);
        expect(missingFor(one, { ...at, lost: one.lost + 0.01 })).toEqual(['lost']);
        if (one.days > 0) expect(missingFor(one, { ...at, days: one.days - 1 })).toEqual(['days']);
        if (one.people > 0) expect(missingFor(one, { ...at, people: one.people - 1 })).toEqual(['people']);
      }
  });

  it('never falls by a good outcome and never rises by a loss', () => {
    fc.assert(
      fc.property(earned, fc.nat(200), fc.constantFrom(...trustTerms), (has, days, terms) => {
        const rank = (of: Earned) => levels.indexOf(levelOf(signalsOf(of, daysAgo(days), now), terms));
        const is = rank(has);
        expect(rank({ ...has, proposalsApplied: (has.proposalsApplied ?? 0) + 1 })).toBeGreaterThanOrEqual(is);
        expect(rank({ ...has, editsReverted: (has.editsReverted ?? 0) + 1 })).toBeLessThanOrEqual(is);
        expect(rank({ ...has, folded: (has.folded ?? 0) + 1 })).toBeLessThanOrEqual(is);
      }),
    );
  });

  it('does not come from volume, nor from a pair that praises each other', () => {
    const storm = { edits: 100_000, editsOn: { [placeOf('one item')]: 100_000 } };
    expect(levelOf(signalsOf(storm, daysAgo(400), now), growing)).toBe('new');
    const pair = {
      edits: 64,
      editsOn: distinct(64),
      usefulFrom: { [placeOf('the other')]: 5000 },
      proposalsApplied: 50,
    };
    expect(levelOf(signalsOf(pair, daysAgo(400), now), growing)).toBe('known');
    expect(levelOf(signalsOf(pair, daysAgo(400), now), grown)).toBe('known');
  });
});

describe('places', () => {
  it('never tell more apart than there are, and forget nobody', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 100 }), (names) => {
        const standing: { seen?: Places } = {};
        for (const name of names) countPlace(standing, 'seen', placeOf(name), 1);
        const apart = Object.keys(standing.seen ?? {}).length;
        expect(apart).toBeLessThanOrEqual(Math.min(64, new Set(names).size));
        expect(apart > 0).toBe(names.length > 0);
        for (const name of names.toReversed()) countPlace(standing, 'seen', placeOf(name), -1);
        expect(standing).toEqual({});
      }),
    );
  });

  it('lie evenly enough that twenty people are told apart as at least thirteen', () => {
    const numbers = Array.from({ length: 200 }, (_, of) => {
      const taken = new Set(Array.from({ length: 20 }, (_, n) => placeOf(`person${of}x${n}`)));
      return taken.size;
    });
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(12);
    expect(numbers.reduce((sum, one) => sum + one, 0) / numbers.length).toBeGreaterThan(16.5);
  });
});
