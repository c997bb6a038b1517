import { type Handler, WrittenJson } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { entriesPage } from './reader.ts';
import { gateById } from './table.ts';

export const listEntries: Handler<'listEntries'> = async ({ params: { listId }, query }) => {
  const [gate, page] = await Promise.all([gateById(listId), entriesPage(listId, query.cursor)]);
  if (!gate || gate.closed) throw new AppError('list_not_found');
  return new WrittenJson(page);
};
