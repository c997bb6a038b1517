import { describe, expect, it } from 'vitest';
import { bestNames, hasRoomFor, namesFollowed, relatedTo, retagged, tagsPerItem } from '#shared/tags/rules.ts';
import fc from '#tests/setup/properties.ts';

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

describe('better names', () => {
  const best = (...pairs: [tag: string, other: string][]) =>
    Object.fromEntries(bestNames(pairs.map(([tag, other]) => ({ tag, other }))));

  it('are followed to the best, however they were agreed on', () => {
    expect(best(['scifi', 'sf'], ['science-fiction', 'scifi'])).toEqual({
      sf: 'science-fiction',
      scifi: 'science-fiction',
    });
    expect(best(['web', 'www'], ['web', 'w3'])).toEqual({ www: 'web', w3: 'web' });
    expect(best()).toEqual({});
  });

  it('end somewhere, whatever is in the table', () => {
    expect(best(['a', 'b'], ['b', 'a'])).toEqual({ a: 'a', b: 'b' });
    const long = Array.from({ length: 20 }, (_, n): [string, string] => [`t${n + 1}`, `t${n}`]);
    expect(best(...long).t0).toBe(`t${namesFollowed}`);
  });
});
