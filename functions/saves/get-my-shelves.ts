import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { shelfCountsOf } from './shelves.ts';

export const getMyShelves: Handler<'getMyShelves'> = async (_input, context) => {
  const [, counts] = await Promise.all([
    requireAccount(context),
    shelfCountsOf(context.caller.personId, (standing) => standing.public + standing.private),
  ]);
  return counts;
};
