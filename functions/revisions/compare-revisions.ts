import type { Handler } from '#functions/http/handler.ts';
import { ordered } from '#functions/table/ordered.ts';
import { AppError } from '#shared/app-error.ts';
import { compareStates } from '#shared/revisions/compare.ts';
import { revisionsOf } from './making/reader.ts';
import { nameOf, revisionOf } from './reader.ts';

export const compareRevisions: Handler<'compareRevisions'> = async ({ params: { itemId, n, to } }) => {
  const { item, told } = await revisionsOf(itemId, [n, to]);
  const [before, after] = told;
  if (!before || !after) throw new AppError('revision_not_found');
  const gone = told.find(({ row }) => row.removed !== undefined);
  if (gone) throw new AppError('revision_removed', `What revision ${gone.row.n} said was removed`);
  const state = ({ fields, text }: typeof before) => ({ fields: ordered(fields), text: text.text });
  return {
    item: nameOf(item),
    from: revisionOf(before.row),
    to: revisionOf(after.row),
    latest: item.revision,
    ...compareStates(state(before), state(after)),
  };
};
