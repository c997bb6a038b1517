import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, starOf } from '#shared/reviews/rules.ts';

describe('an excerpt', () => {
  it('leaves a short text as it is', () => {
    expect(excerpt('Good.')).toEqual({ text: 'Good.', more: false });
  });

  it('is at most 600 bytes, well-formed, and shows no hidden text', () => {
    const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('||secret||'), fc.lorem());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { text, more } = excerpt(pieces.join(' '));
        expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(600);
        expect(text.isWellFormed()).toBe(true);
        if (more) expect(text.split('||').length % 2).toBe(1);
      }),
    );
  });

  it('cuts before a spoiler that would stay open', () => {
    expect(excerpt(`${'word '.repeat(115)}||${'the butler '.repeat(30)}||`).text).not.toContain('butler');
  });
});

describe('the star filter', () => {
  it('counts a half with the star above', () => {
    expect([0.5, 1, 1.5, 4, 4.5, 5].map(starOf)).toEqual([1, 1, 2, 4, 5, 5]);
  });
});
