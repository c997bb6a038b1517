import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { readUntil, storeRead, trimInbox } from './table.ts';

export const markInboxRead: Handler<'markInboxRead'> = async ({ body: { until } }, context) => {
  const { personId } = context.caller;
  await requireAccount(context);
  // What comes later than now is not read yet.
  const now = context.now.toISOString();
  if (!(await storeRead(personId, until < now ? until : now))) throw new AppError('account_deleted');
  await trimInbox(personId);
  return { readUntil: (await readUntil(personId)) ?? until };
};
