import { type Cell, round, type Table } from './result.ts';

const shown = (cell: Cell): string =>
  typeof cell === 'number' ? round(cell).toLocaleString('en-GB', { maximumFractionDigits: 6 }) : cell;

/** A table for the terminal: columns aligned, numbers to the right. */
export function tableText({ caption, columns, rows }: Table): string {
  const texts = rows.map((row) => row.map(shown));
  const widths = columns.map((column, at) => Math.max(column.length, ...texts.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[], kinds: readonly Cell[]) =>
    cells
      .map((cell, at) =>
        typeof kinds[at] === 'number' ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [caption, line(columns, rows[0] ?? []), ...texts.map((row, at) => line(row, rows[at] ?? []))].join('\n  ');
}

/** The same for the report. */
export function tableMarkdown({ caption, columns, rows }: Table): string {
  const aligns = columns.map((_, at) => (typeof rows[0]?.[at] === 'number' ? '--:' : '---'));
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [`${caption}:`, '', line(columns), line(aligns), ...rows.map((row) => line(row.map(shown)))].join('\n');
}
