import { type Answer, call } from '../../client/call.ts';
import { forgetLoaded, setLoaded, useLoad } from '../../client/loads.ts';

export type Synonyms = Answer<'listSynonyms'>;
type Mine = Answer<'listMySynonyms'>['entries'];

export const useSynonyms = (tag: string) => useLoad(`synonyms:${tag}`, () => call('listSynonyms', { params: { tag } }));
export const useRelated = (tag: string) => useLoad(`related:${tag}`, () => call('relatedTags', { params: { tag } }));

const mineKey = 'mine:synonyms';
/** What I say of synonyms: the first hundred. */
export const useMySynonyms = (wanted: boolean) =>
  useLoad(mineKey, async () => (await call('listMySynonyms', { query: {} })).entries, wanted);

/** Says that `tag` is the better name of `other`, or says so no longer. What all say follows in a moment. */
export async function say(tag: string, other: string, isSaid: boolean): Promise<void> {
  await call(isSaid ? 'supportSynonym' : 'withdrawSynonym', { params: { tag, other } });
  const isOf = (pair: { tag: string; other: string }) =>
    [tag, other].includes(pair.tag) && [tag, other].includes(pair.other);
  setLoaded<Mine>(mineKey, (before = []) => [
    ...before.filter((pair) => !isOf(pair)),
    ...(isSaid ? [{ tag, other, at: new Date().toISOString() }] : []),
  ]);
  setTimeout(() => {
    for (const one of [tag, other]) forgetLoaded(`synonyms:${one}`);
  }, 2500);
}
