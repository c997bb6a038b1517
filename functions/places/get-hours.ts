import type { Handler } from '#functions/http/handler.ts';
import { itemById } from '#functions/items/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import type { Position } from '#shared/places/schema.ts';

export const getHours: Handler<'getHours'> = async ({ params }, { now }) => {
  const item = await itemById(params.itemId);
  if (!item) throw new AppError('item_not_found');
  const hours = kinds[item.kind].hours?.(item.fields);
  if (hours === undefined) return { hours: null, opening: null };
  const { openingOf } = await import('./opening.ts');
  return { hours, opening: openingOf({ hours, position: item.fields.position as Position }, now) ?? null };
};
