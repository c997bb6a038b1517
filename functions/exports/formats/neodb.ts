import type { Stage } from '#shared/items/kind.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { addressOf, type Kept, pageHere, type Subject, stageOf } from '../kept.ts';
import type { Format, Source } from '../part.ts';
import { csvRow } from './csv.ts';
import { ofReviewed, ofSaves } from './saves-part.ts';

const statusOf: Record<Stage, string> = {
  wanted: 'wishlist',
  current: 'progress',
  finished: 'complete',
  stopped: 'dropped',
};

/** Marks as NeoDB writes them, and a column of our own that says what is private. */
export const neodbMarks: Format = {
  ending: '-neodb-marks.csv',
  contentType: 'text/csv; charset=utf-8',
  start: async () => csvRow(['title', 'info', 'links', 'timestamp', 'status', 'rating', 'comment', 'tags', 'private']),
  parts: [ofSaves(markRow), ofReviewed(markRow)],
  end: '',
};

/** Reviews as NeoDB writes them, where they have a text. */
export const neodbReviews: Format = {
  ending: '-neodb-reviews.csv',
  contentType: 'text/csv; charset=utf-8',
  start: async () => csvRow(['title', 'info', 'links', 'timestamp', 'title', 'content']),
  parts: [ofSaves(reviewRow), ofReviewed(reviewRow)],
  end: '',
};

function markRow(kept: Kept, source: Source): string {
  const { save, review } = kept;
  const stage = save ? stageOf(kept) : 'finished';
  return csvRow([
    ...subjectCells(kept, source),
    (save ?? review)?.at,
    stage ? statusOf[stage] : '',
    // Grades go from 1 to 10.
    review && review.rating * 2,
    save?.note,
    save?.tags.join(' '),
    save?.private ? 'yes' : 'no',
  ]);
}

function reviewRow(kept: Kept, source: Source): string | undefined {
  const { review } = kept;
  return review?.text ? csvRow([...subjectCells(kept, source), review.at, '', review.text]) : undefined;
}

/** Title, what is known of it, and where it is: first its page on the site that writes, then elsewhere. */
function subjectCells({ about, save }: Kept, source: Source) {
  const links = [pageHere(about, source, save), addressOf(about, source, save)];
  return [about.title, infoOf(about), [...new Set(links)].filter(Boolean).join(' ')] as const;
}

function infoOf({ kind, fields }: Subject): string {
  const book = kinds[kind].catalogued?.(fields);
  if (!book) return '';
  return [
    book.isbn && `isbn:${book.isbn}`,
    book.year !== undefined && `pub_year:${book.year}`,
    book.authors.length > 0 && `author:${book.authors.join('/')}`,
  ]
    .filter(Boolean)
    .join(' ');
}
