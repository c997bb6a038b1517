import { describe, expect, it } from 'vitest';
import { termsOf } from '#shared/holds/rules.ts';
import { actsOfSeveral, bursts, groupsOf, likeness } from '#shared/holds/together.ts';
import fc from '#tests/setup/properties.ts';

const terms = { arrivals: 5, accounts: 3, shared: 3, part: 0.5, alike: 0.8 };
/** Nobody else voted. */
const none = () => 0;
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
    expect(groupsOf(acts, none, terms)).toEqual([['a', 'b', 'c']]);
  });

  it('are not two, nor three with too little in common, nor three who voted the other way', () => {
    expect(groupsOf(people(['a', votes(1, 2, 3)], ['b', votes(1, 2, 3)]), none, terms)).toEqual([]);
    expect(groupsOf(people(['a', votes(1, 2)], ['b', votes(1, 2)], ['c', votes(1, 2)]), none, terms)).toEqual([]);
    const against = new Set([...votes(1, 2, 3)].map((act) => act.replace('up', 'down')));
    expect(groupsOf(people(['a', votes(1, 2, 3)], ['b', votes(1, 2, 3)], ['c', against]), none, terms)).toEqual([]);
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
        const groups = groupsOf(all, none, terms);
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
        expect(groupsOf(new Map([...all].reverse()), none, terms)).toEqual(groups);
      }),
    );
  });

  it('are always found where all do exactly the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 20 }), fc.integer({ min: 3, max: 20 }), (accounts, shared) => {
        const same = votes(...Array.from({ length: shared }, (_, n) => n));
        const acts = new Map(Array.from({ length: accounts }, (_, n) => [`p${n}`, same]));
        expect(groupsOf(acts, none, terms)).toEqual([[...acts.keys()].sort()]);
      }),
    );
  });
});

describe.each([
  ['growing', termsOf(50).together],
  ['grown', termsOf(1000).together],
])('on a site that is %s', (_maturity, inForce) => {
  const strict = inForce ?? terms;
  const { accounts, shared, part, alike } = strict;
  const range = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n);
  const popular = range(0, 25);
  const targets = range(100, shared + 2);
  /** Everybody votes on the first 25, two others on what a brigade is after, and on the rest only those who are compared. */
  const counts = (acts: ReadonlyMap<string, Set<string>>) => (act: string) =>
    popular.some((item) => act === `up item-${item}`)
      ? 60
      : [...acts.values()].filter((of) => of.has(act)).length + (votes(...targets).has(act) ? 2 : 0);
  const groups = (acts: ReadonlyMap<string, Set<string>>) => groupsOf(acts, counts(acts), strict);
  const brigade = (noise: (n: number) => number[]) =>
    range(0, accounts).map((n): [string, Set<string>] => [`b${n}`, votes(...targets, ...noise(n))]);

  it('people who like what everybody likes are no group, though they vote for all of it', () => {
    for (const many of [3, shared, 25]) {
      const same = range(0, 10).map((n): [string, Set<string>] => [`p${n}`, votes(...popular.slice(0, many))]);
      expect(groups(people(...same))).toEqual([]);
    }
  });

  it('one less than a group make none with strangers who vote for three of their things', () => {
    const stranger = votes(...targets.slice(0, 3), 7);
    const few = brigade(() => []).slice(0, accounts - 1);
    expect(groups(people(...few, ['a stranger', stranger], ['z', stranger]))).toEqual([]);
  });

  it('a brigade is found though each of it votes for other things as well, others or popular ones', () => {
    const most = Math.floor(((1 / alike - 1) * targets.length) / 2);
    expect(most).toBeGreaterThanOrEqual(shared / 2);
    const names = brigade(() => []).map(([name]) => name);
    const scattered = brigade((n) => range(1000 * (n + 1), most));
    expect(groups(people(...scattered))).toEqual([names]);
    expect(groups(people(...brigade((n) => popular.slice(n, n + most))))).toEqual([names]);
    // As the decision says, more noise than that hides it.
    expect(groups(people(...brigade((n) => range(1000 * (n + 1), most + 1))))).toEqual([]);
  });

  it('nobody joins by whom a group would cease to be one, whatever their name', () => {
    const names = brigade(() => []).map(([name]) => name);
    const both = brigade(() => popular.slice(0, shared + 6));
    for (const name of ['a decoy', 'b0-decoy', 'z decoy'])
      expect(groups(people(...both, [name, votes(...popular.slice(0, shared + 6))]))).toEqual([names]);
  });

  it('what more than so many others voted for says nothing', () => {
    const acts = people(...brigade(() => []));
    const others = Math.floor(accounts / part) - accounts;
    expect(groupsOf(acts, () => accounts + others, strict)).toHaveLength(1);
    expect(groupsOf(acts, () => accounts + others + 1, strict)).toEqual([]);
  });
});

it('only what several did is asked about', () => {
  expect(actsOfSeveral([votes(1, 2), votes(2, 3), votes(2, 3)], 2).sort()).toEqual([...votes(2, 3)]);
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
