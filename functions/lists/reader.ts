import { readCursor } from '#functions/table/cursor.ts';
import { pageText } from '#functions/table/listing.ts';
import { AppError } from '#shared/app-error.ts';
import type { List, ListCard, ListEntry } from '#shared/lists/schema.ts';
import { foldOf } from '#shared/moderation/folds.ts';
import { cardsOf, entriesPartition, type ListStanding } from './pages/table.ts';
import { removedTitle, textRemoval } from './removal/table.ts';
import { type ListEntryRow, type ListGate, type ListRow, listById } from './table.ts';

export { ballotsAfter } from './ballots/table.ts';
export { keptOnLists, listsMade, putOnLists } from './own-lists.ts';
export { type ListedStanding, type ListStanding, listedStandingKey } from './pages/table.ts';
export {
  isListCredit,
  type ListEntryRow,
  type ListRow,
  listById,
  listedId,
  listStandingKey,
  listsCredited,
} from './table.ts';

/** A list as the contract gives it out. */
export function listOf({ id, title, description, mode, licence, by, at, revision, removed }: ListRow): List {
  return { id, title, description, mode, licence, by: by ?? null, at, revision, removed };
}

/** A list that stands, to be changed by who made it. @throws list_not_found, not_your_list */
export function requireOwn(list: ListRow | undefined, personId: string): ListRow {
  if (!list) throw new AppError('list_not_found');
  if (list.byId !== personId) throw new AppError('not_your_list');
  return list;
}

/** A list's fact, with every write before seen; undefined where there is none. */
export const listByIdStrong = (listId: string) => listById(listId, { strong: true });

/** What taking title and description off a list comes to, for an act of moderation; undefined where there is no list. */
export async function listTextRemoval(listId: string, act: string) {
  const list = await listByIdStrong(listId);
  return (
    list && {
      about: { title: 'A list', href: `/l/${listId}` },
      authorId: list.byId,
      // Its owner may have written another one since.
      removed: list.title === removedTitle && list.description === '' ? list.removed : undefined,
      writes: [textRemoval(list, act)],
      finish: async () => {},
    }
  );
}

/** That a list stands and takes votes. @throws list_not_found, ordered_by_owner */
export function requireVotes(gate: ListGate | undefined): void {
  if (!gate || gate.closed) throw new AppError('list_not_found');
  if (gate.mode === 'closed') throw new AppError('ordered_by_owner');
}

/** A list as lists of lists show it. Members in fixed order, since the table keeps none and the text is compared. */
export function cardOf(
  id: string,
  { title, about, mode, at, by }: NonNullable<ListStanding['card']>,
  { entries, voters, folded }: Pick<ListStanding, 'entries' | 'voters' | 'folded'>,
): ListCard {
  return {
    id,
    title,
    about,
    mode,
    by: by ?? null,
    at,
    counts: { entries, voters },
    ...(folded ? { folded: foldOf(folded) } : {}),
  };
}

type Shown = Pick<ListEntryRow, 'about' | 'by' | 'position'> & { at?: string };
type Said = { note?: string; more?: boolean };
type Judged = { points: number; voters: number };

/** What stands on a list as the contract gives it out; on a closed one nobody's name and no numbers. */
export function entryOf(itemId: string, { about, by, at, position }: Shown, { note, more }: Said, judged: Judged) {
  const { kind, title, byline, picture } = about;
  const entry: ListEntry = {
    itemId,
    kind,
    title,
    byline,
    ...(picture ? { picture } : {}),
    ...(note ? { note } : {}),
    ...(more ? { more } : {}),
    ...(position === undefined ? { by: by ?? null } : {}),
    ...(at ? { at } : {}),
    ...(position === undefined ? { points: judged.points, voters: judged.voters } : {}),
  };
  return entry;
}

const pageSize = 50;

/** A page of what is on a list, in its order, as JSON text: `{"entries":[…],"next":…}`. @throws invalid_cursor */
export async function entriesPage(listId: string, cursor?: string): Promise<string> {
  const pk = entriesPartition(listId);
  const { rows } = await cardsOf(pk, { after: readCursor(pk, cursor), limit: pageSize + 1 });
  return pageText(pk, rows, pageSize);
}
