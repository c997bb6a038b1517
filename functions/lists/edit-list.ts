import type { Handler } from '#functions/http/handler.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { listOf, requireOwn } from './reader.ts';
import { type ListRow, listById, replaceList } from './table.ts';

export const editList: Handler<'editList'> = async ({ params, body }, context) => {
  const { personId } = context.caller;
  const [profile, found] = await Promise.all([requireAccount(context), listById(params.listId, { strong: true })]);
  handleOf(profile);
  const before = requireOwn(found, personId);
  const { title, description, revision } = body;
  if (before.revision !== revision) {
    // A repeat of an edit that went through is answered as it was.
    const same = before.revision === revision + 1 && before.title === title && before.description === description;
    if (same) return { list: listOf(before) };
    throw new AppError('list_conflict');
  }
  const list: ListRow = { ...before, title, description, revision: revision + 1 };
  if (!(await replaceList(list, personId))) throw new AppError('list_conflict');
  return { list: listOf(list) };
};
