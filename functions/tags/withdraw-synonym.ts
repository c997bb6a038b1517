import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { removeSynonym } from './synonyms/table.ts';

export const withdrawSynonym: Handler<'withdrawSynonym'> = async ({ params: { tag, other } }, context) => {
  await requireAccount(context);
  await removeSynonym(context.caller.personId, tag, other);
  return { supported: false };
};
