import type { Handler } from '#functions/http/handler.ts';
import { requireItem } from '#functions/items/reader.ts';
import { saveExisting, saveFrom } from '#functions/saves/reader.ts';
import { changeReadings } from '#functions/saves/readings/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { AppError } from '#shared/app-error.ts';
import { type KindName, kinds } from '#shared/items/kinds/registry.ts';
import { isToCome } from '#shared/ranking/time.ts';
import { shelfOnceDone, withVisit } from '#shared/saves/readings.ts';
import { readingsKept } from '#shared/saves/rules.ts';

export const checkIn: Handler<'checkIn'> = async ({ params: { itemId, day }, body }, context) => {
  if (isToCome(day, context.now)) throw new AppError('day_to_come');
  return untilDone(async () => {
    const row = await changeReadings(itemId, context, ({ about }, was) => {
      requireVisits(about.kind);
      const readings = withVisit(was.readings, day);
      if (readings.length > readingsKept) throw new AppError('progress_limit');
      return { readings, shelf: shelfOnceDone(kinds[about.kind], was.shelf) };
    });
    if (row) return { save: saveFrom(row) };
    const { kind } = await requireItem(itemId);
    requireVisits(kind);
    const shelf = shelfOnceDone(kinds[kind], undefined);
    const first = {
      shelf,
      shelves: [],
      note: '',
      privateNote: '',
      private: body.private,
      readings: withVisit([], day),
    };
    const stored = await saveExisting(itemId, first, context, { onlyNew: true });
    if (!stored) throw new AppError('item_not_found');
    // Saved in another tab meanwhile: the visit comes to that.
    return stored.outcome === 'kept' ? undefined : { save: saveFrom(stored.row) };
  });
};

/** @throws no_readings where nobody says of such an item that they were there */
function requireVisits(kind: KindName): void {
  if (!kinds[kind].readings?.here) throw new AppError('no_readings');
}
