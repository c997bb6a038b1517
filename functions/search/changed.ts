import { countsOf, type ItemRow, type ItemStanding, itemOfStanding } from '#functions/items/reader.ts';
import type { ListStanding } from '#functions/lists/reader.ts';
import { ownerOf, type Profile } from '#functions/people/reader.ts';
import type { Change } from '#functions/projections/change.ts';
import type { ReviewStanding } from '#functions/reviews/reader.ts';
import type { Row } from '#functions/table/table.ts';
import type { TagStanding } from '#functions/tags/reader.ts';
import { settle, settleCounts } from '#shared/ranking/settle.ts';
import { attentionWeight, itemWeight, tagsFound } from '#shared/search/rules.ts';
import { crowdTags } from '#shared/tags/rules.ts';
import { askedIn, questionIn } from './questions.ts';

/** A weight in steps of an eighth: what moves less moves no hit past another one that fits better. */
const steps = (weight: number) => Math.round(weight * 8);
const idOf = ({ pk }: Row) => pk.slice(pk.indexOf('#') + 1);

/** By type of row: what it is about, and all of it that can be found or that hits are sorted by. */
const found: Record<string, (row: Row) => { name: string; shown: unknown } | undefined> = {
  item: (row) => {
    const { id, fields, licence, mergedInto, removed, textOf } = row as ItemRow;
    return { name: `items:${id}`, shown: [fields, licence, mergedInto, removed, textOf] };
  },
  itemStanding: (row) => {
    const { folded, tags, card, ...standing } = row as Row & ItemStanding;
    const counts = settleCounts(countsOf(standing));
    return {
      name: `items:${itemOfStanding(row.pk)}`,
      // What cards show comes with the item's own change.
      shown: [
        folded !== undefined,
        crowdTags(tags ?? {})
          .slice(0, tagsFound)
          .map(({ tag }) => tag),
        steps(itemWeight(counts, card?.at ?? '')),
      ],
    };
  },
  reviewStanding: (row) => {
    const { review, folded, useful } = row as Row & ReviewStanding;
    const { text, rating, held, removed, about } = review ?? {};
    return {
      name: `reviews:${idOf(row)}`,
      shown: [
        text,
        rating,
        held !== undefined,
        removed,
        about,
        folded !== undefined,
        steps(attentionWeight(settle(useful))),
      ],
    };
  },
  comment: (row) => {
    const asked = questionIn(row);
    return asked && { name: `questions:${asked.id}`, shown: asked.said };
  },
  commentStanding: (row) => {
    const asked = askedIn(row);
    const { said } = asked ?? {};
    const shown = said && [said.text, said.texts, steps(attentionWeight(said.attention))];
    return asked && { name: `questions:${asked.id}`, shown };
  },
  tagStanding: (row) => {
    const { items } = row as Row & TagStanding;
    return { name: `tags:${idOf(row)}`, shown: [items > 0, steps(attentionWeight(items))] };
  },
  listStanding: (row) => {
    const { card, folded, entries, voters } = row as Row & ListStanding;
    return {
      name: `lists:${idOf(row)}`,
      shown: [card?.title, card?.about, folded !== undefined, entries > 0, steps(attentionWeight(entries + voters))],
    };
  },
  profile: (row) => ({ name: `people:${ownerOf(row)}`, shown: [(row as Profile).handle] }),
  // Only what was there changes: its text was taken away.
  revision: (row) => ({ name: `items:${String(row.itemId)}`, shown: [row.removedBy, row.removed] }),
};

/** The names of what can be found otherwise after these changes than before, each once. */
export function changedNames(changes: readonly Change[]): string[] {
  const names = new Set<string>();
  for (const { before, after } of changes) {
    const row = after ?? before;
    const of = row && found[String(row.type)];
    if (!of || (row.type === 'revision' && !(before && after))) continue;
    const was = before && of(before);
    const is = after && of(after);
    if (JSON.stringify(was?.shown) !== JSON.stringify(is?.shown)) names.add((is ?? was)?.name ?? '');
  }
  return [...names];
}
