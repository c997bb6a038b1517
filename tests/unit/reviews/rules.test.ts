import { describe, expect, it } from 'vitest';
import { allAspectsOf, aspectsOf } from '#shared/items/aspects.ts';
import { categoryAspects } from '#shared/items/kinds/place-categories.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { excerpt, facet, facetsOf, mentionedAspects, seasonOf, starOf } from '#shared/reviews/rules.ts';
import fc from '#tests/setup/properties.ts';

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

describe('what reviews are filtered by', () => {
  it('tells the quarter of the year by the month', () => {
    expect(['2026-12-31', '2026-01-01', '2026-02-28', '2024-02-29'].map(seasonOf)).toEqual(Array(4).fill('dec-feb'));
    expect(['2026-03-01', '2026-08-31', '2026-11-30'].map(seasonOf)).toEqual(['mar-may', 'jun-aug', 'sep-nov']);
  });

  it('finds which aspects a text speaks of by whole words, in any case', () => {
    const aspects = categoryAspects('cafe');
    expect(mentionedAspects('The STAFF were kind; parking was not.', aspects)).toEqual(['service']);
    expect(mentionedAspects('Foodie heaven at a good price.', aspects)).toEqual(['value']);
    expect(mentionedAspects('', aspects)).toEqual([]);
    expect(mentionedAspects('This or that', kinds.book.aspects)).toEqual([]);
  });

  it('writes each facet so that none is found in another', () => {
    const text = facetsOf({ party: 'family', experiencedOn: '2025-07-01', aspects: { value: 4 } }, [
      'service',
      'value',
    ]);
    for (const [name, value] of [
      ['party', 'family'],
      ['season', 'jun-aug'],
      ['year', '2025'],
      ['aspect', 'service'],
      ['aspect', 'value'],
    ] as const)
      expect(text).toContain(facet(name, value));
    expect(text).not.toContain(facet('aspect', 'val'));
    expect(facetsOf({ aspects: {} })).toBe('');
  });
});

describe('the aspects of an item', () => {
  it('go by its category where that has some of its own', () => {
    const keys = (fields: Record<string, unknown>) => aspectsOf(kinds.place, fields).map(({ key }) => key);
    expect(keys({ category: 'hotel' })).toContain('rooms');
    expect(keys({})).toEqual(kinds.place.aspects.map(({ key }) => key));
    for (const category of ['unheard', '__proto__', 'toString', 7]) expect(keys({ category })).toEqual(keys({}));
    expect(allAspectsOf(kinds.place).filter(({ key }) => key === 'service')).toHaveLength(1);
    expect(allAspectsOf(kinds.place).map(({ key }) => key)).toContain('rooms');
  });
});
