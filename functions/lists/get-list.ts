import { type Handler, WrittenJson } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import type { Operations } from '#shared/capabilities.ts';
import { foldOf } from '#shared/moderation/folds.ts';
import type { OutputOf } from '#shared/operation.ts';
import { listWithStanding } from './pages/table.ts';
import { entriesPage, listOf } from './reader.ts';

export const getList: Handler<'getList'> = async ({ params: { listId } }) => {
  const [{ list, standing }, page] = await Promise.all([listWithStanding(listId), entriesPage(listId)]);
  if (!list) throw new AppError('list_not_found');
  const counts = { entries: standing?.entries ?? 0, voters: standing?.voters ?? 0 };
  const text = JSON.stringify({ list: listOf(list), counts, folded: foldOf(standing?.folded) ?? null });
  // The page is already written; the rest is put around it.
  return new WrittenJson<OutputOf<Operations['getList']>>(`${text.slice(0, -1)},"page":${page}}`);
};
