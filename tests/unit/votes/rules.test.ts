import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { bucketOf, readVote, writeVote } from '#shared/votes/rules.ts';

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
  it.each([undefined, 5, '', '+', 'up', new Set(['useful'])])('is not %j', (stored) => {
    expect(readVote(stored)).toBeUndefined();
  });
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
