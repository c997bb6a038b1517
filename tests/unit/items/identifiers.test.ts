import { describe, expect, it } from 'vitest';
import { isbn13 } from '#shared/items/isbn.ts';
import { kinds } from '#shared/items/kinds/registry.ts';

describe('an ISBN', () => {
  it.each([
    '0306406152',
    '0-306-40615-2',
    '978-0-306-40615-7',
    '9780306406157',
    'ISBN 978 0306406157',
    'urn:isbn:9780306406157',
  ])('written %s is 9780306406157', (written) => {
    expect(isbn13(written)).toBe('9780306406157');
  });
  it('may end in X', () => {
    expect(isbn13('080442957X')).toBe('9780804429573');
  });
  it.each(['', '0306406153', '9780306406158', '9.78030640615E+12', '1234567890123', 'X306406152'])(
    'is not %j',
    (written) => {
      expect(isbn13(written)).toBeUndefined();
    },
  );
});

describe('a link', () => {
  const same = [
    'https://example.org/a',
    'http://example.org/a/',
    'https://www.example.org/a',
    'https://EXAMPLE.org:443/a#part',
    'https://example.org/a?utm_source=x&fbclid=y',
    'example.org/a',
  ];
  it.each(same)('%s is recognised as the same page', (address) => {
    expect(kinds.link.recognise(address)).toEqual(['url:https://example.org/a']);
  });
  it('keeps what makes pages different', () => {
    expect(kinds.link.recognise('https://example.org/A?id=2&b=1')).toEqual(['url:https://example.org/A?b=1&id=2']);
  });
  it.each([
    'javascript:alert(1)',
    'ftp://example.org/',
    'https://user:pw@example.org/',
    'nothing',
    'https://',
    '///..',
  ])('%j is no page', (text) => {
    expect(kinds.link.recognise(text)).toEqual([]);
  });
});

describe('a place', () => {
  const at = (name: string, latitude: number, longitude: number) =>
    kinds.place.identifiers(kinds.place.schema.parse({ name, position: { latitude, longitude } }));
  it('is the same where name and position nearly agree', () => {
    expect(at('Café Zürich', 41.3861, 2.1699)).toEqual(at('cafe zurich', 41.38612, 2.16988));
  });
  it('is another one further off', () => {
    expect(at('Café Zürich', 41.3861, 2.1699)).not.toEqual(at('Café Zürich', 41.39, 2.1699));
  });
  it('is another one where both names are signs alone', () => {
    expect(at('🍕', 41.3861, 2.1699)).not.toEqual(at('🍣', 41.3861, 2.1699));
  });
  it('has no other zero west of Greenwich', () => {
    expect(at('Observatory', -0.0001, -0.0001)).toEqual(at('Observatory', 0.0001, 0));
  });
});

describe('a book', () => {
  it.each([
    ['https://www.gutenberg.org/ebooks/1342', 'gutenberg:1342'],
    ['https://openlibrary.org/works/OL45804W/Fantastic_Mr_Fox', 'openlibrary:OL45804W'],
    ['https://www.goodreads.com/book/show/2767052-the-hunger-games', 'goodreads:2767052'],
    ['0-306-40615-2', 'isbn:9780306406157'],
  ])('is recognised by %s', (text, name) => {
    expect(kinds.book.recognise(text)).toEqual([name]);
  });
});
