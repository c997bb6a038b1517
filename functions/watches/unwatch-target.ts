import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { removeFollow } from '#functions/relations/table.ts';
import { watchedAt } from './targets.ts';

export const unwatchTarget: Handler<'unwatchTarget'> = async ({ params }, context) => {
  await requireAccount(context);
  await removeFollow('watch', context.caller.personId, await watchedAt(params), context.now);
  return { watching: false };
};
