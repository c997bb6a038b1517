import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportCsv } from '#frontend/features/imports/report-csv.ts';
import type { RowReport } from '#shared/imports/schema.ts';

const origin = 'https://commonplace.example';
const cellsOf = (rows: RowReport[]) => parse(reportCsv(rows, origin), { bom: true }) as string[][];
const posted = (title: string, more: Partial<RowReport> = {}): RowReport => ({
  row: 1,
  title,
  outcome: 'posted',
  ...more,
});

describe('the report of an import as CSV', () => {
  it('says row, title, outcome, reason and the address of the item', () => {
    expect(
      cellsOf([
        posted('Walden', { row: 7, itemId: '0abc' }),
        posted('', { outcome: 'refused', reason: 'No, "really"\nno' }),
      ]),
    ).toEqual([
      ['row', 'title', 'outcome', 'reason', 'item'],
      ['7', 'Walden', 'posted', '', `${origin}/i/0abc`],
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
    const [, row] = cellsOf([posted(title, { outcome: 'refused', reason: title })]);

    expect(row?.[1]).toBe(`'${title}`);
    expect(row?.[3]).toBe(`'${title}`);
  });

  it('begins with a mark by which spreadsheets know UTF-8, and keeps every title', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (titles) => {
        const text = reportCsv(
          titles.map((title, index) => posted(title, { row: index + 1 })),
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
