import type { Handler } from '#functions/http/handler.ts';
import { ordered } from '#functions/table/ordered.ts';
import { AppError } from '#shared/app-error.ts';
import { revisionsOf } from './making/reader.ts';
import { nameOf, revisionOf } from './reader.ts';

export const getRevision: Handler<'getRevision'> = async ({ params: { itemId, n } }) => {
  const { item, told } = await revisionsOf(itemId, [n]);
  const [one] = told;
  if (!one) throw new AppError('revision_not_found');
  const { row, fields, text } = one;
  return {
    item: nameOf(item),
    revision: revisionOf(row),
    fields: ordered(fields),
    text: text.text,
    links: ordered(text.links),
    latest: item.revision,
  };
};
