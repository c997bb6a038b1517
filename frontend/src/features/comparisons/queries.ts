import { type Answer, call } from '../../client/call.ts';
import { useLoad } from '../../client/loads.ts';

export type Compared = Answer<'compareItems'>['items'][number];
export type Similar = Answer<'listSimilar'>['entries'][number];

/** Two to four items side by side. */
export function useComparison(items: readonly string[], wanted: boolean) {
  const asked = items.join(',');
  return useLoad(`comparison:${asked}`, () => call('compareItems', { query: { items: asked } }), wanted);
}

/** What is like an item, in a browser that has come to where it is shown: pages are rendered without it. */
export function useSimilar(itemId: string, wanted: boolean) {
  const here = wanted && !import.meta.env.SSR;
  return useLoad(`similar:${itemId}`, () => call('listSimilar', { params: { itemId } }), here);
}
