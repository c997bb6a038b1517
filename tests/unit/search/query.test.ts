import { expect, it } from 'vitest';
import { parametersOf } from '#shared/search/address.ts';
import { searchQuery } from '#shared/search/schema.ts';

const given = {
  q: 'quiet café',
  what: 'items' as const,
  kind: 'place' as const,
  tags: 'quiet,sci-fi',
  stars: '3.5',
  from: '2024-01-01',
  years: '-400..1999',
  licence: 'CC0-1.0' as const,
  language: 'pt-BR',
  category: 'cafe',
  price: '1,2',
  amenities: 'wifi,outdoor-seating',
  open: 'now',
  near: '48.2,16.37',
  within: '2000',
  view: '-10,170,10,-170',
  area: 'AAAAAAAAAAAA',
  party: 'family',
  sort: 'near' as const,
};

it('a search is the same after it stood in an address', () => {
  const parsed = searchQuery.parse(given);
  expect(parsed).toMatchObject({
    tags: ['quiet', 'sci-fi'],
    years: { from: -400, to: 1999 },
    price: [1, 2],
    near: { latitude: 48.2, longitude: 16.37 },
    view: { south: -10, west: 170, north: 10, east: -170 },
  });
  const { what: _, ...written } = given;
  expect(parametersOf(parsed)).toEqual(written);
  expect(searchQuery.parse(parametersOf(parsed))).toEqual(parsed);
  expect(parametersOf(searchQuery.parse({}))).toEqual({});
});

it.each([
  ['q', 'x'.repeat(301)],
  ['q', 'a\u0000b'],
  ['q', '\ud800'],
  ['tags', 'a,b,c,d,e,f'],
  ['tags', ''],
  ['stars', '1e3'],
  ['stars', '6'],
  ['from', '2024-02-30'],
  ['years', '..'],
  ['years', '2000..1990'],
  ['years', '2000'],
  ['price', '5'],
  ['amenities', 'wifi,'],
  ['open', 'yesterday'],
  ['open', '2024-13-45T99:99Z'],
  ['near', '91,0'],
  ['near', '1'],
  ['near', '1,2,3'],
  ['within', '-5'],
  ['view', '10,0,-10,0'],
  ['view', '0,0,0,181'],
  ['area', '../../x'],
  ['sort', 'random'],
  ['regex', '(a+)+$'],
])('%s=%s is refused', (name, value) => {
  expect(searchQuery.safeParse({ [name]: value }).success).toBe(false);
});
