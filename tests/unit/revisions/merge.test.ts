import { describe, expect, it } from 'vitest';
import { attribute } from '#shared/revisions/authorship.ts';
import { compareTexts } from '#shared/revisions/compare.ts';
import { linesOf } from '#shared/revisions/lines.ts';
import { withLinks } from '#shared/revisions/link-markdown.ts';
import { linksIn } from '#shared/revisions/links.ts';
import { broughtUp, mergeFields, mergeTexts } from '#shared/revisions/merge.ts';
import fc from '#tests/setup/properties.ts';

const text = (...lines: string[]) => lines.join('\n');
const anyText = fc.array(fc.constantFrom('a', 'b', 'c', '', 'd e'), { maxLength: 12 }).map((lines) => lines.join('\n'));

describe('a merge of texts', () => {
  it('of one change is that change, whichever side', () => {
    fc.assert(
      fc.property(anyText, anyText, (base, other) => {
        expect(mergeTexts(base, other, base)).toEqual({ text: other });
        expect(mergeTexts(base, base, other)).toEqual({ text: other });
        expect(mergeTexts(base, other, other)).toEqual({ text: other });
      }),
    );
  });

  it('loses nothing: each side is what one chooses everywhere it differs', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (base, mine, theirs) => {
        const merged = mergeTexts(base, mine, theirs);
        const mirrored = mergeTexts(base, theirs, mine);
        if ('text' in merged) {
          expect(mirrored).toEqual(merged);
          return;
        }
        const conflicts = merged.regions.filter((region) => !('lines' in region));
        expect(conflicts.length).toBeGreaterThan(0);
        for (const region of conflicts)
          if (!('lines' in region)) {
            expect(mine).toContain(region.mine.join('\n'));
            expect(theirs).toContain(region.theirs.join('\n'));
          }
      }),
    );
  });

  it('does not take an empty line for none', () => {
    expect(mergeTexts('a\nb', 'b', '\nb')).toHaveProperty('regions');
    expect(mergeTexts('a\nb', '\nb', 'b')).toHaveProperty('regions');
  });

  it('takes both changes of different lines, wherever they are', () => {
    const lines = Array.from({ length: 20 }, (_, n) => `line ${n}`);
    const place = fc.nat({ max: 19 });
    fc.assert(
      fc.property(place, place, (one, other) => {
        fc.pre(Math.abs(one - other) > 1);
        const change = (at: number, by: string, all: string[]) =>
          all.map((line, n) => (n === at ? `${line} ${by}` : line));
        const merged = mergeTexts(text(...lines), text(...change(one, 'x', lines)), text(...change(other, 'y', lines)));
        expect(merged).toEqual({ text: text(...change(other, 'y', change(one, 'x', lines))) });
      }),
    );
  });

  it('names the place where both changed the same, and only that', () => {
    expect(mergeTexts(text('a', 'b', 'c', 'd'), text('a', 'B', 'c', 'D'), text('a', 'X', 'c', 'd'))).toEqual({
      regions: [{ lines: ['a'] }, { mine: ['B'], theirs: ['X'], base: ['b'] }, { lines: ['c', 'D'] }],
    });
    expect(mergeTexts('', 'mine', 'theirs')).toEqual({ regions: [{ mine: ['mine'], theirs: ['theirs'], base: [] }] });
  });

  it('of pages with thousands of blank lines does not take the cube of their number', () => {
    const lines = Array.from({ length: 5000 }, (_, n) => [`paragraph ${n}`, '']).flat();
    const change = (every: number, by: string) =>
      lines.map((line, n) => (line && n % every === 0 ? `${line}${by}` : line));
    // The cube of their number would take longer than a test may.
    expect(mergeTexts(text(...lines), text(...change(200, ' x')), text(...change(222, ' y')))).toHaveProperty(
      'regions',
    );
  });
});

it('fields merge one by one', () => {
  const base = { title: 'A', year: 1, tags: ['x'] };
  expect(mergeFields(base, { ...base, title: 'B' }, { title: 'A', tags: ['x', 'y'] })).toEqual({
    fields: { title: 'B', tags: ['x', 'y'] },
    conflicts: [],
  });
  expect(mergeFields(base, { ...base, title: 'B' }, { ...base, title: 'C' }).conflicts).toEqual(['title']);
});

