import { describe, expect, it } from 'vitest';
import { crowdTags, isTag, normaliseTag, tagUses } from '#shared/tags/rules.ts';
import fc from '#tests/setup/properties.ts';

describe('a tag', () => {
  it.each([
    ['Science Fiction', 'science-fiction'],
    ['  #SciFi ', 'scifi'],
    ['Cafe\u0301', 'caf\u00e9'],
    ['C++', 'c++'],
    ['東京  タワー', '東京-タワー'],
    ['🎉', '🎉'],
    ['ΣΟΦΟΣ', 'σοφος'],
    ['#\nnew', '-new'],
  ])('%j is normalised to %j', (written, tag) => {
    expect(normaliseTag(written)).toBe(tag);
    expect(isTag(tag)).toBe(true);
  });

  it.each([
    '',
    '-',
    '...',
    'a/b',
    'a,b',
    '<b>',
    '__proto__',
    'a\u0000b',
    'a\u202eb',
    '\ud800',
    '\u0301a',
    '\u3164',
    'a\u115f',
    'x'.repeat(41),
  ])('%j is none', (text) => {
    expect(isTag(normaliseTag(text))).toBe(false);
  });

  it('is in normal form after one normalising', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const once = normaliseTag(text);
        if (isTag(once)) expect(normaliseTag(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('may be called like a property of every object', () => {
    expect(tagUses({}, 'constructor')).toBe(0);
    expect(crowdTags({ constructor: 2, b: 3, a: 3, gone: 0 } as Record<string, number>)).toEqual([
      { tag: 'a', count: 3 },
      { tag: 'b', count: 3 },
      { tag: 'constructor', count: 2 },
    ]);
  });
});
