import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { createItem } from '#functions/items/create-item.ts';
import { AppError } from '#shared/app-error.ts';
import { isbn13 } from '#shared/items/isbn.ts';
import { contextOf, ensureHandle } from '../account.ts';
import { say } from '../terminal.ts';
import { eachRow } from './each-row.ts';

type Row = Partial<
  Record<'goodreads_book_id' | 'isbn' | 'authors' | 'original_publication_year' | 'title' | 'language_code', string>
>;

/** Whether a heading is that of goodbooks' books.csv. */
export const isGoodbooks = (heading: string) => /\bgoodreads_book_id\b/.test(heading);

/** The fields of a book from a row of goodbooks; what is missing or unusable is left out. */
export function goodbookFields(row: Row): Record<string, unknown> {
  const year = Math.trunc(Number(row.original_publication_year || Number.NaN));
  return {
    title: row.title,
    authors: (row.authors ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
      .slice(0, 20),
    year: Number.isNaN(year) || year === 0 ? undefined : year,
    // A spreadsheet took the zeros in front of it, and ISBN13 is past saving (9.78E+12).
    isbn: row.isbn ? isbn13(row.isbn.padStart(10, '0')) : undefined,
    goodreads: Number(row.goodreads_book_id) || undefined,
    language: languageOf(row.language_code ?? ''),
  };
}

/** A language tag from the three-letter codes of libraries: `fre` is `fr`. */
function languageOf(code: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(code)[0];
  } catch {
    return undefined;
  }
}

/** Loads the books of goodbooks' books.csv. */
export async function loadGoodbooks(file: string, limit: number): Promise<void> {
  const now = new Date();
  const rows = parse<Row>(readFileSync(file), {
    columns: true,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  await ensureHandle('loaded-goodbooks-1', 'goodbooks', now);
  const outcomes = await eachRow('Books', rows.slice(0, limit), async (row) => {
    try {
      const body = { kind: 'book' as const, fields: goodbookFields(row) };
      const { existing } = await createItem(
        { params: undefined, query: undefined, body },
        contextOf('loaded-goodbooks-1', now),
      );
      return existing ? 'here' : 'added';
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'invalid_input') throw error;
      say(`Not taken: ${row.title ?? 'a row without title'}: ${error.message}`);
      return 'refused';
    }
  });
  const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
  say(`${count('added')} books added, ${count('here')} were here already, ${count('refused')} refused.`);
  say('The listings follow as the projector catches up, about a hundred books a second.');
}
