import type { Examples } from './request.ts';

/** Valid requests of the operations on areas and maps. */
export const areaExamples: Pick<Examples, 'getArea' | 'listAreaPlaces' | 'listAreaRanks' | 'listPins'> = {
  getArea: ({ areaId }) => [{ params: { areaId } }],
  listAreaPlaces: ({ areaId }) => [{ params: { areaId }, query: { category: 'cafe' } }],
  listAreaRanks: ({ itemId }) => [{ params: { itemId } }],
  listPins: ({ areaId, itemId }) => [{ query: { items: `${areaId},${itemId}` } }],
};
