import { book as bookKind } from '#shared/items/kinds/book.ts';
import { readTable } from './csv-table.ts';
import { isbnOf, ratingOf, saidPrivate, takeAuthors, takeYear, wholeNumber } from './goodreads.ts';
import { given, type ImportedBook, type ImportedSave } from './imported-save.ts';
import { takeShelf } from './shelves.ts';
import { takeAddress } from './written-address.ts';
import { takeTags } from './written-tags.ts';
import { oneLine, severalLines } from './written-text.ts';
import { takeTime } from './written-times.ts';

const columns = [
  'title',
  'info',
  'links',
  'timestamp',
  'status',
  'rating',
  'comment',
  'tags',
  'private',
  'title 2',
  'content',
] as const;
type Row = Partial<Record<(typeof columns)[number], string>>;

/**
 * Reads NeoDB's tables of marks and of reviews. Books are books; films, music and all else are kept by their address.
 * @throws import_unreadable, import_too_long
 */
export function readNeoDb(text: string): ImportedSave[] {
  const needed = ['title', 'links', 'timestamp'] as const;
  return readTable(text, { of: 'NeoDB', names: columns, needed }).map((record, index) => readRow(record, index + 1));
}

function readRow(record: Row, row: number): ImportedSave {
  const status = takeShelf(record.status ?? '');
  const time = takeTime(record.timestamp);
  const tags = takeTags((record.tags ?? '').split(/\s/));
  const grade = ratingOf(record.rating);
  const review = reviewOf(record);
  const about = aboutOf(record);
  return {
    row,
    title: oneLine(record.title),
    ...about,
    ...given('at', time.at),
    ...given('private', saidPrivate(record.private)),
    ...given('note', severalLines(record.comment ?? '')),
    tags: tags.tags,
    ...given('stage', status.stage),
    ...(status.shelves.length > 0 ? { shelves: status.shelves } : {}),
    // Grades go from 1 to 10.
    ...given('rating', grade === undefined ? undefined : grade / 2),
    // Marks and reviews come in files of their own: neither says anything of the other.
    ...given('text', review),
    ...(record.content === undefined ? {} : { reviewOnly: true as const }),
    problems: [...time.problems, ...status.problems, ...tags.problems],
  };
}

function aboutOf(record: Row): { book: ImportedBook } | { url: string; refused?: string } {
  const links = (record.links ?? '').split(/\s+/).filter(Boolean).slice(0, 50);
  const book = bookOf(record, links);
  if (book) return { book };
  const addresses = links.map(takeAddress);
  // The first is NeoDB's own page of it; the next one is where it comes from.
  return addresses.slice(1).find(({ refused }) => !refused) ?? addresses[0] ?? takeAddress('');
}

function bookOf(record: Row, links: readonly string[]): ImportedBook | undefined {
  const info = infoOf(record.info ?? '');
  const names = new Map(links.flatMap((link) => bookKind.recognise(link)).map((name) => pair(name, ':')));
  const found = {
    ...given('isbn', isbnOf(info.get('isbn')) ?? names.get('isbn')),
    ...given('goodreads', wholeNumber(names.get('goodreads'))),
    ...given('openLibrary', names.get('openlibrary')),
    ...given('gutenberg', wholeNumber(names.get('gutenberg'))),
  };
  if (Object.keys(found).length === 0) return undefined;
  return {
    title: oneLine(record.title),
    authors: takeAuthors((info.get('author') ?? '').split('/')),
    ...found,
    ...given('year', takeYear(wholeNumber(info.get('pub_year') ?? info.get('year')))),
  };
}

/** `isbn:9780140328721 pub_year:1988 author:Roald Dahl/Quentin Blake`, where values may have spaces. */
function infoOf(text: string): Map<string, string> {
  const parts = oneLine(text.slice(0, 5000)).split(/(?:^| )(?=[a-z_]{2,20}:)/);
  return new Map(parts.map((part) => pair(part, ':')));
}

function pair(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign);
  return [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
}

/** The review under its own title; NeoDB writes Markdown too. */
function reviewOf(record: Row): string | undefined {
  const title = oneLine(record['title 2']).replace(/[*_\\[\]<>`]/g, '\\$&');
  const content = severalLines(record.content ?? '');
  return content === undefined ? undefined : title === '' ? content : `**${title}**\n\n${content}`;
}
