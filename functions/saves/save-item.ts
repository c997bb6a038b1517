import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { publishOwn } from './address.ts';
import { saveFrom } from './reader.ts';
import { requirePast, saveExisting } from './store.ts';

export const saveItem: Handler<'saveItem'> = async ({ params: { itemId }, body }, context) => {
  requirePast(body.at, context.now);
  const stored = (await saveExisting(itemId, body, context)) ?? (await publishOwn(itemId, body, context));
  if (!stored) throw new AppError('item_not_found');
  return { save: saveFrom(stored.row) };
};
