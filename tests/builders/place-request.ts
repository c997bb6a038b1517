import type { Examples } from './request.ts';

/** Valid requests about places. */
export const placeExamples: Pick<Examples, 'getHours' | 'listPlaces' | 'listFeatures'> = {
  getHours: ({ itemId }) => [{ params: { itemId } }],
  listFeatures: ({ listId, areaId, itemId }) => [
    { query: { list: listId } },
    { query: { area: areaId, category: 'cafe' } },
    { query: { items: itemId } },
  ],
  listPlaces: () => [
    { query: { view: '48.1,16.2,48.3,16.5', category: 'cafe', price: '1,2', amenities: 'wifi', open: 'now' } },
    { query: { near: '48.2,16.3738', within: '2000', stars: '3.5', open: '2026-05-01T18:00Z' } },
    { query: { view: '-10,170,10,-170' } },
  ],
};