it('a comparison marks words, and whole lines where nothing stands against them', () => {
  const { hunks } = compareTexts(
    text('one', 'two words here', 'three'),
    text('one', 'two other here', 'three', 'four'),
  );
  expect(hunks).toEqual([
    {
      before: 1,
      after: 1,
      blocks: [
        { same: ['one'] },
        {
          before: [[{ text: 'two ' }, { text: 'words', changed: true }, { text: ' here' }]],
          after: [[{ text: 'two ' }, { text: 'other', changed: true }, { text: ' here' }]],
        },
        { same: ['three'] },
        { after: [[{ text: 'four', changed: true }]] },
      ],
    },
  ]);
  expect(compareTexts('same', 'same')).toEqual({ hunks: [] });
});

it('a comparison says all of both texts, whatever they are', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const { hunks } = compareTexts(before, after);
      const said = (side: 'before' | 'after') =>
        hunks.flatMap(({ blocks }) =>
          blocks.flatMap(
            (block) => block.same ?? (block[side] ?? []).map((parts) => parts.map((part) => part.text).join('')),
          ),
        );
      const lines = { before: linesOf(before), after: linesOf(after) };
      for (const side of ['before', 'after'] as const)
        expect(lines[side].join('\n')).toContain(hunks.length === 1 ? said(side).join('\n') : '');
    }),
  );
});

it('every line has an author: who wrote it, also where it comes back', () => {
  const before = { lines: ['a', 'b', 'c'], runs: [[1, 3]] as [number, number][] };
  const changed = attribute(before, ['a', 'x', 'c', 'd'], 2);
  expect(changed).toEqual([
    [1, 1],
    [2, 1],
    [1, 1],
    [2, 1],
  ]);
  expect(attribute({ lines: ['a', 'x', 'c', 'd'], runs: changed }, ['a', 'b', 'c'], 3, [before])).toEqual([[1, 3]]);
});

describe('links of a text', () => {
  it('are found outside of code, each once, and shown as links of Markdown', () => {
    const written = text('[[A b|c*]] [[@x]] `[[no]]` [[#T g]] [[@x]]', '```', '[[no]]', '```', '[[i:abcdefghijkl]]');
    expect(linksIn(written)).toEqual(['A b', '@x', '#T g', 'i:abcdefghijkl']);
    const shown = withLinks(written, { 'A b': { id: 'abcdefghijkl', title: 'A B' } });
    expect(shown).toContain('[c\\*](/i/abcdefghijkl)');
    expect(shown).toContain('[@x](/@x)');
    expect(shown).toContain('[\\#T g](/t/t-g)');
    expect(shown).toContain('`[[no]]`');
    expect(withLinks('[[nowhere (yet)]]', {})).toBe('[nowhere \\(yet\\)](/find?value=nowhere%20%28yet%29)');
  });

  it('take time by the length of a text alone', () => {
    // The square of these lengths would take longer than a test may.
    for (const hostile of [
      '[['.repeat(300_000),
      '`'.repeat(600_000),
      '`a``b```c'.repeat(60_000),
      `[[a${'|'.repeat(500_000)}`,
    ])
      expect(linksIn(hostile)).toBeInstanceOf(Array);
  });
});

describe('what goes on from an earlier state', () => {
  const base = { fields: { title: 'A' }, text: 'one\ntwo\nthree' };
  it('has what others changed since, and is nothing where both changed the same', () => {
    const mine = { fields: { title: 'A' }, text: 'ONE\ntwo\nthree' };
    const theirs = { fields: { title: 'B' }, text: 'one\ntwo\nTHREE' };
    expect(broughtUp(base, mine, theirs)).toEqual({ fields: { title: 'B' }, text: 'ONE\ntwo\nTHREE' });
    expect(broughtUp(base, mine, { ...base, text: 'uno\ntwo\nthree' })).toBeUndefined();
    expect(broughtUp(base, { ...base, fields: { title: 'C' } }, theirs)).toBeUndefined();
  });
});
