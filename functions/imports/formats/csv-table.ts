import { type CsvError, parse } from 'csv-parse/sync';
import { AppError } from '#shared/app-error.ts';
import { unguardedCell } from '#shared/imports/rules.ts';
import { atMostRows, maxRows } from './limits.ts';

/** Goodreads writes 31 at most. Every row costs time for each column, so that a heading without end would cost it without end. */
const maxColumns = 100;

/** A table's columns: those that are read, and which of them it must have; `of` names who writes such tables. */
export type Columns<Name extends string> = { of: string; names: readonly Name[]; needed: readonly Name[] };

/**
 * Reads a table with a heading: any set of columns that has the needed ones, in any order and in capitals or not. The
 * second column of a name is read as `name 2`. What guards a cell in spreadsheets is taken off.
 * @throws import_unreadable, import_too_long
 */
export function readTable<Name extends string>(text: string, columns: Columns<Name>): Partial<Record<Name, string>>[] {
  const wanted = new Map(columns.names.map((name) => [name.toLowerCase(), name]));
  let headed = false;
  try {
    const records = parse<Record<string, string>>(text, {
      ...dialectOf(text),
      // A column that is not wanted is left out here, before anything keeps it.
      columns: (heading: string[]) => {
        headed = true;
        if (heading.length > maxColumns) throw new AppError('import_unreadable', 'The heading has too many columns');
        const names = columnNames(heading);
        const missing = columns.needed.filter((name) => !names.includes(name.toLowerCase()));
        if (missing.length > 0)
          throw new AppError('import_unreadable', `The heading has no column ${missing.join(', ')}`);
        return names.map((name) => wanted.get(name) ?? false);
      },
      to: maxRows + 1,
    });
    if (!headed) throw new AppError('import_unreadable', 'The file is empty');
    atMostRows(records.length);
    // Left out only here: the parser would look for the end of a file of blanks as long as it takes.
    return records.filter((record) => Object.values(record).some((value) => value.trim())).map(unguarded);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('import_unreadable', `The file is not a table as ${columns.of} writes it: ${wrongIn(error)}`);
  }
}

/** The heading of a table as column names, none where the text is no table. */
export function headingOf(text: string): string[] {
  try {
    const [heading = []] = parse(text.slice(0, 20_000), { ...dialectOf(text), to: 1 });
    return columnNames(heading);
  } catch {
    return [];
  }
}

function columnNames(heading: readonly string[]): string[] {
  const names = heading.slice(0, maxColumns).map((name) => name.trim().toLowerCase());
  return names.map((name, at) => {
    const before = names.slice(0, at).filter((other) => other === name).length;
    return before === 0 ? name : `${name} ${before + 1}`;
  });
}

/** Spreadsheets of some countries write semicolons or tabs for commas. */
function dialectOf(text: string) {
  const line = /^[^\r\n]{0,20000}/.exec(text)?.[0] ?? '';
  return {
    bom: true,
    delimiter: line.includes(',') ? ',' : line.includes(';') ? ';' : line.includes('\t') ? '\t' : ',',
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // Spreadsheets write ="0195374614" without the quotes around it.
    relax_quotes: true,
    skip_empty_lines: true,
  };
}

function unguarded<Name extends string>(row: Record<string, string>): Partial<Record<Name, string>> {
  for (const [name, cell] of Object.entries(row)) row[name] = unguardedCell(cell);
  return row as Partial<Record<Name, string>>;
}

function wrongIn(error: unknown): string {
  const { code, lines } = error as Partial<CsvError> & { lines?: number };
  return code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quotation mark is never closed' : `line ${lines ?? 1} cannot be read`;
}
