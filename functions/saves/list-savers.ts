import { type Handler, WrittenJson } from '#functions/http/handler.ts';
import { itemById } from '#functions/items/reader.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { pageText } from '#functions/table/listing.ts';
import { ordered } from '#functions/table/ordered.ts';
import { AppError } from '#shared/app-error.ts';
import type { Operations } from '#shared/capabilities.ts';
import type { OutputOf } from '#shared/operation.ts';
import { saveList, saversByMonth, saversPartition } from './listings/table.ts';

const pageSize = 50;

export const listSavers: Handler<'listSavers'> = async ({ params: { itemId }, query: { cursor } }) => {
  const pk = saversPartition(itemId);
  const [item, { rows }, months] = await Promise.all([
    itemById(itemId),
    saveList(pk, readCursor(pk, cursor), pageSize + 1),
    cursor === undefined ? saversByMonth(itemId) : undefined,
  ]);
  if (!item) throw new AppError('item_not_found');
  const page = pageText(pk, rows, pageSize);
  const text = months ? `${page.slice(0, -1)},"months":${JSON.stringify(ordered(months))}}` : page;
  return new WrittenJson<OutputOf<Operations['listSavers']>>(text);
};
