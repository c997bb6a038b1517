import type { RowReport } from '#shared/imports/schema.ts';

/** A cell that no spreadsheet takes for a formula, quoted. Source: OWASP, CSV injection. */
function cell(value: string | number): string {
  const text = String(value);
  const plain = typeof value === 'string' && /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${plain.replace(/"/g, '""')}"`;
}

/** The report of an import as CSV, with a mark that spreadsheets read as UTF-8. */
export function reportCsv(rows: readonly RowReport[], origin: string): string {
  const lines = rows.map(({ row, title, outcome, reason = '', itemId }) =>
    [row, title, outcome, reason, itemId ? `${origin}/i/${itemId}` : ''].map(cell).join(','),
  );
  return `\uFEFF${['row,title,outcome,reason,item', ...lines].join('\r\n')}\r\n`;
}
