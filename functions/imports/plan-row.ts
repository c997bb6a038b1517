import { book } from '#shared/items/kinds/book.ts';
import { newReview } from '#shared/reviews/schema.ts';
import type { ImportedSave } from './formats/imported-save.ts';

/** What is to be done for a row: everything it needs, or why nothing can be done. */
export type PlannedRow = { row: number; title: string } & (
  | { refused: string }
  | { fields: Record<string, unknown>; review?: PlannedReview; reviewWithoutRating?: true }
);
/** `on` is the day that the review is dated by. */
export type PlannedReview = { rating: number; text: string; experiencedOn?: string; on?: string };

/** Decides what a row asks for, by the same schemas that the operations check. */
export function planRow({ row, title, book: written, rating, text = '', experiencedOn, at }: ImportedSave): PlannedRow {
  const about = { row, title: title.slice(0, 300).toWellFormed() };
  if (written?.goodreads === undefined && written?.isbn === undefined) {
    return { ...about, refused: 'It has neither a Book Id nor an ISBN, so the book cannot be told from others' };
  }
  const fields = written;
  const checked = book.schema.safeParse(fields);
  if (!checked.success) return { ...about, refused: reasonOf(checked.error.issues) };
  if (rating === undefined) return { ...about, fields, ...(text ? { reviewWithoutRating: true } : {}) };
  const review = { rating, text, experiencedOn };
  const read = newReview.safeParse(review);
  if (!read.success) return { ...about, refused: reasonOf(read.error.issues, 'the review’s ') };
  return { ...about, fields, review: { ...review, text: read.data.text, on: experiencedOn ?? at?.slice(0, 10) } };
}

function reasonOf(issues: readonly { path: PropertyKey[]; message: string }[], of = ''): string {
  return [...new Set(issues.map(({ path, message }) => `${of}${String(path[0] ?? 'row')}: ${message}`))]
    .join('; ')
    .slice(0, 300);
}

/** Rows a chunk may hold, so that one step stays well within a request; and its bytes, well below DynamoDB's 400 KB. */
const chunkRows = 25;
const chunkBytes = 250_000;

/** Cuts planned rows into the steps of an import. */
export function chunksOf(rows: readonly PlannedRow[]): PlannedRow[][] {
  const chunks: PlannedRow[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row));
    const current = chunks.at(-1);
    if (!current || current.length >= chunkRows || bytes + size > chunkBytes) {
      chunks.push([row]);
      bytes = size;
    } else {
      current.push(row);
      bytes += size;
    }
  }
  return chunks;
}
