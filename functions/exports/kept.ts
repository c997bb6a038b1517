import { itemsById } from '#functions/items/reader.ts';
import { reviewIdOf } from '#functions/people/reader.ts';
import { type ReviewRow, reviewsById } from '#functions/reviews/reader.ts';
import { isSaved, saveFrom, savesAfter, savesOf } from '#functions/saves/reader.ts';
import { givenBy } from '#functions/votes/reader.ts';
import { type KindName, kinds } from '#shared/items/kinds/registry.ts';
import type { Save } from '#shared/saves/schema.ts';
import { pageOf, type Source } from './part.ts';

/** What is written about: an item, or a private address that is none. */
export type Subject = { id: string; kind: KindName; title: string; fields: Record<string, unknown> };
/** What a person keeps of it: the save, the review, or both. */
export type Kept = { about: Subject; save?: Save; review?: ReviewRow };

const pageSize = 100;

/** A page of the caller's saves with their reviews of the same, as facts have them. */
export async function savedPage(source: Source, after: string | undefined) {
  const { caller } = source;
  const { rows, last } = await savesAfter(caller.personId, after, pageSize);
  const saved = rows.filter(isSaved);
  const shared = saved.filter(({ own }) => !own).map(({ itemId }) => itemId);
  const [items, reviews] = await Promise.all([itemsById(shared), reviewsOf(source, shared)]);
  const kept = saved.map((row): Kept => {
    const { id, kind, title } = saveFrom(row).item;
    const item = items.get(id);
    const about = { id, kind: item?.kind ?? kind, title: item?.title ?? title };
    return {
      about: { ...about, fields: item?.fields ?? row.own?.fields ?? {} },
      save: saveFrom(row),
      review: reviews.get(id),
    };
  });
  return { kept, last };
}

/** A page of what the caller reviewed and did not save. */
export async function reviewedPage(source: Source, after: string | undefined) {
  const { some, last } = pageOf((await givenBy(source.caller.personId)).reviewed, after, pageSize, (id) => id);
  const [saves, items, reviews] = await Promise.all([
    savesOf(source.caller.personId, some),
    itemsById(some),
    reviewsOf(source, some),
  ]);
  const kept = some.flatMap((itemId): Kept[] => {
    const [item, review] = [items.get(itemId), reviews.get(itemId)];
    return item && review && !isSaved(saves.get(itemId)) ? [{ about: item, review }] : [];
  });
  return { kept, last };
}

/** The caller's reviews of these items, by item. */
async function reviewsOf({ caller }: Source, itemIds: readonly string[]): Promise<Map<string, ReviewRow>> {
  const found = await reviewsById(itemIds.map((itemId) => reviewIdOf(caller.sub, itemId)));
  return new Map([...found.values()].map((review) => [review.itemId, review]));
}

/** The page of an item on this site, where that is known. What is no item has none. */
export const pageHere = ({ id }: Subject, { site }: Source, save?: Save) =>
  site === undefined || save?.address !== undefined ? undefined : `${site}/i/${id}`;

/** Where it is elsewhere, or else its own page here. */
export function addressOf(about: Subject, source: Source, save?: Save): string | undefined {
  return kinds[about.kind].address(about.fields) ?? pageHere(about, source, save);
}

/** How far one is, by the shelf that the save stands on. */
export const stageOf = ({ about, save }: Kept) =>
  kinds[about.kind].shelves.find(({ key }) => key === save?.shelf)?.stage;
