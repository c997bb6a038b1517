import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { dropTag } from './table.ts';

export const removeTag: Handler<'removeTag'> = async ({ params: { itemId, tag } }, context) => {
  await requireAccount(context);
  return { tags: await dropTag(context.caller.personId, itemId, tag) };
};
