import type { KindName } from '#shared/items/kinds/registry.ts';
import { isbn } from './isbn.ts';

let number = 0;
/** A number that no other example has. */
export const fresh = () => ++number;

/** Every field of every kind, filled; other each time, so that no two are the same item. */
export const fieldsOf: Record<KindName, () => Record<string, unknown>> = {
  book: () => ({
    title: 'A Book of Nothing',
    authors: ['Ann Author', 'Bert Writer'],
    year: 1891,
    isbn: isbn(fresh()),
    openLibrary: `OL${fresh()}W`,
    gutenberg: fresh(),
    goodreads: fresh(),
    language: 'en',
    cover: 'https://example.org/cover.jpg',
    description: 'About *nothing* at all.',
  }),
  place: () => ({
    name: `Café ${fresh()}`,
    position: { latitude: (fresh() % 80_000) / 1000, longitude: 16.3738 },
    category: 'cafe',
    address: 'Ring 1, Vienna',
    hours: 'Mo-Fr 08:00-19:00; Sa 09:00-14:00; PH off',
    price: 2,
    amenities: ['wifi', 'outdoor-seating'],
    areas: ['AreaOfVienna'],
    website: 'https://example.org/cafe',
    phone: '+43 1 000 000',
    picture: 'https://example.org/cafe.jpg',
    description: 'Coffee.',
  }),
  area: () => ({
    name: `Quarter ${fresh()}`,
    position: { latitude: (fresh() % 80_000) / 1000, longitude: 16.3 },
    radius: 2.5,
    within: '000000000000',
    wikidata: `Q${fresh()}`,
    website: 'https://example.org/quarter',
    picture: 'https://example.org/quarter.jpg',
    description: 'Houses.',
  }),
  article: () => ({ title: `About ${fresh()} things` }),
  link: () => ({
    url: `https://example.org/page/${fresh()}`,
    title: 'A Page',
    description: 'A page about pages.',
    favicon: 'https://example.org/favicon.ico',
  }),
};
