import { getRows, keyText, queryRows } from '#functions/table/table.ts';
import { creditsOf, entryKey, type ListEntryRow, type ListRow, listKey, partsOfListed } from './table.ts';

const pageSize = 100;
type Page<T> = Promise<{ rows: T[]; last: string | undefined }>;

/** The lists that a person made, a page at a time by id, with every write before seen. */
export async function listsMade(personId: string, after: string | undefined): Page<ListRow> {
  const { ids, last } = await creditsOf(personId, 'made', after, pageSize);
  const keys = ids.map(listKey);
  const found = await getRows(keys, { strong: true });
  return { rows: keys.flatMap((key) => (found.get(keyText(key)) as ListRow | undefined) ?? []), last };
}

/**
 * What is on the closed lists that a person made, which nobody else puts anything on: some of one list at a time.
 * `last` names the list and, within it, the item to continue after.
 */
export async function keptOnLists(personId: string, after: string | undefined): Page<ListEntryRow> {
  const [listId, itemId] = after === undefined ? [] : partsOfListed(after);
  // Within a list, or else with the next one.
  const id = itemId ? listId : (await creditsOf(personId, 'made', listId, 1)).ids[0];
  if (id === undefined) return { rows: [], last: undefined };
  const { pk, sk: begins } = entryKey(id, '');
  const start = itemId ? entryKey(id, itemId).sk : undefined;
  const { rows, last } = await queryRows<ListEntryRow>({ pk, begins, after: start, limit: pageSize, strong: true });
  return {
    rows: rows.filter(({ position }) => position !== undefined),
    last: `${id}#${last === undefined ? '' : last.slice(begins.length)}`,
  };
}

/** What a person put on open lists, a page at a time by list and item, with every write before seen. */
export async function putOnLists(personId: string, after: string | undefined): Page<ListEntryRow> {
  const { ids, last } = await creditsOf(personId, 'put', after, pageSize);
  const keys = ids.map((id) => entryKey(...partsOfListed(id)));
  const found = await getRows(keys, { strong: true });
  return { rows: keys.flatMap((key) => (found.get(keyText(key)) as ListEntryRow | undefined) ?? []), last };
}
