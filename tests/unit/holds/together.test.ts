import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bursts, groupsOf, likeness } from '#shared/holds/together.ts';

const terms = { arrivals: 5, accounts: 3, shared: 3, alike: 0.8 };
const votes = (...items: number[]) => new Set(items.map((item) => `up item-${item}`));
const people = (...all: [string, Set<string>][]) => new Map(all);

describe('accounts that act together', () => {
  it('are those whose votes nearly coincide', () => {
    const acts = people(
      ['a', votes(1, 2, 3, 4)],
      ['b', votes(1, 2, 3, 4)],
      ['c', votes(1, 2, 3, 4, 5)],
      ['reader', votes(1, 7, 8, 9, 10)],
      ['other', votes(2, 3, 11, 12)],
    );
    expect(groupsOf(acts, terms)).toEqual([['a', 'b', 'c']]);
  });

  it('are not two, nor three with too little in common, nor three who voted the other way', () => {
    expect(groupsOf(people(['a', votes(1, 2, 3)], ['b', votes(1, 2, 3)]), terms)).toEqual([]);
    expect(groupsOf(people(['a', votes(1, 2)], ['b', votes(1, 2)], ['c', votes(1, 2)]), terms)).toEqual([]);
    const against = new Set([...votes(1, 2, 3)].map((act) => act.replace('up', 'down')));
    expect(groupsOf(people(['a', votes(1, 2, 3)], ['b', votes(1, 2, 3)], ['c', against]), terms)).toEqual([]);
  });

  it('are groups in which any two are alike and all have enough in common, nobody twice', () => {
    const acts = fc.dictionary(
      fc.string({ minLength: 1, maxLength: 3 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 8 }).map((items) => votes(...items)),
      { maxKeys: 12, noNullPrototype: true },
    );
    fc.assert(
      fc.property(acts, (given) => {
        const all = new Map(Object.entries(given));
        const groups = groupsOf(all, terms);
        const members = groups.flat();
        expect(new Set(members).size).toBe(members.length);
        for (const group of groups) {
          expect(group.length).toBeGreaterThanOrEqual(terms.accounts);
          const sets = group.map((name) => all.get(name) ?? new Set<string>());
          const common = [...(sets[0] ?? [])].filter((act) => sets.every((set) => set.has(act)));
          expect(common.length).toBeGreaterThanOrEqual(terms.shared);
          for (const one of sets)
            for (const other of sets) expect(likeness(one, other)).toBeGreaterThanOrEqual(terms.alike);
        }
        expect(groupsOf(new Map([...all].reverse()), terms)).toEqual(groups);
      }),
    );
  });

  it('are always found where all do exactly the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 20 }), fc.integer({ min: 3, max: 20 }), (accounts, shared) => {
        const same = votes(...Array.from({ length: shared }, (_, n) => n));
        const acts = new Map(Array.from({ length: accounts }, (_, n) => [`p${n}`, same]));
        expect(groupsOf(acts, terms)).toEqual([[...acts.keys()].sort()]);
      }),
    );
  });
});

describe('a burst', () => {
  it('is so many within an hour, wherever the hour begins', () => {
    expect([...bursts([0, 59, 60, 118, 119], 3)].sort()).toEqual([1, 2, 3, 4]);
    expect([...bursts([119, 60, 0, 200, 118], 3)].sort()).toEqual([0, 1, 4]);
    expect(bursts([0, 30, 60, 90], 3).size).toBe(0);
    expect(bursts([], 3).size).toBe(0);
  });
  it('holds whoever has enough others within an hour that begins with one of them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 30 }), (minutes) => {
        const expected = minutes.flatMap((minute, at) => {
          const begins = minutes.filter((begin) => begin <= minute && minute < begin + 60);
          const enough = begins.some(
            (begin) => minutes.filter((other) => other >= begin && other < begin + 60).length >= 4,
          );
          return enough ? [at] : [];
        });
        expect([...bursts(minutes, 4)].sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});
