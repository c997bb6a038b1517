import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { correctionCsv, reportCsv } from '#frontend/features/imports/report-csv.ts';
import { readExport } from '#functions/imports/formats/formats.ts';
import { csvRow } from '#shared/imports/rules.ts';
import type { RowReport } from '#shared/imports/schema.ts';
import fc from '#tests/setup/properties.ts';

const origin = 'https://commonplace.example';
const cellsOf = (rows: RowReport[]) => parse(reportCsv(rows, origin), { bom: true }) as string[][];
const saved = (title: string, more: Partial<RowReport> = {}): RowReport => ({
  row: 1,
  title,
  outcome: 'saved',
  ...more,
});

describe('the report of an import as CSV', () => {
  it('says row, title, outcome, reason and the address of the item', () => {
    expect(
      cellsOf([
        saved('Walden', { row: 7, itemId: '0abc' }),
        saved('', { outcome: 'refused', reason: 'No, "really"\nno' }),
      ]),
    ).toEqual([
      ['row', 'title', 'outcome', 'reason', 'item'],
      ['7', 'Walden', 'saved', '', `${origin}/i/0abc`],
      ['1', '', 'refused', 'No, "really"\nno', ''],
    ]);
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=HYPERLINK("https://evil.example","x")',
    '＝1+1',
    '  =1',
    '\n=1',
  ])('gives %j to no spreadsheet as a formula', (title) => {
    const [, row] = cellsOf([saved(title, { outcome: 'refused', reason: title })]);

    expect(row?.[1]).toBe(`'${title}`);
    expect(row?.[3]).toBe(`'${title}`);
  });

  it('begins with a mark by which spreadsheets know UTF-8, and keeps every title', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (titles) => {
        const text = reportCsv(
          titles.map((title, index) => saved(title, { row: index + 1 })),
          origin,
        );
        expect(text.startsWith('\uFEFF')).toBe(true);
        const read = (parse(text, { bom: true }) as string[][]).slice(1).map(([, title = '']) => title);
        expect(read.map((title, index) => title === titles[index] || title === `'${titles[index]}`)).toEqual(
          titles.map(() => true),
        );
      }),
    );
  });
});

describe('the rows that were refused', () => {
  it('are a table that can be corrected and imported, without the others', () => {
    const table = correctionCsv([
      saved('Taken'),
      saved('=1+1', {
        row: 2,
        outcome: 'refused',
        reason: 'It has no number',
        input: {
          title: '=1+1',
          book: { title: '=1+1', authors: ['A. Writer'] },
          private: true,
          tags: ['one'],
          rating: 4,
        },
      }),
    ]);

    const [heading = [], row = []] = parse(table, { bom: true }) as string[][];
    row[heading.indexOf('goodreads')] = '12';

    const { format, saves } = readExport([heading, row].map(csvRow).join('\n'));

    expect(format).toBe('commonplace-csv');
    expect(saves).toEqual([
      {
        row: 1,
        title: '=1+1',
        book: { title: '=1+1', authors: ['A. Writer'], goodreads: 12 },
        private: true,
        tags: ['one'],
        rating: 4,
        problems: [],
      },
    ]);
  });
});
