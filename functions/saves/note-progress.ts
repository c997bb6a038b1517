import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { shelfOnceBegun, withProgress } from '#shared/saves/readings.ts';
import { progressKept, readingsKept } from '#shared/saves/rules.ts';
import { changeReadings } from './progress.ts';
import { saveFrom } from './reader.ts';

export const noteProgress: Handler<'noteProgress'> = async ({ params: { itemId, day }, body }, context) => {
  // Somewhere it is tomorrow already.
  if (Date.parse(day) > context.now.getTime() + 86_400_000) throw new AppError('day_to_come');
  const row = await changeReadings(itemId, context, ({ about }, was) => {
    const kind = kinds[about.kind];
    if (!kind.readings) throw new AppError('no_readings');
    const readings = withProgress(was.readings, { on: day, ...body });
    const noted = readings.reduce((sum, { progress }) => sum + (progress?.length ?? 0), 0);
    if (readings.length > readingsKept || noted > progressKept) throw new AppError('progress_limit');
    return { readings, shelf: shelfOnceBegun(kind, was.shelf) };
  });
  if (!row) throw new AppError('save_not_found');
  return { save: saveFrom(row) };
};
