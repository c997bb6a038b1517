import { type KindDetails, textOf } from './kind-view.ts';

const outside = (href: string, text: string) => (
  <a href={href} rel="nofollow noopener noreferrer">
    {text}
  </a>
);

export const book: KindDetails = (fields) => {
  const [year, isbn, gutenberg, openLibrary, goodreads, language] = [
    'year',
    'isbn',
    'gutenberg',
    'openLibrary',
    'goodreads',
    'language',
  ].map((name) => textOf(fields[name]));
  return [
    ...(Array.isArray(fields.authors) && fields.authors.length > 0
      ? [{ term: fields.authors.length === 1 ? 'Author' : 'Authors', is: fields.authors.join(', ') }]
      : []),
    ...(year ? [{ term: 'First published', is: Number(year) < 0 ? `${-Number(year)} BCE` : year }] : []),
    ...(language ? [{ term: 'Language', is: languageName(language) }] : []),
    ...(isbn ? [{ term: 'ISBN', is: isbn }] : []),
    ...(gutenberg
      ? [
          {
            term: 'Read it',
            is: outside(`https://www.gutenberg.org/ebooks/${gutenberg}`, `Project Gutenberg ${gutenberg}`),
          },
        ]
      : []),
    ...(openLibrary
      ? [
          {
            term: 'Open Library',
            is: outside(
              `https://openlibrary.org/${openLibrary.endsWith('W') ? 'works' : 'books'}/${openLibrary}`,
              openLibrary,
            ),
          },
        ]
      : []),
    ...(goodreads
      ? [{ term: 'Goodreads', is: outside(`https://www.goodreads.com/book/show/${goodreads}`, goodreads) }]
      : []),
  ];
};

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en-GB', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
