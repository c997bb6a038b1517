import { call } from '../../client/call.ts';
import { useLoad, usePages } from '../../client/loads.ts';

/** Where a place stands in its areas. */
export const useAreaRanks = (itemId: string, wanted: boolean) =>
  useLoad(`area-ranks:${itemId}`, () => call('listAreaRanks', { params: { itemId } }), wanted);

/** What an area contains. */
export const useArea = (areaId: string) => useLoad(`area:${areaId}`, () => call('getArea', { params: { areaId } }));

/** Its places, best first, page by page. */
export const useAreaPlaces = (areaId: string, category: string | undefined) =>
  usePages(`area-places:${areaId}:${category ?? ''}`, (cursor) =>
    call('listAreaPlaces', { params: { areaId }, query: { category, cursor } }),
  );
