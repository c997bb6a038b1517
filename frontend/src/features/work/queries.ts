import { type Answer, call } from '../../client/call.ts';
import { useLoad } from '../../client/loads.ts';

export type SiteWork = Answer<'getWork'>;
export type ItemWork = Answer<'getItemWork'>;
export type PersonWork = Answer<'getPersonWork'>;

/** Who does the work of the site. */
export const useWork = () => useLoad('work', () => call('getWork', {}));

/** Who does the work of an item. */
export const useItemWork = (itemId: string) =>
  useLoad(`work:i:${itemId}`, () => call('getItemWork', { params: { itemId } }));

/** What somebody gave: in all, and by day of a year, this one unless told. */
export const usePersonWork = (handle: string, year: string | undefined) =>
  useLoad(`work:p:${handle}:${year ?? ''}`, () =>
    call('getPersonWork', { params: { handle }, query: year === undefined ? {} : { year } }),
  );
