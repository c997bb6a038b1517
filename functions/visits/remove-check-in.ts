import type { Handler } from '#functions/http/handler.ts';
import { saveFrom } from '#functions/saves/reader.ts';
import { changeReadings } from '#functions/saves/readings/reader.ts';
import { withoutVisit } from '#shared/saves/readings.ts';

export const removeCheckIn: Handler<'removeCheckIn'> = async ({ params: { itemId, day } }, context) => {
  const row = await changeReadings(itemId, context, (_row, was) => ({
    readings: withoutVisit(was.readings, day),
    shelf: was.shelf,
  }));
  return { save: row ? saveFrom(row) : null };
};
