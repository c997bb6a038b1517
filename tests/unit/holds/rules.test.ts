import { describe, expect, it } from 'vitest';
import {
  foldHeld,
  footingOf,
  hourOf,
  isBurst,
  isoOfHour,
  lastOfArrivals,
  outweighs,
  readHold,
  reviewHold,
  stillHeld,
  terms,
  termsOf,
  togetherHold,
  writeHold,
} from '#shared/holds/rules.ts';
import { type HeldSums, type Hold, holdRules } from '#shared/holds/schema.ts';
import { heldView } from '#shared/holds/view.ts';
import { noCounts } from '#shared/ranking/settle.ts';
import { minuteOf } from '#shared/ranking/time.ts';
import fc from '#tests/setup/properties.ts';

const hour = 3_600_000;
const hold = fc.record<Hold>({
  rule: fc.constantFrom(...holdRules),
  until: fc.integer({ min: 438_288, max: 900_000 }).map(isoOfHour),
});
const since = '2026-11-20T10:20:00Z';
const later = (hours: number) => new Date(Date.parse(since) + hours * hour);

describe('the terms', () => {
  it('hold nothing back on a young site, and more as it grows', () => {
    expect([0, 49, 50, 999, 1000, 1e6].map((people) => termsOf(people).maturity)).toEqual([
      'young',
      'young',
      'growing',
      'growing',
      'grown',
      'grown',
    ]);
    for (const [at, { from, youngHours }] of terms.entries()) {
      const { from: fewer = -1, youngHours: less = -1 } = terms[at - 1] ?? {};
      expect(from).toBeGreaterThan(fewer);
      expect(youngHours).toBeGreaterThan(less);
    }
    expect(footingOf(since, termsOf(49), later(0))).toEqual({});
  });

  it('hold until the account is old enough, at the next full hour, and no act of an older one', () => {
    const growing = termsOf(50);
    expect(footingOf(since, growing, later(0)).hold).toEqual({ rule: 'young', until: '2026-11-21T11:00:00Z' });
    expect(footingOf(since, growing, later(23.9)).hold).toEqual({ rule: 'young', until: '2026-11-21T11:00:00Z' });
    expect(footingOf(since, growing, later(24))).toEqual({ newcomer: true });
    expect(footingOf(since, growing, later(30 * 24))).toEqual({});
    expect(footingOf(undefined, termsOf(1e4), later(0))).toEqual({});
  });

  it('hold what a group did for thirty days and to the end of the day', () => {
    expect(togetherHold(new Date('2026-11-20T10:20:00Z'))).toEqual({ rule: 'together', until: '2026-12-21T00:00:00Z' });
    expect(togetherHold(new Date('2026-11-20T00:00:00Z'))).toEqual({ rule: 'together', until: '2026-12-20T00:00:00Z' });
  });

  it('let what groups did be due at few hours, though some are found every hour', () => {
    const standing: { held?: HeldSums } = {};
    const now = Date.parse(since);
    for (let back = 0; back < 40 * 24; back++) {
      const held = togetherHold(new Date(now - back * hour));
      if (stillHeld(held, new Date(now))) foldHeld(standing, held, 1, (sum) => sum.up++);
    }
    expect(Object.keys(standing.held?.together?.due ?? {})).toHaveLength(31);
  });

  it('call it a burst where newcomers are many and most of all who reviewed', () => {
    const { burst } = termsOf(60);
    expect(termsOf(0).burst).toBeNull();
    expect(burst && [isBurst(8, 8, burst), isBurst(8, 16, burst)]).toEqual([true, true]);
    expect(burst && [isBurst(7, 7, burst), isBurst(8, 17, burst), isBurst(40, 400, burst)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('let the reason that its author can mend take the place of others', () => {
    const now = new Date(since);
    const [own, burst, copy] = [reviewHold('own', now), reviewHold('burst', now), reviewHold('duplicate', now, 'a')];
    const young: Hold = { rule: 'young', until: isoOfHour(hourOf(since)) };
    expect([outweighs(copy, own), outweighs(own, burst), outweighs(burst, young), outweighs(young, undefined)]).toEqual(
      Array(4).fill(true),
    );
    expect([outweighs(own, copy), outweighs(burst, own), outweighs(own, own), outweighs(copy, copy)]).toEqual(
      Array(4).fill(false),
    );
    expect(copy).toEqual({ rule: 'duplicate', until: '2026-12-21T00:00:00Z', like: 'a' });
  });

  it('keep arrivals for three hours after theirs', () => {
    const minute = minuteOf(Date.parse('2026-11-20T10:59:00Z'));
    expect(lastOfArrivals(minute)).toBe(Date.parse('2026-11-20T14:00:00Z') / 1000);
  });
});

describe('a stored hold', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(hold, (one) => {
        expect(readHold(writeHold(one))).toEqual(one);
      }),
    );
  });
  it.each(['', 'y', 'x123', 'yABC', 'y12345678', 'y young'])('is not %j', (stored) => {
    expect(readHold(stored)).toBeUndefined();
  });
  it('lasts until its hour begins', () => {
    const one: Hold = { rule: 'young', until: '2026-11-21T11:00:00Z' };
    expect(stillHeld(one, new Date('2026-11-21T10:59:59Z'))).toBe(one);
    expect(stillHeld(one, new Date('2026-11-21T11:00:00Z'))).toBeUndefined();
  });
});

