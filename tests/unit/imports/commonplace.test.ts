import { describe, expect, it } from 'vitest';
import { readExport } from '#functions/imports/formats/formats.ts';
import { commonplaceCells, commonplaceColumns, type ExportedSave } from '#shared/imports/commonplace.ts';
import { guardedCell, unguardedCell } from '#shared/imports/rules.ts';
import fc from '#tests/setup/properties.ts';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const asJson = (saves: readonly unknown[]) => JSON.stringify({ format: 'commonplace', version: 1, saves });
const asTable = (saves: readonly ExportedSave[]) =>
  [
    ['problem', ...commonplaceColumns].join(','),
    ...saves.map((save) => {
      const cells = commonplaceCells(save);
      return ['why', ...commonplaceColumns.map((column) => cells[column])].map(quoted).join(',');
    }),
  ].join('\r\n');

const full: ExportedSave = {
  title: '=1+1',
  url: 'https://example.org/a',
  description: 'A page',
  at: '2021-03-21T14:39:19Z',
  private: false,
  note: '-5 degrees,\n"cold"',
  privateNote: "'quoted'",
  tags: ['one', 'two-words'],
  stage: 'wanted',
  shelf: 'to-read',
  shelves: ['mine'],
  readings: [
    { started: '2021-01-01', finished: '2021-01-05' },
    { finished: '2022-01-01', stopped: true },
  ],
  rating: 4.5,
  text: '@you should read it',
  experiencedOn: '2022-01-01',
};
const book: ExportedSave = {
  title: 'The Republic',
  book: {
    title: 'The Republic',
    authors: ['Plato', 'Jowett, Benjamin'],
    year: -380,
    isbn: '9780195374612',
    goodreads: 30289,
  },
  private: true,
  tags: [],
};
const place: ExportedSave = {
  title: 'A place',
  item: { kind: 'place', fields: { name: 'A place', position: { lat: 1.5, lon: -2 } } },
  private: true,
  tags: [],
};

describe('our own file', () => {
  it.each([
    ['JSON', 'commonplace', asJson],
    ['a table', 'commonplace-csv', asTable],
  ] as const)('gives back as %s what was written', (_, format, write) => {
    const found = readExport(write([full, book, place]));

    expect(found.format).toBe(format);
    expect(found.saves).toEqual([
      { row: 1, ...full, problems: [] },
      { row: 2, ...book, problems: [] },
      { row: 3, ...place, problems: [] },
    ]);
  });

  it('leaves out what is wrong in a save, tells it and keeps the rest', () => {
    const { saves } = readExport(
      asJson([
        { url: 'https://example.org/a', title: 'A', rating: 'many', experiencedOn: '2021-02-30', note: 'Mine' },
        7,
        {},
      ]),
    );

    expect(saves[0]).toMatchObject({ title: 'A', note: 'Mine', private: true });
    expect(saves[0]?.rating).toBeUndefined();
    expect(saves[0]?.problems).toEqual([
      expect.stringMatching(/^rating is left out: /),
      'experiencedOn is left out: is no day of the calendar',
    ]);
    expect(saves.slice(1).map(({ refused }) => refused)).toEqual(['It has no address', 'It has no address']);
  });

  it('has nothing nested without end in it, as no row of the table takes', () => {
    const fields = { title: 'A book', more: JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown };
    const [save] = readExport(asJson([{ title: 'A book', item: { kind: 'book', fields } }])).saves;
    expect(save?.item).toBeUndefined();
    expect(save?.problems).toContain('item is left out: is nested too deeply');
    const [cells] = readExport(asTable([{ title: 'A book', item: { kind: 'book', fields } }])).saves;
    expect(cells?.item).toBeUndefined();
  });

  it('of another version is not guessed at', () => {
    expect(() => readExport('{"format":"commonplace","version":2,"saves":[]}')).toThrow('version');
  });
});

describe('a cell', () => {
  it.each(['=1+1', '+1 more', '-x', '@sum', '\t=1', ' =1', "'=1", '\n', '＝1'])('of %j begins no formula', (text) => {
    expect(guardedCell(text)).toMatch(/^'/);
  });

  it.each(['380', '4.5', 'plain', "'tis", "''", ''])('of %j stays as it is', (text) => {
    expect(guardedCell(text)).toBe(text);
    expect(unguardedCell(text)).toBe(text);
  });

  it('is given back as it was, whatever it holds', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("'", '=', '-', '+', '@', '\t', '\n', ' ', '1', 'a') }),
    );
    fc.assert(fc.property(text, (cell) => unguardedCell(guardedCell(cell)) === cell));
  });
});
