import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { entryWithStanding } from './pages/table.ts';
import { entryOf } from './reader.ts';

export const getListEntry: Handler<'getListEntry'> = async ({ params: { listId, itemId } }) => {
  const { entry, standing } = await entryWithStanding(listId, itemId);
  if (!entry) throw new AppError('not_on_list');
  const { note } = entry;
  const judged = { points: standing?.points ?? 0, voters: standing?.voters ?? 0 };
  return { entry: entryOf(itemId, entry, note === undefined ? {} : { note }, judged) };
};
