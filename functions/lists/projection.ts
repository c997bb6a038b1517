import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import { beginningOf, partPoints, settledNumber, settledPoints, wordsOf } from '#shared/lists/rules.ts';
import { rankKey, sortableNumber } from '#shared/ranking/sort-key.ts';
import { secondsOf } from '#shared/ranking/time.ts';
import type { BallotRow } from './ballots/table.ts';
import {
  entriesPartition,
  indexPartition,
  itemListsPartition,
  type ListedStanding,
  type ListStanding,
  personListsPartition,
} from './pages/table.ts';
import { cardOf, entryOf } from './reader.ts';
import { type ListEntryRow, type ListRow, listedId, partsOfListed } from './table.ts';

/** What rows of lists show of a description, and of a note: a page of fifty stays within three read units. */
const aboutLength = 160;
const noteLength = 140;

/** A list made, edited, left by its owner, or deleted. */
export function listContributions({ before, after }: Change): Contribution[] {
  const is = after as ListRow | undefined;
  return [
    {
      standing: 'list',
      id: (is ?? (before as ListRow | undefined))?.id ?? '',
      fold: (standing) => {
        if (is) standing.card = shownOf(is);
        else delete standing.card;
        if (is?.byId) standing.byId = is.byId;
        else delete standing.byId;
      },
    },
  ];
}

function shownOf({ title, description, mode, at, by }: ListRow): NonNullable<ListStanding['card']> {
  return { title, about: beginningOf(wordsOf(description), aboutLength).text, mode, at, ...(by ? { by } : {}) };
}

/** Something put on a list, moved, noted, or taken off. */
export function listEntryContributions({ before, after }: Change): Contribution[] {
  const is = after as ListEntryRow | undefined;
  const row = is ?? (before as ListEntryRow | undefined);
  if (!row) return [];
  const change = Number(is !== undefined) - Number(before !== undefined);
  const found: Contribution[] = [
    {
      standing: 'listed',
      id: listedId(row.listId, row.itemId),
      fold: (standing) => {
        if (is) standing.entry = entryFields(is);
        else delete standing.entry;
      },
    },
  ];
  if (change !== 0) {
    found.push({
      standing: 'list',
      id: row.listId,
      fold: (standing) => {
        standing.entries += change;
      },
    });
  }
  return found;
}

function entryFields({ about, note, by, at, position }: ListEntryRow): NonNullable<ListedStanding['entry']> {
  return {
    about,
    ...(note === undefined ? {} : { note }),
    ...(by === undefined ? {} : { by }),
    at,
    ...(position === undefined ? {} : { position }),
  };
}

/** A row of a ballot cast, replaced or withdrawn: at most twice as many standings as it has items, and the list's own. */
export function ballotContributions({ before, after }: Change): Contribution[] {
  const was = before as BallotRow | undefined;
  const is = after as BallotRow | undefined;
  const row = is ?? was;
  if (!row) return [];
  const gave = was ? partPoints(was.part, was.items) : new Map<string, number>();
  const gives = is ? partPoints(is.part, is.items) : new Map<string, number>();
  const found: Contribution[] = [];
  for (const itemId of new Set([...gave.keys(), ...gives.keys()])) {
    const points = (gives.get(itemId) ?? 0) - (gave.get(itemId) ?? 0);
    const voters = Number(gives.has(itemId)) - Number(gave.has(itemId));
    if (points === 0) continue;
    found.push({
      standing: 'listed',
      id: listedId(row.listId, itemId),
      fold: (standing) => {
        standing.points += points;
        standing.voters += voters;
      },
    });
  }
  const voters = row.part === 0 ? Number(is !== undefined) - Number(was !== undefined) : 0;
  if (voters !== 0) {
    found.push({
      standing: 'list',
      id: row.listId,
      fold: (standing) => {
        standing.voters += voters;
      },
    });
  }
  return found;
}

/** Everywhere a list is listed: among all lists once something is on it and while it is not folded, and on its owner's page. */
export function listStandingEntries(listId: string, standing: ListStanding): Entry[] {
  const { card, byId, folded } = standing;
  if (!card) return [];
  const [entries, voters] = [settledNumber(standing.entries), settledNumber(standing.voters)];
  const shown = JSON.stringify(cardOf(listId, card, { entries, voters, folded }));
  const entry = (pk: string, sk: string): Entry => ({ pk, sk, type: 'entry', card: shown });
  const byTime = `${card.at}#${listId}`;
  return [
    ...(entries > 0 && !folded
      ? [
          entry(indexPartition('newest'), byTime),
          entry(indexPartition('voted'), rankKey(voters, secondsOf(card.at), listId)),
        ]
      : []),
    ...(byId ? [entry(personListsPartition(byId), byTime)] : []),
  ];
}

/**
 * Where an item on a list is listed: in the list, by the owner's order or by points (the same points: who was there
 * first), and among the lists of the item.
 */
export function listedEntries(id: string, standing: ListedStanding): Entry[] {
  const { entry } = standing;
  if (!entry) return [];
  const [listId, itemId] = partsOfListed(id);
  const [points, voters] = [settledPoints(standing.points), settledNumber(standing.voters)];
  const { text, more } = beginningOf(entry.note ?? '', noteLength);
  const { at, ...shown } = entry;
  const added = secondsOf(at);
  return [
    {
      pk: entriesPartition(listId),
      sk:
        entry.position === undefined
          ? `${sortableNumber(-points)}${added.toString(36).padStart(7, '0')}${itemId}`
          : `${entry.position}#${itemId}`,
      type: 'entry',
      card: JSON.stringify(entryOf(itemId, shown, { note: text, more }, { points, voters })),
    },
    {
      pk: itemListsPartition(itemId),
      sk: rankKey(voters, added, listId),
      type: 'entry',
      card: JSON.stringify(listId),
    },
  ];
}
