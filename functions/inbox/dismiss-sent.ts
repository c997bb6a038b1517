import type { Handler } from '#functions/http/handler.ts';
import { requireAccount, requirePerson } from '#functions/people/reader.ts';
import { removeSending } from './table.ts';

export const dismissSent: Handler<'dismissSent'> = async ({ params: { handle, itemId } }, context) => {
  const [, sender] = await Promise.all([requireAccount(context), requirePerson(handle)]);
  await removeSending(sender.personId, context.caller.personId, itemId);
  return { dismissed: true };
};
