import {
  ballotsAfter,
  keptOnLists,
  type ListEntryRow,
  listedId,
  listOf,
  listsMade,
  putOnLists,
} from '#functions/lists/reader.ts';
import type { Section } from './section.ts';

/** What a person made, put and voted on lists. */
export const listSections: Record<string, Section> = {
  lists: async ({ caller }, after) => {
    const { rows, last } = await listsMade(caller.personId, after);
    return { entries: rows.map((row) => ({ after: row.id, value: listOf(row) })), last };
  },
  /** On lists that only who made them fills, in the order of `position`. */
  listEntries: async ({ caller }, after) => entriesOf(await keptOnLists(caller.personId, after)),
  /** On lists that anybody fills. */
  openListEntries: async ({ caller }, after) => entriesOf(await putOnLists(caller.personId, after)),
  /** The best first; a long one is in several rows, which go on from each other. */
  ballots: async ({ caller }, after) => {
    const { rows, last } = await ballotsAfter(caller.personId, after, 100);
    return {
      entries: rows.map(({ sk, listId, part, items }) => ({ after: sk, value: { listId, part, items } })),
      last,
    };
  },
};

function entriesOf({ rows, last }: { rows: ListEntryRow[]; last: string | undefined }) {
  const entries = rows.map(({ listId, itemId, about, note, at, position }) => ({
    after: listedId(listId, itemId),
    value: { listId, itemId, kind: about.kind, title: about.title, note, at, position },
  }));
  return { entries, last };
}
