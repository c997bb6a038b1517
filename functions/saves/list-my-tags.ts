import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { personTags } from './person-tags.ts';

export const listMyTags: Handler<'listMyTags'> = async ({ query }, context) => {
  const [, page] = await Promise.all([
    requireAccount(context),
    personTags(context.caller.personId, query.cursor, (standing) => standing.public + standing.private),
  ]);
  return page;
};
