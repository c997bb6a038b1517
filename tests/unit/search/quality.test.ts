import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { WordIndex } from '#functions/search/word-index.ts';
import type { SearchDocument } from '#shared/search/findable.ts';
import { titleFit } from '#shared/search/rules.ts';
import { wordsOfText } from '#shared/search/words.ts';
import { misspelled } from './misspelled.ts';

type Book = { title: string; authors: string };

/** The ten thousand books where they are at hand; else those that are meant, among a thousand made of their words. */
function books(): Book[] {
  const file = process.env.COMMONPLACE_DATA && join(process.env.COMMONPLACE_DATA, 'goodbooks/books.csv');
  if (file && existsSync(file)) return parse<Book>(readFileSync(file), { columns: true });
  const meant = [...new Set(misspelled.map(([, title]) => title))];
  const words = [...new Set(meant.flatMap(wordsOfText))].sort();
  const word = (n: number) => words[(n * 7919 + (n >> 3) * 104_729) % words.length] ?? '';
  const made = Array.from({ length: 1000 }, (_, n) => {
    const title = Array.from({ length: 2 + (n % 4) }, (_, at) => word(n * 5 + at)).join(' ');
    return { title: `${title} ${n.toString(36)}`, authors: `${word(n + 3)} ${word(n + 11)}` };
  });
  const authors: Record<string, string> = {
    '1984': 'George Orwell',
    'The Alchemist': 'Paulo Coelho',
    'The Bourne Identity (Jason Bourne, #1)': 'Robert Ludlum',
    'Love in the Time of Cholera': 'Gabriel García Márquez',
    Americanah: 'Chimamanda Ngozi Adichie',
  };
  return [...meant.map((title) => ({ title, authors: authors[title] ?? '' })), ...made];
}

it(`finds what is meant by ${misspelled.length} misspelled searches among the first three, 95 times in a hundred at least, by words alone`, async () => {
  const documents = books().map(
    ({ title, authors }, n): SearchDocument => ({
      key: `items:${n}`,
      what: 'items',
      title,
      also: authors,
      text: '',
      tags: [],
      at: '',
      weight: 1,
      best: -1,
    }),
  );
  const titles = new Map(documents.map(({ key, title }) => [key, title]));
  const index = await WordIndex.of();
  await index.change(documents);

  const missed = misspelled.filter(([typed, meant]) => {
    const words = wordsOfText(typed).join(' ');
    const found = index
      .search(typed)
      .map(({ key, relevance }) => ({ title: titles.get(key) ?? '', relevance }))
      .sort((a, b) => b.relevance * titleFit(words, b.title) - a.relevance * titleFit(words, a.title));
    return !found.slice(0, 3).some(({ title }) => title === meant);
  });

  expect(misspelled.length).toBeGreaterThanOrEqual(60);
  expect({ missed, enough: missed.length <= 0.05 * misspelled.length }).toMatchObject({ enough: true });
});
