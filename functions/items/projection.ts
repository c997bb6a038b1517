import { isDeepStrictEqual } from 'node:util';
import { areaContributions, areaEntries } from '#functions/areas/reader.ts';
import { contributionEntry, creditContributions } from '#functions/people/reader.ts';
import { cellEntries } from '#functions/places/cells/reader.ts';
import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import { rankingEntries } from '#functions/ranking/reader.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { tagUses } from '#shared/tags/rules.ts';
import { shownOf } from './reader.ts';
import { type ItemRow, type ItemStanding, itemOfStanding } from './table.ts';

/** An item added or edited: what cards show of it, and who is credited. */
export function itemContributions({ before, after }: Change): Contribution[] {
  const was = before as ItemRow | undefined;
  const is = after as ItemRow | undefined;
  const id = (is ?? was)?.id ?? '';
  return [
    {
      standing: 'item',
      id,
      fold: (standing) => {
        if (is) standing.card = cardFields(is);
        else delete standing.card;
        const where = is && kinds[is.kind].where?.(is.fields);
        if (where) standing.where = where;
        else delete standing.where;
        if (is?.byId) standing.byId = is.byId;
        else delete standing.byId;
        // Merged or removed: with all its numbers, in no listing.
        if (is?.mergedInto !== undefined) standing.gone = 'merged';
        else if (is?.removed) standing.gone = 'removed';
        else delete standing.gone;
        if (is?.mergedInto !== undefined) standing.into = is.mergedInto;
        else delete standing.into;
      },
    },
    ...creditContributions('items', creditedWith(was), creditedWith(is)),
  ];
}

const creditedWith = (item: ItemRow | undefined) =>
  item && item.mergedInto === undefined && !item.removed ? item.byId : undefined;

function cardFields(item: ItemRow): NonNullable<ItemStanding['card']> {
  const { at, by } = item;
  return { ...shownOf(item), at, ...(by ? { by } : {}) };
}

/** Whether an item came to carry a tag, or lost its last, and what the item that it was merged into shows of it. */
export function itemStandingContributions({ before, after }: Change): Contribution[] {
  const [was, is] = [before, after].map((row) => {
    const { gone, tags = {} } = (row ?? {}) as Partial<ItemStanding>;
    return gone ? {} : tags;
  }) as [Record<string, number>, Record<string, number>];
  const found: Contribution[] = [...mergedContributions({ before, after }), ...areaContributions({ before, after })];
  for (const tag of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const change = Number(tagUses(is, tag) > 0) - Number(tagUses(was, tag) > 0);
    if (change !== 0)
      found.push({
        standing: 'tag',
        id: tag,
        fold: (standing) => {
          standing.items += change;
        },
      });
  }
  return found;
}

/** What an item says of one that was merged into it: set anew whenever that changes. */
function mergedContributions({ before, after }: Change): Contribution[] {
  const [was, is] = [before, after].map((row) => {
    const { into, card, reviews = 0 } = (row ?? {}) as Partial<ItemStanding>;
    return into !== undefined && card ? { into, shown: { kind: card.kind, title: card.title, reviews } } : undefined;
  });
  const id = itemOfStanding((after ?? before)?.pk ?? '');
  if (isDeepStrictEqual(was, is)) return [];
  const found: Contribution[] = [];
  if (was && was.into !== is?.into)
    found.push({
      standing: 'item',
      id: was.into,
      fold: (standing) => {
        const { [id]: _, ...others } = standing.merged ?? {};
        if (Object.keys(others).length > 0) standing.merged = others;
        else delete standing.merged;
      },
    });
  if (is)
    found.push({
      standing: 'item',
      id: is.into,
      fold: (standing) => {
        standing.merged = { ...standing.merged, [id]: is.shown };
      },
    });
  return found;
}

/** Everywhere an item is listed; nowhere, where it was merged or removed, and in no ranking while it is folded. */
export function itemEntries(itemId: string, standing: ItemStanding, now: Date): Entry[] {
  if (standing.gone) return [];
  const { card, byId } = standing;
  const own =
    card && byId
      ? [
          contributionEntry(byId, itemId, card.at, {
            at: card.at,
            item: { id: itemId, kind: card.kind, title: card.title },
          }),
        ]
      : [];
  const listed = standing.folded ? [] : [...rankingEntries(itemId, standing, now), ...cellEntries(itemId, standing)];
  return [...listed, ...areaEntries(itemId, standing), ...own];
}
