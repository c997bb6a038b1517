import { call } from '../../client/call.ts';
import { usePages } from '../../client/loads.ts';

export function useTags() {
  return usePages('tags', (cursor) => call('listTags', { query: { cursor } }));
}
