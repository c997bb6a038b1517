import { ordered } from '#functions/table/ordered.ts';
import type { Row } from '#functions/table/table.ts';
import type { Save } from '#shared/saves/schema.ts';
import { isSaved, isSaveRow, removeSave, type SavedRow } from './table.ts';

export {
  isSaved,
  isSaveRow,
  type SavedRow,
  type SaveRow,
  type SaversStanding,
  type ShelfStanding,
  saveKey,
  saveOf,
  saversStandingKey,
  shelfStandingKey,
} from './table.ts';

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
  };
}

/** Takes back all saves among a person's rows, twenty at a time. */
export async function removeSaves(personId: string, rows: readonly Row[]): Promise<void> {
  const saved = rows.filter(isSaveRow).filter(isSaved);
  for (let at = 0; at < saved.length; at += 20) {
    await Promise.all(saved.slice(at, at + 20).map(({ itemId }) => removeSave(personId, itemId)));
  }
}
