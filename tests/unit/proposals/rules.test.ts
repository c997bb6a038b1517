import { describe, expect, it, test } from 'vitest';
import {
  activeMonths,
  consentFor,
  isOverruled,
  quorumOf,
  type Said,
  type Terms,
  tallyOf,
  termsOfConsent,
  timesOf,
  verdictOf,
  waitingDays,
} from '#shared/proposals/rules.ts';
import fc from '#tests/setup/properties.ts';

const begun = new Date('2026-11-27T14:00:00Z');
const hour = 3_600_000;
const hoursOn = (hours: number) => new Date(begun.getTime() + hours * hour);
const terms = (quorum = 1, hours = 24): Terms => ({ version: 2, quorum, hours, ...timesOf(hours, begun) });
const said = (vote: Said['vote'], more: Partial<Said> = {}): Said => ({
  vote,
  version: 2,
  at: begun.toISOString(),
  isMember: true,
  overrule: 0,
  uphold: 0,
  ...more,
});

test.each([
  [0, 1],
  [9, 1],
  [10, 2],
  [39, 2],
  [40, 3],
  [160, 4],
  [640, 5],
  [10_000, 6],
])('of %i active people it takes %i', (active, quorum) => {
  expect(quorumOf(active)).toBe(quorum);
});

test('the hours grow with the site, and what is hard to take back takes twice as much of everything', () => {
  expect([0, 49, 50, 999, 1000].map((people) => termsOfConsent(people).hours)).toEqual([1, 1, 24, 24, 48]);
  expect(consentFor('edit', 60, 12)).toEqual({ hours: 24, quorum: 2 });
  expect(consentFor('merge', 60, 12)).toEqual({ hours: 48, quorum: 4 });
  expect(consentFor('removal', 1, 1)).toEqual({ hours: 2, quorum: 1 });
  expect([1, 12, 40].map((active) => consentFor('appeal', 60, active).quorum)).toEqual([2, 2, 3]);
  expect(consentFor('restoration', 60, 12)).toEqual({ hours: 24, quorum: 2 });
});

test('active are those of this month or the last', () => {
  expect(activeMonths(new Date('2026-01-31T23:00:00Z'))).toEqual(['2026-01', '2025-12']);
  expect(activeMonths(new Date('2026-03-31T00:00:00Z'))).toEqual(['2026-03', '2026-02']);
});

describe('an open proposal', () => {
  const verdict = (votes: Said[], hours: number, quorum = 1) => {
    const { result, because } = verdictOf(terms(quorum), votes, hoursOn(hours));
    return `${result}: ${because}`;
  };

  it('waits for its time, and then passes in silence where one is enough', () => {
    expect(verdict([], 23.9)).toBe('wait: time');
    expect(verdict([], 24)).toBe('accept: consent');
  });

  it('waits for people until its last day, and passes the moment they are there', () => {
    expect(verdict([], 24, 2)).toBe('wait: quorum');
    expect(verdict([said('for')], 100, 2)).toBe('accept: consent');
    expect(verdict([], 24 + waitingDays * 24, 2)).toBe('refuse: quorum');
  });

  it('is refused where more are against it, and waits where as many are', () => {
    expect(verdict([said('against'), said('against')], 24)).toBe('refuse: outvoted');
    expect(verdict([said('against')], 24)).toBe('wait: tied');
    expect(verdict([said('against'), said('for')], 24)).toBe('accept: consent');
    expect(verdict([said('against')], 24 + waitingDays * 24)).toBe('refuse: tied');
  });

  it('counts votes on this version alone, but a block on whichever it was put', () => {
    expect(verdict([said('against', { version: 1 }), said('against', { version: 1 })], 24)).toBe('accept: consent');
    expect(verdict([said('block', { version: 1 })], 24)).toBe('refuse: blocked');
    expect(tallyOf([said('for', { version: 1 }), said('block', { version: 1 })], 2, 1)).toEqual({
      for: 1,
      against: 0,
      blocks: 1,
      overruled: 0,
      earlier: 1,
    });
  });

  it('has its full hours from a block on, so that this can be talked over', () => {
    const late = said('block', { at: hoursOn(23).toISOString() });
    expect(verdict([late], 24)).toBe('wait: time');
    expect(verdictOf(terms(), [late], hoursOn(24)).due).toBe('2026-11-29T13:00:00Z');
    expect(verdict([late], 47)).toBe('refuse: blocked');
  });

  it('passes over a block that is overruled, or whose author left: that is one vote against', () => {
    const supporters = [said('for'), said('for')];
    expect(verdict([...supporters, said('block', { overrule: 2 })], 24)).toBe('accept: consent');
    expect(verdict([...supporters, said('block', { overrule: 1 })], 24)).toBe('refuse: blocked');
    expect(verdict([...supporters, said('block', { overrule: 3, uphold: 1 })], 24)).toBe('refuse: blocked');
    expect(verdict([...supporters, said('block', { isMember: false })], 24)).toBe('accept: consent');
    expect(verdict([said('block', { isMember: false })], 24)).toBe('wait: tied');
  });
});

