import { isDeepStrictEqual } from 'node:util';
import type { PersonContext } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import type { Reading } from '#shared/saves/schema.ts';
import { isSaved, type SavedRow, saveOf, storeSave } from './table.ts';

type Content = { readings: Reading[]; shelf: string | undefined };

/**
 * Changes the readings of a save, and its shelf, as they stand: where another tab was faster, as they stand then. Undefined where
 * nothing is saved. Repeating a change writes nothing; else 4 write units.
 * @throws account_deleted
 */
export async function changeReadings(
  itemId: string,
  context: PersonContext,
  change: (row: SavedRow, content: Content) => Content,
): Promise<SavedRow | undefined> {
  const { personId } = context.caller;
  for (let tries = 0; tries < 20; tries++) {
    const [, row] = await Promise.all([requireAccount(context), saveOf(personId, itemId)]);
    if (!isSaved(row)) return undefined;
    const was: Content = { readings: row.readings ?? [], shelf: row.shelf };
    const { readings, shelf } = change(row, was);
    if (isDeepStrictEqual({ readings, shelf }, was)) return row;
    const content = { readings: readings.length > 0 ? readings : undefined, shelf, imported: undefined };
    const stored = await storeSave(personId, itemId, { ...content, editedAt: isoSeconds(context.now) }, row, true);
    if (stored) return stored as SavedRow;
  }
  throw new AppError('try_again');
}
