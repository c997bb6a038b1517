import type { Handler } from '#functions/http/handler.ts';
import { requireItem } from '#functions/items/reader.ts';
import { handleOf, requireAccount, requirePerson } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { cutBytes } from '#shared/follows/rules.ts';
import type { Sent } from '#shared/inbox/schema.ts';
import { storeSending } from './table.ts';

export const sendItem: Handler<'sendItem'> = async ({ params: { handle, itemId }, body }, context) => {
  const { personId } = context.caller;
  const [profile, to, { kind, title }] = await Promise.all([
    requireAccount(context),
    requirePerson(handle),
    requireItem(itemId),
  ]);
  const by = handleOf(profile);
  if (to.personId === personId) throw new AppError('yourself');
  const item = { id: itemId, kind, title: cutBytes(title, 160) };
  const cardAt = (at: string) =>
    JSON.stringify({ at, by, item, ...(body.note ? { note: body.note } : {}) } satisfies Sent);
  const failed = await storeSending({ senderId: personId, to: to.personId, itemId, cardAt }, context.now);
  if (failed) throw new AppError(failed === 'account' ? 'account_deleted' : 'person_not_found');
  return { sent: true };
};
