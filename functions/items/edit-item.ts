import { isDeepStrictEqual } from 'node:util';
import type { Handler } from '#functions/http/handler.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { describe } from './describe.ts';
import { itemOf, requireItem } from './reader.ts';
import { type ItemRow, replaceItem } from './table.ts';

export const editItem: Handler<'editItem'> = async ({ params, body }, context) => {
  const [profile, before] = await Promise.all([requireAccount(context), requireItem(params.itemId)]);
  handleOf(profile);
  if (before.byId !== context.caller.personId) throw new AppError('not_your_item');
  const described = describe(before.kind, body.fields);
  if (before.revision !== body.revision) {
    // A repeat of an edit that went through is answered as it was.
    const same = before.revision === body.revision + 1 && isDeepStrictEqual(before.fields, described.fields);
    if (same) return { item: itemOf(before) };
    throw new AppError('edit_conflict');
  }
  const item: ItemRow = { ...before, ...described, revision: before.revision + 1 };
  const failed = await replaceItem(item, before);
  if (failed) throw new AppError(failed === 'item' ? 'edit_conflict' : 'identifier_taken');
  return { item: itemOf(item) };
};
