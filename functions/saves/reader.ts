import { ordered } from '#functions/table/ordered.ts';
import { type Row, writeRows } from '#functions/table/table.ts';
import type { Save } from '#shared/saves/schema.ts';
import { allShelfNumbers } from './listings/table.ts';
import { isSaved, isSaveRow, removeSave, type SavedRow } from './table.ts';

export type { SaversStanding, ShelfStanding } from './listings/table.ts';
export {
  lastSavers,
  publicListPartition,
  saveList,
  saversStandingKey,
  shelfNumbers,
  shelfStandingKey,
  visitsOf,
} from './listings/table.ts';
export { savesAfter } from './own-saves.ts';
export { saveExisting } from './store.ts';
export { isSaved, isSaveRow, releaseSave, type SavedRow, type SaveRow, saveKey, saveOf, savesOf } from './table.ts';
export { tagsOfSavesUnder } from './tagged-saves.ts';

/** A save as its owner sees it. Members in fixed order. */
export function saveFrom(row: SavedRow): Save {
  const { kind, title, byline, picture } = row.about;
  const url = row.own?.fields.url;
  return {
    item: { id: row.itemId, kind, title, byline, ...(picture ? { picture } : {}) },
    ...(typeof url === 'string' ? { address: url } : {}),
    by: row.by,
    at: row.at,
    ...(row.editedAt ? { editedAt: row.editedAt } : {}),
    private: row.private ?? false,
    shelf: row.shelf ?? null,
    shelves: row.shelves ?? [],
    note: row.note ?? '',
    privateNote: row.privateNote ?? '',
    tags: [...(row.tags ?? [])].sort(),
    readings: ordered(row.readings ?? []),
    ...(row.held ? { held: { rule: row.held.rule, until: row.held.until } } : {}),
  };
}

/** Takes back all saves among a person's rows: what goes whole in batches, what leaves public tags twenty at a time. */
export async function removeSaves(personId: string, rows: readonly Row[]): Promise<void> {
  const saved = rows.filter(isSaveRow).filter(isSaved);
  const leavesTags = (row: SavedRow) => !row.private && (row.tags?.size ?? 0) > 0;
  await writeRows(saved.filter((row) => !leavesTags(row)).map((row) => ({ delete: row })));
  const tagged = saved.filter(leavesTags);
  for (let at = 0; at < tagged.length; at += 20) {
    await Promise.all(tagged.slice(at, at + 20).map(({ itemId }) => removeSave(personId, itemId)));
  }
}

/** The numbers of a person's lists that are at zero, and how many are not. */
export async function emptyShelves(personId: string): Promise<{ rows: Row[]; rest: number }> {
  const all = await allShelfNumbers(personId);
  const rows = all.filter((row) => row.public === 0 && row.private === 0);
  return { rows, rest: all.length - rows.length };
}
