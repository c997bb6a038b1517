import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

type Extensions = { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };

/** A remark plugin: tables, as GitHub's Markdown has them. */
export function readTables(this: { data: () => object }): void {
  const data: Extensions = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable()];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmTableFromMarkdown()];
}

const blank = /^[ \t]*$/;
/** What may be the line between the head of a table and its rows. */
const rule = /^(?=.*[|:])[-|:][-|: \t]*$/;
/** A line at the margin that begins nothing else: no list, quote, heading, break, code or HTML. */
const row = /^(?:[|[\p{L}]|\d+(?![\d.)]))/u;
/** What a table costs besides its cells, in cells. */
const perTable = 10;

/** The cells of a row: what stands between bars that nothing escapes. */
export function cellsOf(line: string): string[] {
  const cells = [''];
  for (const [part] of line.matchAll(/\\[\\|]|\\|\||[^\\|]+/g)) {
    if (part === '|') cells.push('');
    else cells.push(`${cells.pop()}${part}`);
  }
  if (cells.length > 1 && blank.test(cells[0] ?? '')) cells.shift();
  if (cells.length > 1 && blank.test(cells.at(-1) ?? '')) cells.pop();
  return cells;
}

/** Looks for the tables of a text, line by line. */
export class Tables {
  /** Cells so far, at most: short rows are filled up, so that a thousand columns make as many of each line that follows. */
  cells = 0;
  #columns = 0;
  #head: string | undefined;
  #isAfterBlank = true;
  #isSure = false;

  /**
   * Takes the next line; `within`: what is left of it behind the marks of quotes and lists. Whether it is a row beyond
   * doubt, whose cells are read each for itself; what may as well be a paragraph is none.
   */
  isRow(line: string, within: string): boolean {
    const isBlank = blank.test(within);
    if (isBlank) this.#columns = 0;
    if (rule.test(within.trim())) {
      this.#columns = Math.max(this.#columns, within.match(/-+/g)?.length ?? 0);
      this.cells += perTable + this.#columns;
    }
    if (this.#columns > 0) this.cells += Math.max(this.#columns, within.split('|').length);
    const begins = this.#head !== undefined && /^[-|:](?![ \t])/.test(line) && isRuleOf(line, this.#head);
    this.#isSure = begins || (this.#isSure && row.test(line));
    this.#head = this.#isAfterBlank && row.test(line) ? line : undefined;
    this.#isAfterBlank = blank.test(line);
    return this.#isSure;
  }

  /** Code begins, in which nothing is a table. */
  end(): void {
    [this.#columns, this.#head, this.#isAfterBlank, this.#isSure] = [0, undefined, false, false];
  }
}

function isRuleOf(line: string, head: string): boolean {
  const cells = cellsOf(line);
  return (
    /[|:]/.test(line) &&
    !/^\|[ \t]*$/.test(head) &&
    cells.every((cell) => /^[ \t]*:?-+:?[ \t]*$/.test(cell)) &&
    cells.length === cellsOf(head).length
  );
}
