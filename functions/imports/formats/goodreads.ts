import { isbn13 } from '#shared/items/isbn.ts';
import { readTable } from './csv-table.ts';
import { given, type ImportedBook, type ImportedReading, type ImportedSave } from './imported-save.ts';
import { reviewMarkdown } from './review-markdown.ts';
import { takeShelf, takeShelves } from './shelves.ts';
import { oneLine, severalLines } from './written-text.ts';
import { dayOf, noonOf } from './written-times.ts';

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
  'Bookshelves',
  'Exclusive Shelf',
  'My Review',
  'Spoiler',
  'Private Notes',
  'Read Count',
  'Private',
] as const;
type Row = Partial<Record<(typeof columns)[number], string>>;

/**
 * Reads a Goodreads library export. What it holds as private notes is nowhere but in `privateNote`.
 * @throws import_unreadable, import_too_long
 */
export function readGoodreads(text: string): ImportedSave[] {
  const needed = ['Book Id', 'Title', 'Author', 'My Rating'] as const;
  return readTable(text, { of: 'Goodreads', names: columns, needed }).map((record, index) =>
    readRow(record, index + 1),
  );
}

/** The shelves that everybody has there, which `Bookshelves` names again. */
const builtIn = ['to-read', 'currently-reading', 'read'];

function readRow(record: Row, row: number): ImportedSave {
  const rating = ratingOf(record['My Rating']);
  const read = dayOf(record['Date Read']);
  const exclusive = takeShelf(record['Exclusive Shelf'] ?? '');
  const own = takeShelves((record.Bookshelves ?? '').split(','), [record['Exclusive Shelf'] ?? '', ...builtIn]);
  const shelves = [...new Set([...own.shelves, ...exclusive.shelves])];
  const text = reviewMarkdown(record['My Review'] ?? '', /^true$/i.test(oneLine(record.Spoiler)));
  const book = bookOf(record);
  const readings: ImportedReading[] = read
    ? [{ finished: read, ...(exclusive.stage === 'stopped' ? { stopped: true as const } : {}) }]
    : [];
  return {
    row,
    title: book.title,
    book,
    ...given('at', noonOf(dayOf(record['Date Added']))),
    ...given('private', saidPrivate(record.Private)),
    ...given('privateNote', severalLines(record['Private Notes'] ?? '')),
    tags: [],
    ...given('stage', exclusive.stage),
    ...(shelves.length > 0 ? { shelves } : {}),
    ...(readings.length > 0 ? { readings } : {}),
    ...given('rating', rating),
    text,
    ...given('experiencedOn', read),
    problems: [...own.problems, ...exclusive.problems, ...countProblems(record['Read Count'], readings.length)],
  };
}

function bookOf(record: Row): ImportedBook {
  const goodreads = wholeNumber(record['Book Id']);
  const isbn = isbnOf(record.ISBN13) ?? isbnOf(record.ISBN);
  const year = wholeNumber(record['Original Publication Year']) ?? wholeNumber(record['Year Published']);
  return {
    title: oneLine(record.Title),
    authors: takeAuthors([oneLine(record.Author), ...oneLine(record['Additional Authors']).split(',')]),
    ...given('goodreads', goodreads !== undefined && goodreads > 0 ? goodreads : undefined),
    ...given('isbn', isbn),
    ...given('year', takeYear(year)),
  };
}

/** Whether a table says that a row is private, in a column that only our exports have. */
export function saidPrivate(cell: string | undefined): boolean | undefined {
  const written = oneLine(cell).toLowerCase();
  return written === '' ? undefined : !['no', 'false', '0'].includes(written);
}

/** A spreadsheet's `="…"` around a value is taken off. */
const unwrapped = (text: string | undefined) =>
  oneLine(text)
    .replace(/^="?(.*?)"?$/, '$1')
    .trim();

/** An ISBN that is one; spreadsheets turn some into 9.78E+12, which is none any more. */
export const isbnOf = (text: string | undefined) => isbn13(unwrapped(text).slice(0, 40));

export function wholeNumber(text: string | undefined): number | undefined {
  const written = unwrapped(text);
  return /^-?\d{1,12}(\.0*)?$/.test(written) ? Number(written) : undefined;
}

export const takeYear = (year: number | undefined) =>
  year !== undefined && year !== 0 && year >= -4000 && year <= 2100 ? year : undefined;

/** Stars as written; none where the book was not rated. */
export function ratingOf(text: string | undefined): number | undefined {
  const rating = Number(oneLine(text).replace(',', '.'));
  return rating === 0 || Number.isNaN(rating) ? undefined : rating;
}

/** Authors, each once, at most twenty. */
export const takeAuthors = (names: readonly string[]) =>
  [...new Set(names.map((name) => name.trim()).filter(Boolean))].slice(0, 20);

/** The file tells how often a book was read, and the day of the last time only. */
function countProblems(written: string | undefined, dated: number): string[] {
  const count = wholeNumber(written) ?? 0;
  if (count <= 1 || count <= dated) return [];
  return [
    `It was read ${count} times; the file has ${dated === 0 ? 'no date of it' : 'the date of the last time only'}`,
  ];
}
