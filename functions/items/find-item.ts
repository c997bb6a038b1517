import type { Handler } from '#functions/http/handler.ts';
import { kindNames, kinds } from '#shared/items/kinds/registry.ts';
import { itemOf, whereItLeads } from './reader.ts';
import { itemById, itemIdsByIdentifier } from './table.ts';

export const findItem: Handler<'findItem'> = async ({ query }) => {
  const asked = query.kind ? [query.kind] : kindNames;
  const names = asked.flatMap((kind) => kinds[kind].recognise(query.value));
  const [itemId] = await itemIdsByIdentifier(names, { strong: true });
  const item = await whereItLeads(itemId ? await itemById(itemId, { strong: true }) : undefined);
  return { item: item ? itemOf(item) : null };
};
