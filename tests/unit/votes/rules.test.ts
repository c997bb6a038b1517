import { describe, expect, it } from 'vitest';
import { isoOfHour } from '#shared/holds/rules.ts';
import { newId } from '#shared/ids.ts';
import { bucketOf, changedFooting, heldMark, readVote, togetherMark, writeVote } from '#shared/votes/rules.ts';
import fc from '#tests/setup/properties.ts';

describe('a stored vote', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('up' as const, 'down' as const),
        fc.integer({ min: 0, max: 50_000_000 }),
        (value, minute) => {
          expect(readVote(writeVote(value, minute))).toEqual({ value, minute });
        },
      ),
    );
  });
  it('says whether its caster was new, and what holds it', () => {
    const until = fc.integer({ min: 438_288, max: 900_000 }).map(isoOfHour);
    const hold = fc.record({ rule: fc.constantFrom('young' as const, 'together' as const), until });
    fc.assert(
      fc.property(fc.boolean(), fc.option(hold, { nil: undefined }), (isNew, held) => {
        const footing = { ...(isNew ? { newcomer: true as const } : {}), ...(held ? { hold: held } : {}) };
        const stored = writeVote('down', 3_155_400, footing);
        expect(readVote(stored)).toEqual({ value: 'down', minute: 3_155_400, ...footing });
        expect(stored.includes(heldMark)).toBe(held !== undefined);
        expect(stored.includes(togetherMark)).toBe(held?.rule === 'together');
      }),
    );
  });
  it('that takes another’s place is held as that one was', () => {
    const [old, fresh] = ['2026-11-20T10:00:00Z', '2026-11-25T10:00:00Z'].map((until) => ({
      rule: 'young' as const,
      until,
    }));
    expect(changedFooting({ hold: old }, { hold: fresh, newcomer: true })).toEqual({ hold: old, newcomer: true });
    expect(changedFooting({ hold: old, newcomer: true }, {})).toEqual({ hold: old });
    expect(changedFooting({}, { hold: fresh })).toEqual({});
  });
  it.each([undefined, 5, '', '+', 'up', '+1!', '+1!x99', '+1**', '+1!yaoh3*', new Set(['useful'])])(
    'is not %j',
    (stored) => {
      expect(readVote(stored)).toBeUndefined();
    },
  );
});

describe('the rows of votes', () => {
  it('are 64, evenly filled', () => {
    const filled = new Map<string, number>();
    for (let i = 0; i < 6400; i++) {
      const bucket = bucketOf(newId());
      filled.set(bucket, (filled.get(bucket) ?? 0) + 1);
    }
    expect(filled.size).toBe(64);
    expect(Math.max(...filled.values())).toBeLessThan(170);
  });
});
