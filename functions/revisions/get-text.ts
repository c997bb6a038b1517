import type { Handler } from '#functions/http/handler.ts';
import { ordered } from '#functions/table/ordered.ts';
import { textAt } from './table.ts';

export const getText: Handler<'getText'> = async ({ params: { itemId } }) => {
  const { text, n, removed, links } = await textAt(itemId, undefined);
  return { text, revision: n, ...(removed === undefined ? {} : { removed }), links: ordered(links) };
};
