import type { Handler } from '#functions/http/handler.ts';
import { itemWithStanding, standingsOf } from '#functions/items/reader.ts';
import { rankedItems } from '#functions/ranking/reader.ts';
import { lastSavers, publicListPartition, saveList } from '#functions/saves/reader.ts';
import { sizesOfTags } from '#functions/tags/reader.ts';
import { AppError } from '#shared/app-error.ts';
import {
  itemsPerTag,
  likeness,
  saversLookedAt,
  savesPerSaver,
  similarShown,
  similarSpare,
  tagsLookedAt,
  tagWeight,
} from '#shared/comparisons/rules.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import type { Card } from '#shared/items/schema.ts';
import type { SaveCard } from '#shared/saves/schema.ts';
import { crowdTags } from '#shared/tags/rules.ts';

type Named = Pick<Card, 'id' | 'kind' | 'title' | 'byline' | 'picture'>;
/** What is found beside an item: `listed` where a ranking has it, which nothing removed or folded is in. */
type Candidate = { item: Named; tags: Set<string>; savers: Set<string>; listed: boolean };

/**
 * Two round trips, and a third where something was found by its savers alone, whose saves do not say whether it is still
 * here. However many there are, the same number of rows is looked at.
 */
export const listSimilar: Handler<'listSimilar'> = async ({ params: { itemId } }, { now }) => {
  const [{ item, standing }, saves] = await Promise.all([
    itemWithStanding(itemId),
    // Some of them may be held back, or by someone who saved nothing else.
    lastSavers(itemId, 2 * saversLookedAt),
  ]);
  if (!item) throw new AppError('item_not_found');
  const own = crowdTags(standing?.tags ?? {})
    .slice(0, tagsLookedAt)
    .map(({ tag }) => tag);
  const savers = saves.filter(({ card }) => !(JSON.parse(card) as SaveCard).held).slice(0, saversLookedAt);
  const [sizes, byTag, bySaver] = await Promise.all([
    sizesOfTags(own),
    Promise.all(own.map((tag) => topTagged(item.kind, tag, now))),
    Promise.all(savers.map(({ personId }) => latestSaves(item.kind, personId))),
  ]);

  const found = new Map<string, Candidate>();
  const candidate = (named: Named): Candidate => {
    const { id, kind, title, byline, picture } = named;
    const item = { id, kind, title, byline, ...(picture ? { picture } : {}) };
    const known = found.get(id) ?? { item, tags: new Set(), savers: new Set(), listed: false };
    found.set(id, known);
    return known;
  };
  for (const card of byTag.flat()) {
    const known = candidate(card);
    known.listed = true;
    known.item = { ...known.item, title: card.title, byline: card.byline };
    for (const tag of card.tags) if (own.includes(tag)) known.tags.add(tag);
  }
  for (const [at, cards] of byTag.entries()) for (const { id } of cards) found.get(id)?.tags.add(own[at] ?? '');
  for (const [at, kept] of bySaver.entries())
    for (const save of kept) if (!save.held) candidate(save.item).savers.add(savers[at]?.personId ?? '');
  found.delete(itemId);

  const weights = new Map(own.map((tag) => [tag, tagWeight(sizes.get(tag) ?? 0)]));
  const weightOf = (tag: string) => weights.get(tag) ?? 0;
  const ranked = [...found.values()]
    .map(({ item, tags, savers: both, listed }) => {
      const shared = [...tags].sort((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1));
      const like = likeness({ tags: shared, savers: both.size }, weights, savers.length);
      return { ...item, tags: shared, savers: both.size, likeness: Math.round(like * 1000) / 1000, listed };
    })
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, similarShown + similarSpare);
  const here = await stillHere(ranked.filter(({ listed }) => !listed).map(({ id }) => id));
  const entries = ranked.flatMap(({ listed, ...entry }) => {
    const named = listed ? entry : here.get(entry.id);
    return named ? [{ ...entry, title: named.title, byline: named.byline }] : [];
  });
  return { entries: entries.slice(0, similarShown), savers: savers.length };
};

/** The items of a kind with most votes under a tag; every item has a place there. */
async function topTagged(kind: KindName, tag: string, now: Date): Promise<Card[]> {
  const page = { now, after: undefined, limit: itemsPerTag };
  const { rows } = await rankedItems({ kind, tag }, 'top', 'all', page);
  return rows.map(({ card }) => JSON.parse(card) as Card);
}

/** The latest public saves of a kind of one person. */
async function latestSaves(kind: KindName, personId: string): Promise<SaveCard[]> {
  const { rows } = await saveList(publicListPartition(personId, `k/${kind}`), undefined, savesPerSaver);
  return rows.map(({ card }) => JSON.parse(card) as SaveCard);
}

/** What of these is neither merged, removed nor folded, by id, as it is called now. */
async function stillHere(ids: readonly string[]): Promise<Map<string, Pick<Card, 'title' | 'byline'>>> {
  const standings = ids.length === 0 ? [] : await standingsOf(ids);
  return new Map(
    [...standings].flatMap(([id, { gone, folded, card }]) => (gone || folded || !card ? [] : [[id, card] as const])),
  );
}
