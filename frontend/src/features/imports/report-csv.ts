import { commonplaceCells, commonplaceColumns } from '#shared/imports/commonplace.ts';
import { csvRow, guardedCell } from '#shared/imports/rules.ts';
import type { RowReport } from '#shared/imports/schema.ts';

/** A table with a mark that spreadsheets read as UTF-8. */
const table = (rows: readonly (readonly string[])[]) => `\uFEFF${rows.map(csvRow).join('\r\n')}\r\n`;

/** The report of an import as CSV. */
export function reportCsv(rows: readonly RowReport[], origin: string): string {
  return table([
    ['row', 'title', 'outcome', 'reason', 'item'],
    ...rows.map(({ row, title, outcome, reason = '', itemId }) => [
      String(row),
      ...[title, outcome, reason, itemId ? `${origin}/i/${itemId}` : ''].map(guardedCell),
    ]),
  ]);
}

/** The rows that were refused as a table that can be corrected and imported, with the reason of each beside it. */
export function correctionCsv(rows: readonly RowReport[]): string {
  return table([
    ['row', 'reason', ...commonplaceColumns],
    ...toCorrect(rows).map(({ row, reason = '', input = {} }) => {
      const cells = commonplaceCells(input);
      return [String(row), guardedCell(reason), ...commonplaceColumns.map((column) => cells[column])];
    }),
  ]);
}

export const toCorrect = (rows: readonly RowReport[]) => rows.filter(({ input }) => input !== undefined);
