import { heldSaveEntry } from '#functions/holds/reader.ts';
import { ownerOf, saveIdOf } from '#functions/people/reader.ts';
import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import { ttlAttribute } from '#functions/table/definition.ts';
import type { Row } from '#functions/table/table.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { secondsOf } from '#shared/ranking/time.ts';
import { goingOn, isFinished } from '#shared/saves/readings.ts';
import { listsOfSave, monthList, recentDays, saveCardOf, shelfLists, tagLists } from '#shared/saves/rules.ts';
import type { SaversStanding, ShelfStanding } from './listings/table.ts';
import {
  privateListPartition,
  publicListPartition,
  recentPartition,
  saversPartition,
  taggedPartition,
} from './listings/table.ts';
import { saveFrom } from './reader.ts';
import { isSaved, type SavedRow } from './table.ts';

/** The lists of its owner's that a save stands in; none where there are only tags. */
function listsOf(row: Row | undefined): string[] {
  if (!isSaved(row)) return [];
  const { shelf, shelves = [], tags = [], about } = row;
  return listsOfSave({ kind: about.kind, ...(shelf ? { shelf } : {}), shelves, tags: [...tags] });
}

const publicly = (row: Row | undefined): SavedRow | undefined => (isSaved(row) && !row.private ? row : undefined);

/** A public save that counts: one that is held back is listed, and counted nowhere until it is released. */
const counted = (row: Row | undefined): SavedRow | undefined => {
  const save = publicly(row);
  return save?.held ? undefined : save;
};

/** A save that came, went or changed: the item's numbers and its owner's where it is public, its owner's lists in any case. */
export function saveContributions({ before, after }: Change): Contribution[] {
  const row = (after ?? before) as SavedRow | undefined;
  if (!row) return [];
  const was = counted(before);
  const is = counted(after);
  return [...savedContributions(row, was, is), ...shelfContributions(before, after, ownerOf(row))];
}

function savedContributions(
  { itemId, pk, sk }: SavedRow,
  was: SavedRow | undefined,
  is: SavedRow | undefined,
): Contribution[] {
  const month = (save: SavedRow | undefined) => save?.at.slice(0, 7);
  const visits = visitsIn(is) - visitsIn(was);
  if (month(was) === month(is) && visits === 0) return [];
  const people = Number(visitsIn(is) > 0) - Number(visitsIn(was) > 0);
  const change = Number(is !== undefined) - Number(was !== undefined);
  const months: Contribution = {
    standing: 'savers',
    id: itemId,
    fold: (standing) => {
      for (const [save, sign] of [
        [was, -1],
        [is, 1],
      ] as const) {
        if (!save) continue;
        add(standing.months, save.at.slice(0, 7), sign);
      }
      move(standing, 'people', people);
      move(standing, 'visits', visits);
    },
  };
  if (change === 0) return [months];
  return [
    months,
    {
      standing: 'item',
      id: itemId,
      fold: (standing) => {
        standing.saves += change;
      },
    },
    {
      standing: 'person',
      id: ownerOf({ pk, sk }),
      fold: (standing) => {
        standing.saves += change;
      },
    },
  ];
}

/** How often a save says that its owner was there. */
function visitsIn(save: SavedRow | undefined): number {
  if (!save || !kinds[save.about.kind].readings?.here) return 0;
  return (save.readings ?? []).filter(isFinished).length;
}

function move(standing: SaversStanding, name: 'people' | 'visits', change: number): void {
  const sum = (standing[name] ?? 0) + change;
  if (sum === 0) delete standing[name];
  else standing[name] = sum;
}

/** How the numbers of the owner's lists move. A save that becomes private moves from one number of each to the other. */
function shelfContributions(before: Row | undefined, after: Row | undefined, personId: string): Contribution[] {
  const moves = new Map<string, Move>();
  for (const [row, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    if (!isSaved(row)) continue;
    const which = row.private ? 'private' : 'public';
    for (const list of [...listsOf(row), monthList(row.at.slice(0, 7))]) {
      const move = moves.get(list) ?? { public: 0, private: 0, years: {}, privateYears: {} };
      moves.set(list, move);
      move[which] += sign;
      if (list.startsWith(tagLists)) add(move[row.private ? 'privateYears' : 'years'], row.at.slice(0, 4), sign);
    }
  }
  return [...moves]
    .filter(
      ([, move]) => move.public || move.private || Object.keys({ ...move.years, ...move.privateYears }).length > 0,
    )
    .map(([list, move]) => ({
      standing: 'shelf',
      id: `${personId}/${list}`,
      fold: (standing) => {
        standing.public += move.public;
        standing.private += move.private;
        foldYears(standing, 'years', move.years);
        foldYears(standing, 'privateYears', move.privateYears);
      },
    }));
}

type Move = Required<ShelfStanding>;

/** Adds to one number of many; what comes to nothing is not there. */
function add(numbers: Record<string, number>, name: string, change: number): void {
  const sum = (numbers[name] ?? 0) + change;
  if (sum === 0) delete numbers[name];
  else numbers[name] = sum;
}

function foldYears(standing: ShelfStanding, which: 'years' | 'privateYears', changes: Record<string, number>): void {
  const years = standing[which] ?? {};
  for (const [year, change] of Object.entries(changes)) add(years, year, change);
  if (Object.keys(years).length > 0) standing[which] = years;
  else delete standing[which];
}

/** Everywhere a save is listed: its owner's lists; where it is public, the item's, its tags' and, for a while, everybody's. */
export function saveEntries(row: Row, now: Date): Entry[] {
  if (!isSaved(row)) return [];
  const personId = ownerOf(row);
  const save = saveFrom(row);
  const card = JSON.stringify(saveCardOf(save));
  const own = `${row.at}#${row.itemId}`;
  const partition = row.private ? privateListPartition : publicListPartition;
  const reading = goingOn(save.readings);
  // Shown on one list alone: noting progress writes that entry, and no other.
  const onShelf = reading ? JSON.stringify({ ...saveCardOf(save), reading }) : card;
  const listed = listsOf(row).map((list): Entry => {
    const entry = { pk: partition(personId, list), sk: own, type: 'entry' as const };
    return { ...entry, card: list.startsWith(shelfLists) ? onShelf : card };
  });
  if (row.private) return listed;
  const everybodys = `${row.at}#${saveIdOf(personId, row.itemId)}`;
  const ends = secondsOf(row.at) + recentDays * 86_400;
  return [
    ...listed,
    { pk: saversPartition(row.itemId), sk: everybodys, type: 'entry', card, personId },
    ...save.tags.map(
      (tag): Entry => ({ pk: taggedPartition(tag), sk: everybodys, type: 'entry', card, tags: save.tags }),
    ),
    ...(row.held ? [heldSaveEntry(row.held, { personId, itemId: row.itemId })] : []),
    ...(ends * 1000 > now.getTime()
      ? [{ pk: recentPartition, sk: everybodys, type: 'entry' as const, card, [ttlAttribute]: ends }]
      : []),
  ];
}
