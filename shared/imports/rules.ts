/** What a spreadsheet would take for the start of a formula, or skip on its way to one. Source: OWASP, CSV injection. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** A cell that no spreadsheet takes for a formula: with a ' before it where one might. */
export function guardedCell(text: string): string {
  return formula.test(text.replace(/^'+/, '')) ? `'${text}` : text;
}

/** A cell as it was before `guardedCell`, which of all texts gives back the same. */
export function unguardedCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.replace(/^'+/, '')) ? cell.slice(1) : cell;
}

/** A row of a table as comma-separated values. */
export function csvRow(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(',');
}
