import { type Handler, WrittenJson } from '#functions/http/handler.ts';
import { requireItem } from '#functions/items/reader.ts';
import { reviewsPage } from './reader.ts';

export const listReviews: Handler<'listReviews'> = async ({ params, query }) => {
  const [, page] = await Promise.all([requireItem(params.itemId), reviewsPage(params.itemId, query)]);
  return new WrittenJson(page);
};
