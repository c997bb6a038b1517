import { stringify } from 'csv-stringify/sync';
import { guardedCell } from '#shared/imports/rules.ts';

/** A cell: text is guarded against being taken for a formula; what we make ourselves goes as it is. */
export type Cell = string | number | undefined | { asIs: string };

/** A row of a table, ended as RFC 4180 says. An import of ours takes the guard off again. */
export function csvRow(cells: readonly Cell[]): string {
  return stringify([cells.map(writtenCell)], { record_delimiter: '\r\n', quote_record_delimiter: true });
}

function writtenCell(cell: Cell): string {
  if (typeof cell === 'object') return cell.asIs;
  return cell === undefined ? '' : typeof cell === 'number' ? String(cell) : guardedCell(cell);
}
