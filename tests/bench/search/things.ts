import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { ItemStanding } from '#functions/items/reader.ts';
import { itemStandingKey } from '#functions/items/reader.ts';
import type { Row } from '#functions/table/table.ts';
import type { SearchDocument } from '#shared/search/findable.ts';
import { misspelled } from '#tests/unit/search/misspelled.ts';

type Book = { title: string; authors: string };

/** The titles that are at hand: the ten thousand of goodbooks, else those that are meant by the misspelled searches. */
function books(): Book[] {
  const file = process.env.COMMONPLACE_DATA && join(process.env.COMMONPLACE_DATA, 'goodbooks/books.csv');
  if (file && existsSync(file)) return parse<Book>(readFileSync(file), { columns: true });
  return [...new Set(misspelled.map(([, title]) => title))].map((title) => ({ title, authors: 'Nobody Known' }));
}

const at = '2026-01-01T00:00:00Z';
const idOf = (n: number) => n.toString(36).padStart(12, '0').toUpperCase();

/**
 * So many books: each title once as it is, then with a word of another and a number. Each has thirty words of text, four
 * tags of five hundred, and a language of twelve.
 */
export function documents(count: number): SearchDocument[] {
  const all = books();
  const words = all.flatMap(({ title }) => title.split(' '));
  const word = (n: number) => words[(n * 7919) % words.length] ?? '';
  const languages = ['en', 'en', 'en', 'en', 'en', 'en', 'en', 'de', 'fr', 'es', 'it', 'pt'];
  return Array.from({ length: count }, (_, n) => {
    const book = all[n % all.length] ?? { title: '', authors: '' };
    return {
      key: `items:${idOf(n)}`,
      what: 'items',
      kind: 'book',
      title: n < all.length ? book.title : `${book.title} ${word(n)} ${n.toString(36)}`,
      also: book.authors,
      text: Array.from({ length: 30 }, (_, at) => word(n * 31 + at)).join(' '),
      tags: Array.from({ length: 4 }, (_, at) => `tag-${((n * 13 + at * 101) % 500).toString(36)}`),
      at,
      weight: 1 + (n % 100) / 50,
      best: (n % 90) / 100,
      language: languages[n % languages.length] ?? 'en',
      licence: 'CC-BY-SA-4.0',
      year: 1900 + (n % 120),
    };
  });
}

/** What the projector knows of each, from which hits are shown. */
export function standingOf({ key, title, also, tags }: SearchDocument): Row {
  const standing: ItemStanding = {
    up: 3,
    down: 1,
    upMinutes: 0,
    ratings: [0, 0, 0, 1, 0, 2, 0, 5, 0, 8],
    reviews: 16,
    saves: 4,
    aspects: {},
    tags: Object.fromEntries(tags.map((tag) => [tag, 2])),
    card: { kind: 'book', title, byline: also.slice(0, 80), at },
  };
  return { ...itemStandingKey(key.slice(6)), type: 'itemStanding', ...standing };
}

/** What is asked: as people type, with a common word, by filters alone, and begun. */
export const asked: { q?: string; tags?: string; language?: string; sort?: string }[] = [
  ...misspelled.filter((_, n) => n % 3 === 0).map(([q]) => ({ q })),
  { q: 'the' },
  { q: 'a of the' },
  { q: 'har' },
  { q: 'love', language: 'de' },
  { q: 'war and peace', tags: 'tag-a' },
  {},
  { language: 'fr', sort: 'best' },
];
