import type { Engine } from '#functions/search/finding/reader.ts';
import { type NamedPlace, type Names, namesToLookUp } from '#shared/ask/read-question.ts';
import { normal } from '#shared/ask/words.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { searchQuery } from '#shared/search/schema.ts';

/** What of a question is the name of a tag, an area or a place here, or of anything as a whole: by search, which knows only what is public. */
export async function lookUpNames(question: string, engine: Engine, now: Date): Promise<Names> {
  const { tags, places, title } = namesToLookUp(question);
  const called = async (phrase: string) => {
    const parsed = searchQuery.safeParse({ q: phrase });
    if (!parsed.success) return [];
    const { hits } = await engine.search(parsed.data, now);
    return hits.flatMap(({ item, position }) => (item && normal(item.title) === phrase ? [{ item, position }] : []));
  };
  const [tagsHere, titled, ...found] = await Promise.all([
    engine.tagsAmong(tags),
    called(title),
    ...places.map(async (phrase) => [phrase, await called(phrase)] as const),
  ]);
  const named = found.flatMap(([phrase, hits]): [string, NamedPlace][] => {
    const stand = hits.flatMap(({ item, position }) =>
      position ? [{ id: item.id, title: item.title, isArea: kinds[item.kind].area === true, ...position }] : [],
    );
    // An area rather than a place of the same name.
    const best = stand.find(({ isArea }) => isArea) ?? stand[0];
    return best ? [[phrase, best]] : [];
  });
  return { tags: new Set(tagsHere), places: new Map(named), isTitle: titled.length > 0 };
}
