import { areasAsOne } from '#functions/areas/reader.ts';
import type { Handler } from '#functions/http/handler.ts';
import { engine } from './engine.ts';

export const search: Handler<'search'> = async ({ query }, { now }) => {
  const [found, areas] = await Promise.all([engine(), query.area === undefined ? [] : areasAsOne(query.area)]);
  return found.search(areas.length > 1 ? { ...query, areas } : query, now);
};
