import { describe, expect, it } from 'vitest';
import { lineKey, placedAtLines, quoteOf, shownLines } from '#shared/discussions/lines.ts';
import { compareStates } from '#shared/revisions/compare.ts';

const linesOf = (before: string[], after: string[]) =>
  shownLines(compareStates({ fields: {}, text: before.join('\n') }, { fields: {}, text: after.join('\n') }).text);
const on = (version: number, side: 'before' | 'after', number: number, text: string) => ({
  line: { version, side, number, text: quoteOf(text) },
});

describe('the lines of a comparison', () => {
  it('are numbered as they stand in their own text', () => {
    const before = ['one', 'two', 'three', 'four'];
    const after = ['one', 'new', 'three', 'more', 'four'];
    const lines = linesOf(before, after);
    for (const { side, number, text } of lines) expect((side === 'before' ? before : after)[number - 1]).toBe(text);
    expect(lines.map(lineKey)).toEqual(['after 1', 'before 2', 'after 2', 'after 3', 'after 4', 'after 5']);
  });
});

describe('a comment on a line', () => {
  it('stands where its line stands in a later version, and nowhere once nothing says that any more', () => {
    const first = on(1, 'after', 2, 'new');
    const old = on(1, 'before', 2, 'two');
    const blank = on(1, 'after', 3, '');
    const lines = linesOf(['one', 'two', 'three'], ['one', 'ahead', 'new', '', 'three', 'new']);
    const { at, elsewhere } = placedAtLines([first, old, blank], 2, lines);
    // Of two that say it, the nearer one.
    expect([...at]).toEqual([
      ['after 3', [first]],
      ['before 2', [old]],
    ]);
    expect(elsewhere).toEqual([blank]);
    expect(placedAtLines([first], 2, linesOf(['one', 'two'], ['one', 'other'])).elsewhere).toEqual([first]);
  });

  it('stands on its own version at its own line, whatever it quotes', () => {
    const comment = on(1, 'after', 2, 'never said');
    const { at } = placedAtLines([comment], 1, linesOf(['one', 'two'], ['one', 'new']));
    expect([...at.keys()]).toEqual(['after 2']);
  });

  it('quotes well-formed text of long lines, and is found again by it', () => {
    const long = `${'x'.repeat(299)}😀 and more`;
    expect(quoteOf(long).isWellFormed()).toBe(true);
    const comment = on(1, 'after', 1, long);
    expect([...placedAtLines([comment], 2, linesOf([], [long])).at.keys()]).toEqual(['after 1']);
  });
});
