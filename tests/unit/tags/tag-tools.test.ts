import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasRoomFor, isInForce, relatedTo, retagged, synonymPair, tagsPerItem } from '#shared/tags/rules.ts';

describe('tags put in the place of others', () => {
  it('rename, merge and delete', () => {
    expect(retagged(['js', 'web'], ['js'], 'javascript')).toEqual(['javascript', 'web']);
    expect(retagged(['js', 'ecmascript', 'web'], ['js', 'ecmascript'], 'javascript')).toEqual(['javascript', 'web']);
    expect(retagged(['js', 'javascript'], ['js', 'javascript'], 'javascript')).toEqual(['javascript']);
    expect(retagged(['js', 'web'], ['js'], undefined)).toEqual(['web']);
  });

  it('leave alone what has none of them', () => {
    expect(retagged(['web'], ['js'], 'javascript')).toBeUndefined();
    expect(retagged(['js'], ['js'], 'js')).toBeUndefined();
  });

  it('done once are done: again changes nothing, and there are never more than before', () => {
    const tag = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(
        fc.uniqueArray(tag),
        fc.uniqueArray(tag, { minLength: 1 }),
        fc.option(tag, { nil: undefined }),
        (tags, from, to) => {
          const once = retagged(tags, from, to);
          if (!once) return;
          expect(retagged(once, from, to)).toBeUndefined();
          expect(once.length).toBeLessThanOrEqual(tags.length);
        },
      ),
    );
  });
});

describe('room on an item', () => {
  const full = Object.fromEntries(Array.from({ length: tagsPerItem }, (_, n) => [`tag-${n}`, n === 0 ? 1 : 2]));

  it('is there for a tag that it has, and for one in the place of a tag of mine alone', () => {
    expect(hasRoomFor(full, 'tag-9', ['tag-1'])).toBe(true);
    expect(hasRoomFor(full, 'new', ['tag-0'])).toBe(true);
    expect(hasRoomFor(full, 'new', ['tag-1'])).toBe(false);
    expect(hasRoomFor({}, 'constructor', ['x'])).toBe(true);
  });
});

describe('related tags', () => {
  it('are those that stand beside it most, without itself', () => {
    expect(
      relatedTo('web', [
        ['web', 'css'],
        ['web', 'css', 'js'],
        ['web', 'constructor', '__proto__'],
      ]),
    ).toEqual([
      { tag: 'css', count: 2 },
      { tag: '__proto__', count: 1 },
      { tag: 'constructor', count: 1 },
      { tag: 'js', count: 1 },
    ]);
  });
});

describe('a pair of synonyms', () => {
  const pair = (better: Record<string, number>) => synonymPair(['js', 'javascript'], better);

  it('goes the way that more say', () => {
    expect(pair({ javascript: 2, js: 1 })).toEqual({ tag: 'javascript', other: 'js', support: 2, against: 1 });
    expect(pair({ js: 1 })).toEqual({ tag: 'js', other: 'javascript', support: 1, against: 0 });
  });

  it('is in force from one voice among a few, two among many, and never when as many say the contrary', () => {
    expect(isInForce(pair({ javascript: 1 }), 49)).toBe(true);
    expect(isInForce(pair({ javascript: 1 }), 50)).toBe(false);
    expect(isInForce(pair({ javascript: 2 }), 50)).toBe(true);
    expect(isInForce(pair({ javascript: 2, js: 2 }), 10)).toBe(false);
  });
});
