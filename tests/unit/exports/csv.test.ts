import { describe, expect, it } from 'vitest';
import { csvRow } from '#functions/exports/formats/csv.ts';
import { readTable } from '#functions/imports/formats/csv-table.ts';
import { hostile } from '#tests/worlds/keeper.ts';

const readBack = (text: string) => {
  const file = csvRow(['a', 'b', 'c']) + csvRow(['1', text, '3']) + csvRow(['4', '5', text]);
  return readTable(file, { of: 'a test', names: ['a', 'b', 'c'], needed: [] });
};

describe('a cell', () => {
  it.each(hostile.notes.map((text) => [text]))('%j comes back as it was', (text) => {
    expect(readBack(text)).toEqual([
      { a: '1', b: text, c: '3' },
      { a: '4', b: '5', c: text },
    ]);
  });
});

it('no cell is taken for a formula, but the ISBN of a file as Goodreads writes it', () => {
  for (const sign of ['=', '+', '-', '@', '\t=', '\r=', '\n=', '＝', ' =', '\u00a0='])
    expect(csvRow([`${sign}1+1`]), JSON.stringify(sign)).toMatch(/^"?'/);
  expect(csvRow(['-5', { asIs: '="9780306406157"' }])).toBe('\'-5,"=""9780306406157"""\r\n');
});
