import { type Answer, call } from '../../client/call.ts';
import { useLoad } from '../../client/loads.ts';

export type Synonyms = Answer<'listSynonyms'>;

export const useSynonyms = (tag: string) => useLoad(`synonyms:${tag}`, () => call('listSynonyms', { params: { tag } }));
export const useRelated = (tag: string) => useLoad(`related:${tag}`, () => call('relatedTags', { params: { tag } }));
