import { parse } from 'csv-parse/sync';
import { AppError } from '#shared/app-error.ts';
import { isbn13 } from '#shared/items/isbn.ts';
import { reviewMarkdown } from './review-markdown.ts';

/** What an import takes from one row. Absent is what the file does not say or says unusably. */
export type GoodreadsRow = {
  /** Counts records from 1, the first after the heading. */
  row: number;
  title: string;
  authors: string[];
  goodreads?: number;
  isbn?: string;
  year?: number;
  /** As written, 1 to 5; absent where the book was not rated. */
  rating?: number;
  /** Our Markdown; empty for a rating alone. */
  text: string;
  /** Calendar day `YYYY-MM-DD` of reading. */
  experiencedOn?: string;
  /** Calendar day that the review is dated by: of reading, or else of adding. */
  on?: string;
};

export const maxRows = 20_000;
/** Goodreads writes 31 at most. Every row costs time for each column, so that a heading without end would cost it without end. */
const maxColumns = 100;

/** The columns that are read, by heading. `Private Notes` is not among them, so no parsed row ever holds one. */
const columns = [
  'Book Id',
  'Title',
  'Author',
  'Additional Authors',
  'ISBN',
  'ISBN13',
  'My Rating',
  'Year Published',
  'Original Publication Year',
  'Date Read',
  'Date Added',
  'My Review',
  'Spoiler',
] as const;
type Column = (typeof columns)[number];
type Row = Partial<Record<Column, string>>;
const needed: readonly Column[] = ['Book Id', 'Title', 'Author', 'My Rating'];

/**
 * Reads a Goodreads library export: any set of columns that has the needed ones, in any order.
 * @throws import_unreadable, import_too_long
 */
export function readGoodreads(text: string): GoodreadsRow[] {
  return readRecords(text).map((record, index) => readRow(record, index + 1));
}

function readRecords(text: string): Row[] {
  const wanted = new Set<string>(columns);
  let headed = false;
  try {
    const records = parse<Row>(text, {
      bom: true,
      // A column that is not wanted is left out here, before anything keeps it.
      columns: (heading: string[]) => {
        headed = true;
        if (heading.length > maxColumns) throw new AppError('import_unreadable', 'The heading has too many columns');
        const names = heading.map((name) => name.trim());
        const missing = needed.filter((name) => !names.includes(name));
        if (missing.length > 0)
          throw new AppError('import_unreadable', `The heading has no column ${missing.join(', ')}`);
        return names.map((name, at) => (wanted.has(name) && names.indexOf(name) === at ? name : false));
      },
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // Spreadsheets write ="0195374614" without the quotes around it.
      relax_quotes: true,
      skip_empty_lines: true,
      to: maxRows + 1,
    });
    if (!headed) throw new AppError('import_unreadable', 'The file is empty');
    if (records.length > maxRows) throw new AppError('import_too_long', `An import takes at most ${maxRows} rows`);
    // Left out only here: the parser would look for the end of a file of blanks as long as it takes.
    return records.filter((record) => Object.values(record).some((value) => value.trim() !== ''));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('import_unreadable', 'The file is not comma-separated values as Goodreads writes them');
  }
}

function readRow(record: Row, row: number): GoodreadsRow {
  const goodreads = wholeNumber(record['Book Id']);
  const isbn = isbnOf(record.ISBN13) ?? isbnOf(record.ISBN);
  const year = wholeNumber(record['Original Publication Year']) ?? wholeNumber(record['Year Published']);
  const rating = Number(oneLine(record['My Rating']).replace(',', '.'));
  const read = dayOf(record['Date Read']);
  const on = read ?? dayOf(record['Date Added']);
  return {
    row,
    title: oneLine(record.Title),
    authors: authorsOf(record),
    ...(goodreads !== undefined && goodreads > 0 ? { goodreads } : {}),
    ...(isbn ? { isbn } : {}),
    ...(year !== undefined && year !== 0 && year >= -4000 && year <= 2100 ? { year } : {}),
    ...(rating === 0 || Number.isNaN(rating) ? {} : { rating }),
    text: reviewMarkdown(record['My Review'] ?? '', /^true$/i.test(oneLine(record.Spoiler))),
    ...(read ? { experiencedOn: read } : {}),
    ...(on ? { on } : {}),
  };
}

const oneLine = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/** A spreadsheet's `="…"` around a value is taken off. */
const unwrapped = (text: string | undefined) =>
  oneLine(text)
    .replace(/^="?(.*?)"?$/, '$1')
    .trim();

/** An ISBN that is one; spreadsheets turn some into 9.78E+12, which is none any more. */
const isbnOf = (text: string | undefined) => isbn13(unwrapped(text));

function wholeNumber(text: string | undefined): number | undefined {
  const written = unwrapped(text);
  return /^-?\d{1,12}(\.0*)?$/.test(written) ? Number(written) : undefined;
}

/** The author and the others, each once, at most twenty. */
function authorsOf(record: Row): string[] {
  const all = [
    oneLine(record.Author),
    ...oneLine(record['Additional Authors'])
      .split(',')
      .map((name) => name.trim()),
  ];
  return [...new Set(all.filter(Boolean))].slice(0, 20);
}

/** `YYYY/MM/DD` as `YYYY-MM-DD`, where the calendar has that day. */
function dayOf(text: string | undefined): string | undefined {
  const found = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(oneLine(text));
  if (!found) return undefined;
  const [, year = '', month = '', date = ''] = found;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}
