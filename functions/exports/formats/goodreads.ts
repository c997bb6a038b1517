import type { Catalogued, Stage } from '#shared/items/kind.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { type Kept, stageOf } from '../kept.ts';
import type { Format } from '../part.ts';
import { type Cell, csvRow } from './csv.ts';
import { escapedText } from './html-text.ts';
import { ofReviewed, ofSaves } from './saves-part.ts';

/** The columns that Goodreads writes, and one of our own, which says what is private: Goodreads reads past it. */
const columns = [
  'Book Id',
  'Title',
  'Author',
  'Author l-f',
  'Additional Authors',
  'ISBN',
  'ISBN13',
  'My Rating',
  'Average Rating',
  'Publisher',
  'Binding',
  'Number of Pages',
  'Year Published',
  'Original Publication Year',
  'Date Read',
  'Date Added',
  'Bookshelves',
  'Bookshelves with positions',
  'Exclusive Shelf',
  'My Review',
  'Spoiler',
  'Private Notes',
  'Read Count',
  'Owned Copies',
  'Private',
] as const;

const shelfOf: Record<Stage, string> = {
  wanted: 'to-read',
  current: 'currently-reading',
  finished: 'read',
  stopped: 'did-not-finish',
};

/** A library as Goodreads writes it: of kinds that catalogues of books have, saved or reviewed. */
export const goodreads: Format = {
  ending: '-goodreads.csv',
  contentType: 'text/csv; charset=utf-8',
  start: async () => csvRow(columns),
  parts: [ofSaves(bookRow), ofReviewed(bookRow)],
  end: '',
};

function bookRow(kept: Kept): string | undefined {
  const { about, save, review } = kept;
  const book = kinds[about.kind].catalogued?.(about.fields);
  if (!book) return undefined;
  const [author = '', ...others] = book.authors;
  // What was judged was read.
  const stage = save ? stageOf(kept) : 'finished';
  const exclusive = stage ? shelfOf[stage] : '';
  const readings = save?.readings ?? [];
  const finished = readings.filter((reading) => reading.finished && !reading.stopped).length;
  const cells: Record<(typeof columns)[number], Cell> = {
    'Book Id': book.goodreads,
    Title: book.title,
    Author: author,
    'Author l-f': lastFirst(author),
    'Additional Authors': others.join(', '),
    ...isbnCells(book),
    'My Rating': review?.rating ?? 0,
    'Average Rating': '',
    Publisher: '',
    Binding: '',
    'Number of Pages': '',
    'Year Published': '',
    'Original Publication Year': book.year,
    'Date Read': slashed(readings.findLast((reading) => reading.finished)?.finished ?? review?.experiencedOn),
    'Date Added': slashed((save ?? review)?.at.slice(0, 10)),
    Bookshelves: [...new Set([...(save?.shelves ?? []), ...(exclusive === 'read' ? [] : [exclusive])])]
      .filter(Boolean)
      .join(', '),
    'Bookshelves with positions': '',
    'Exclusive Shelf': exclusive,
    'My Review': writtenHtml(review?.text ?? ''),
    Spoiler: '',
    'Private Notes': save?.privateNote ?? '',
    'Read Count': finished || Number(stage === 'finished'),
    'Owned Copies': 0,
    Private: save?.private ? 'yes' : 'no',
  };
  return csvRow(columns.map((column) => cells[column]));
}

/** Goodreads writes ISBNs as formulas, so that spreadsheets leave their zeros alone. */
function isbnCells({ isbn = '' }: Catalogued) {
  const formula = (number: string) => ({ asIs: `="${number}"` });
  return { ISBN: formula(''), ISBN13: formula(isbn) };
}

/** Goodreads writes HTML; our Markdown stands in it as it was written. */
const writtenHtml = (text: string) => escapedText(text).replaceAll('\n', '<br/>');

const slashed = (day: string | undefined) => day?.replaceAll('-', '/');

function lastFirst(name: string): string {
  const at = name.lastIndexOf(' ');
  return at < 0 ? name : `${name.slice(at + 1)}, ${name.slice(0, at)}`;
}
