import type { Handler } from '#functions/http/handler.ts';
import { withoutProgress } from '#shared/saves/readings.ts';
import { changeReadings } from './progress.ts';
import { saveFrom } from './reader.ts';

export const removeProgress: Handler<'removeProgress'> = async ({ params: { itemId, day } }, context) => {
  const row = await changeReadings(itemId, context, (_row, was) => ({
    readings: withoutProgress(was.readings, day),
    shelf: was.shelf,
  }));
  return { save: row ? saveFrom(row) : null };
};
