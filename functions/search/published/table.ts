import type { Key, Row } from '#functions/table/table.ts';
import { writeRows } from '#functions/table/table.ts';
import type { SearchDocument } from '#shared/search/findable.ts';
import { tieOf } from '../cursor.ts';

/** What begins the key of every row that the pipeline takes to OpenSearch: it is told by the key, for a deletion has no more. */
export const publishedPrefix = 'FOUND#';

/** A document as OpenSearch wants it: a position by other names, and hours as stretches of minutes. */
export type PublishedRow = Row & { type: 'searchDocument' } & Omit<SearchDocument, 'position' | 'open'> & {
    position?: { lat: number; lon: number };
    open?: { gte: number; lt: number }[];
    tie: string;
  };

const keyOf = (name: string): Key => ({ pk: `${publishedPrefix}${name}`, sk: 'FOUND' });

/** A document as a row of its own. */
export function publishedRow({ position, open, ...document }: SearchDocument): PublishedRow {
  const stretches = open?.flatMap((gte, n) => (n % 2 === 0 ? [{ gte, lt: open[n + 1] ?? gte }] : []));
  return {
    ...keyOf(document.key),
    type: 'searchDocument',
    ...document,
    tie: tieOf(document),
    ...(position ? { position: { lat: position.latitude, lon: position.longitude } } : {}),
    ...(stretches ? { open: stretches } : {}),
  };
}

/** The document of such a row. */
export function documentOfRow({
  position,
  open: _,
  pk: _pk,
  sk: _sk,
  type: _type,
  tie: _tie,
  ...rest
}: PublishedRow): SearchDocument {
  return {
    ...(rest as Omit<SearchDocument, 'position' | 'open'>),
    ...(position ? { position: { latitude: position.lat, longitude: position.lon } } : {}),
  };
}

/** Writes documents as rows, and takes away those of names that are not to be found. A write unit each for a KB. */
export async function writePublished(documents: readonly SearchDocument[], gone: readonly string[]): Promise<void> {
  await writeRows([
    ...documents.map((document) => ({ put: publishedRow(document) })),
    ...gone.map((name) => ({ delete: keyOf(name) })),
  ]);
}