describe('what is held of an item', () => {
  const count = (standing: { held?: HeldSums }, one: Hold, sign: 1 | -1) =>
    foldHeld(standing, one, sign, (sum) => {
      sum.up += sign;
      sum.upMinutes += sign * 100;
    });

  it('is the sum of what came and has not gone, in whatever order, and nothing at all in the end', () => {
    fc.assert(
      fc.property(fc.array(hold, { maxLength: 20 }), fc.nat(), (holds, gone) => {
        const standing: { held?: HeldSums } = {};
        for (const one of holds) count(standing, one, 1);
        const left = holds.slice(gone % (holds.length + 1));
        for (const one of holds.slice(0, holds.length - left.length)) count(standing, one, -1);
        const other: { held?: HeldSums } = {};
        for (const one of left.toReversed()) count(other, one, 1);
        expect(standing).toEqual(other);
        for (const one of left) count(standing, one, -1);
        expect(standing).toEqual({});
      }),
    );
  });

  it('is told by rule, with the scores as they would read', () => {
    const standing: { held?: HeldSums } = {};
    const counts = { ...noCounts(), up: 4, down: 1, net: 3, upMinutes: 400 };
    const [early, late] = ['2026-11-21T11:00:00Z', '2026-11-25T09:00:00Z'] as const;
    expect(heldView(standing.held, counts, since)).toBeNull();
    for (const until of [late, early, late]) {
      foldHeld(standing, { rule: 'young', until }, 1, (sum) => {
        sum.down++;
      });
    }
    for (let n = 0; n < 5; n++) {
      foldHeld(standing, { rule: 'together', until: late }, 1, (sum) => {
        sum.reviews++;
        sum.ratings[9] = (sum.ratings[9] ?? 0) + 1;
      });
    }
    const view = heldView(standing.held, counts, since);
    expect(view?.rules).toEqual([
      { rule: 'young', up: 0, down: 3, reviews: 0, ratings: noCounts().ratings, next: early },
      { rule: 'together', up: 0, down: 0, reviews: 5, ratings: [0, 0, 0, 0, 0, 0, 0, 0, 0, 5], next: late },
    ]);
    expect(view?.scores.average).toEqual({ without: null, with: 5 });
    expect(view?.scores.best.without).toBeCloseTo(0.5135, 4);
    expect(view?.scores.best.with).toBeCloseTo(0.5741, 4);
    expect(hourOf(early) * hour).toBe(Date.parse(early));
  });
});
