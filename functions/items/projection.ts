import { contributionEntry, creditContributions } from '#functions/people/reader.ts';
import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import { rankingEntries } from '#functions/ranking/reader.ts';
import type { Row } from '#functions/table/table.ts';
import { tagUses } from '#shared/tags/rules.ts';
import { shownOf } from './reader.ts';
import type { ItemRow, ItemStanding } from './table.ts';

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
        if (is?.byId) standing.byId = is.byId;
        else delete standing.byId;
      },
    },
    ...creditContributions('items', was?.byId, is?.byId),
  ];
}

function cardFields(item: ItemRow): NonNullable<ItemStanding['card']> {
  const { at, by } = item;
  return { ...shownOf(item), at, ...(by ? { by } : {}) };
}

/** Whether an item came to carry a tag, or lost its last. */
export function itemStandingContributions({ before, after }: Change): Contribution[] {
  const was = (before as (Row & ItemStanding) | undefined)?.tags ?? {};
  const is = (after as (Row & ItemStanding) | undefined)?.tags ?? {};
  const found: Contribution[] = [];
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

/** Everywhere an item is listed. */
export function itemEntries(itemId: string, standing: ItemStanding, now: Date): Entry[] {
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
  return [...rankingEntries(itemId, standing, now), ...own];
}