it('takes nobody for it who left', () => {
  const left = Array.from({ length: 5 }, () => said('for', { isMember: false }));
  expect(tallyOf([...left, said('for')], 2, 3)).toMatchObject({ for: 2, earlier: 0 });
  expect(verdictOf(terms(3), [...left, said('for')], hoursOn(24))).toMatchObject({ because: 'quorum' });
});

const vote: fc.Arbitrary<Said> = fc.record({
  vote: fc.constantFrom('for', 'against', 'block'),
  version: fc.constantFrom(1, 2),
  at: fc.integer({ min: 0, max: 400 }).map((hours) => hoursOn(hours).toISOString()),
  isMember: fc.boolean(),
  overrule: fc.nat(6),
  uphold: fc.nat(3),
});
const votes = fc.array(vote, { maxLength: 12 });
const hours = fc.integer({ min: 0, max: 24 * 40 });
const quorum = fc.integer({ min: 1, max: 6 });

describe('whatever is voted', () => {
  it('every vote is in the tally once, and the order is of no account', () => {
    fc.assert(
      fc.property(votes, quorum, (all, needed) => {
        const tally = tallyOf(all, 2, needed);
        const left = all.filter((one) => one.vote === 'for' && !one.isMember).length;
        expect(tally.for + tally.against + tally.blocks + tally.earlier).toBe(1 + all.length - left);
        expect(tallyOf([...all].reverse(), 2, needed)).toEqual(tally);
        expect(verdictOf(terms(needed), [...all].reverse(), hoursOn(50))).toEqual(
          verdictOf(terms(needed), all, hoursOn(50)),
        );
      }),
    );
  });

  it('nothing passes before its time, without enough people, against more, or over a block', () => {
    fc.assert(
      fc.property(votes, quorum, hours, (all, needed, at) => {
        const { result, because, missing } = verdictOf(terms(needed), all, hoursOn(at));
        const tally = tallyOf(all, 2, needed);
        const passes = at >= 24 && tally.for >= needed && tally.for > tally.against && tally.blocks === 0;
        expect(result === 'accept').toBe(passes);
        if (result === 'accept') expect(missing).toEqual({ people: 0, more: 0, blocks: 0 });
        if (because === 'time') expect(result).toBe('wait');
      }),
    );
  });

  it('one more vote for it never turns consent into refusal, and one more against never the other way', () => {
    const worth = { refuse: 0, wait: 1, accept: 2 };
    fc.assert(
      fc.property(votes, quorum, hours, (all, needed, at) => {
        const now = hoursOn(at);
        const as = (more: Said[]) => worth[verdictOf(terms(needed), [...all, ...more], now).result];
        expect(as([said('for')])).toBeGreaterThanOrEqual(as([]));
        // While it is talked over, a block is no refusal yet.
        expect(as([said('against')])).toBeLessThanOrEqual(as([]));
      }),
    );
  });

  it('it ends: on the last day nothing waits', () => {
    fc.assert(
      fc.property(votes, quorum, (all, needed) => {
        expect(verdictOf(terms(needed), all, hoursOn(24 + waitingDays * 24)).result).not.toBe('wait');
      }),
    );
  });

  it('a block is overruled by no fewer than the change takes, and by twice those who uphold it', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(10), quorum, (overrule, uphold, needed) => {
        if (!isOverruled({ overrule, uphold }, needed)) return;
        expect(overrule).toBeGreaterThanOrEqual(Math.max(2, needed));
        expect(overrule / (overrule + uphold + 1)).toBeGreaterThanOrEqual(2 / 3);
        expect(isOverruled({ overrule: overrule + 1, uphold }, needed)).toBe(true);
      }),
    );
  });
});
