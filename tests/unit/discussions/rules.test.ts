import { describe, expect, it } from 'vitest';
import { ancestorsKept, ancestorsOf, commentScore, handlesIn } from '#shared/discussions/rules.ts';
import { commentText, threadPath } from '#shared/discussions/schema.ts';
import fc from '#tests/setup/properties.ts';

describe('the order of comments', () => {
  it('is Wilson’s bound with z 1.2816', () => {
    expect(commentScore(1, 0)).toBeCloseTo(0.3784, 4);
    expect(commentScore(10, 2)).toBeCloseTo(0.6578, 4);
    expect(commentScore(0, 0)).toBe(0);
  });

  it('sets what was refused alone below what nobody judged, the more the lower', () => {
    expect(commentScore(0, 1)).toBeLessThan(0);
    expect(commentScore(0, 5)).toBeLessThan(commentScore(0, 1));
  });

  it('rises with every vote up and falls with every vote down', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (up, down) => {
        expect(commentScore(up + 1, down)).toBeGreaterThan(commentScore(up, down));
        expect(commentScore(up, down + 1)).toBeLessThanOrEqual(commentScore(up, down));
      }),
    );
  });
});

describe('mentions', () => {
  it.each([
    ['Ask @bob, or @Carol-Ann!', ['bob', 'Carol-Ann']],
    ['@bob and @BOB are one', ['bob']],
    ['mail bob@example.org, see example.org/@bob', []],
    ['`@bob` and\n```\n@carol\n```\n@dave', ['dave']],
    ['``a ` @bob`` @carol', ['carol']],
    ['~~~\n@bob', []],
    ['@ab @a_b @-bob @bob-', ['a_b', 'bob']],
    ['(@bob) “@carol” *@dave*', ['bob', 'carol', 'dave']],
    ['@bobbobbobbobbobbobbobb', []],
  ])('in %j are %j', (text, handles) => {
    expect(handlesIn(text)).toEqual(handles);
  });

  it('are looked for in any text, at most thirty', () => {
    // The cube of the length of the longest comment would take longer than a test may.
    const long = (part: string) => part.repeat(Math.floor(10_000 / part.length));
    for (const part of ['`', '@', '@a-', '` `` ', '```\n', '@abc ', '~', '@a_b@']) {
      expect(handlesIn(long(part)).length).toBeLessThanOrEqual(30);
    }
    expect(handlesIn(Array.from({ length: 40 }, (_, n) => `@person${n}`).join(' '))).toHaveLength(30);
  });
});

describe('a comment', () => {
  it('has something to be seen, and is no longer than it may be', () => {
    expect(commentText.safeParse(' \u2800 \u200b ').success).toBe(false);
    expect(commentText.safeParse('').success).toBe(false);
    expect(commentText.safeParse('a'.repeat(10_000)).success).toBe(true);
    expect(commentText.safeParse('a'.repeat(10_001)).success).toBe(false);
  });

  it('names its nearest ancestors, however deep it stands', () => {
    let above: string[] = [];
    for (let n = 0; n < 100; n++) above = ancestorsOf({ id: String(n), above });
    expect(above).toEqual(Array.from({ length: ancestorsKept }, (_, n) => String(100 - ancestorsKept + n)));
  });

  it('is about what a path names', () => {
    expect(threadPath.safeParse({ what: 'people', target: 'alice' }).success).toBe(true);
    expect(threadPath.safeParse({ what: 'items', target: 'alice' }).success).toBe(false);
    expect(threadPath.safeParse({ what: 'comments', target: '0123456789ab' }).success).toBe(false);
    expect(threadPath.safeParse({ what: 'revisions', target: '0123456789ab.3' }).success).toBe(true);
  });
});
