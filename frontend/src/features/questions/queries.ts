import { call } from '../../client/call.ts';
import { useLoad } from '../../client/loads.ts';

/** What the page of an item begins with of its questions and tips, and how many were there. */
export const useAsked = (itemId: string) => useLoad(`asked:${itemId}`, () => call('getAsked', { params: { itemId } }));
