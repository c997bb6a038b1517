/** What a spreadsheet would take for the start of a formula, or skip on its way to one. Source: OWASP, CSV injection. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
const number = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;

/** A cell that no spreadsheet takes for a formula: with a ' before it where one might. A plain number is none. */
export function guardedCell(text: string): string {
  return !number.test(text) && formula.test(text.replace(/^'+/, '')) ? `'${text}` : text;
}

/** A cell as it was before `guardedCell`, which of all texts gives back the same. */
export function unguardedCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.replace(/^'+/, '')) ? cell.slice(1) : cell;
}
