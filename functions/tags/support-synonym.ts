import type { Handler } from '#functions/http/handler.ts';
import { requireMember } from '#functions/people/reader.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { storeSynonym } from './synonyms/table.ts';

export const supportSynonym: Handler<'supportSynonym'> = async ({ params: { tag, other } }, context) => {
  await requireMember(context);
  await storeSynonym(context.caller.personId, tag, other, isoSeconds(context.now));
  return { supported: true };
};
