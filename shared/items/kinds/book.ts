import * as z from 'zod/mini';
import { line, prose, webAddress } from '../../text.ts';
import { isbn13 } from '../isbn.ts';
import type { Kind } from '../kind.ts';

const isbn = z.pipe(
  z.string().check(
    z.maxLength(40),
    z.refine((text) => isbn13(text) !== undefined, 'is not a valid ISBN'),
  ),
  z.transform((text: string) => isbn13(text) ?? text),
);
const openLibraryId = z.string().check(z.regex(/^OL\d{1,10}[WM]$/, 'is not an Open Library id such as OL45804W'));

const schema = z.strictObject({
  title: line(300),
  authors: z._default(z.array(line(200)).check(z.maxLength(20)), []),
  year: z.optional(z.int().check(z.gte(-4000), z.lte(2100))),
  isbn: z.optional(isbn),
  openLibrary: z.optional(openLibraryId),
  gutenberg: z.optional(z.int().check(z.gte(1), z.lte(9_999_999))),
  goodreads: z.optional(z.int().check(z.gte(1), z.lte(999_999_999_999))),
  language: z.optional(
    z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a language tag such as en or pt-BR')),
  ),
  cover: z.optional(webAddress),
  description: z.optional(prose(4000)),
});
type Book = z.infer<typeof schema>;

export const book: Kind<Book> = {
  kind: 'book',
  label: 'Book',
  plural: 'Books',
  schema,
  form: [
    {
      name: 'isbn',
      label: 'ISBN',
      hint: '10 or 13 digits; finds the book if it is here',
      input: 'text',
      identifies: true,
    },
    { name: 'title', label: 'Title', input: 'text', required: true },
    { name: 'authors', label: 'Authors', hint: 'one a line', input: 'list' },
    { name: 'year', label: 'First published', hint: 'a year; negative before our era', input: 'number' },
    { name: 'gutenberg', label: 'Project Gutenberg number', input: 'number' },
    { name: 'openLibrary', label: 'Open Library id', hint: 'such as OL45804W', input: 'text' },
    { name: 'language', label: 'Language', hint: 'a tag such as en or pt-BR', input: 'text' },
    { name: 'cover', label: 'Cover address', input: 'url' },
    { name: 'description', label: 'Description', input: 'prose' },
  ],
  labels: { goodreads: 'At Goodreads' },
  aspects: [
    { key: 'writing', label: 'Writing' },
    { key: 'story', label: 'Story or argument' },
    { key: 'characters', label: 'Characters or sources' },
  ],
  experienced: 'finished reading',
  shelves: [
    { key: 'to-read', label: 'Want to read', stage: 'wanted' },
    { key: 'reading', label: 'Reading', stage: 'current' },
    { key: 'read', label: 'Read', stage: 'finished' },
    { key: 'stopped', label: 'Stopped', stage: 'stopped' },
  ],
  readings: { one: 'Reading', many: 'Readings', pages: true, goal: 'books read' },
  title: (fields) => fields.title,
  byline: (fields) => {
    const year = fields.year === undefined ? '' : fields.year < 0 ? `${-fields.year} BCE` : String(fields.year);
    return [fields.authors.join(', '), year].filter(Boolean).join(' · ');
  },
  picture: (fields) => fields.cover,
  identifiers: (fields) => [
    ...(fields.isbn ? [`isbn:${fields.isbn}`] : []),
    ...(fields.openLibrary ? [`openlibrary:${fields.openLibrary}`] : []),
    ...(fields.gutenberg ? [`gutenberg:${fields.gutenberg}`] : []),
    ...(fields.goodreads ? [`goodreads:${fields.goodreads}`] : []),
  ],
  recognise: (input) => {
    const text = input.trim();
    const found = isbn13(text);
    if (found) return [`isbn:${found}`];
    const named = [
      /(?:openlibrary\.org\/(?:works|books)\/)?\b(OL\d{1,10}[WM])\b/.exec(text)?.[1]?.replace(/^/, 'openlibrary:'),
      /openlibrary\.org\/isbn\/([\dXx-]{10,17})\b/
        .exec(text)
        ?.slice(1)
        .map((number) => isbn13(number))[0]
        ?.replace(/^/, 'isbn:'),
      /gutenberg\.org\/(?:ebooks|files|cache\/epub)\/(\d{1,7})\b/.exec(text)?.[1]?.replace(/^/, 'gutenberg:'),
      /goodreads\.com\/(?:[a-z]{2}\/)?book\/show\/(\d{1,12})\b/.exec(text)?.[1]?.replace(/^/, 'goodreads:'),
    ];
    return named.filter((name) => name !== undefined);
  },
  subject: (fields) => fields.isbn && `urn:isbn:${fields.isbn}`,
  address: ({ openLibrary, gutenberg, goodreads, isbn }) => {
    if (openLibrary) return `https://openlibrary.org/${openLibrary.endsWith('M') ? 'books' : 'works'}/${openLibrary}`;
    if (gutenberg) return `https://www.gutenberg.org/ebooks/${gutenberg}`;
    if (goodreads) return `https://www.goodreads.com/book/show/${goodreads}`;
    return isbn && `https://openlibrary.org/isbn/${isbn}`;
  },
  catalogued: ({ language: _language, cover: _cover, description: _description, ...catalogued }) => catalogued,
  jsonLd: (fields) => ({
    '@type': 'Book',
    author: fields.authors.map((name) => ({ '@type': 'Person', name })),
    isbn: fields.isbn,
    datePublished: fields.year === undefined ? undefined : String(fields.year),
    inLanguage: fields.language,
    image: fields.cover,
  }),
};
