import { targetOf } from '#functions/follows/reader.ts';
import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { removeMute } from './table.ts';

export const unmuteTarget: Handler<'unmuteTarget'> = async ({ params }, context) => {
  await requireAccount(context);
  await removeMute(context.caller.personId, await targetOf(params));
  return { muted: false };
};
