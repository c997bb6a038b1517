import type { Handler } from '#functions/http/handler.ts';
import { createdIdOf, digestOf, handleOf, requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { newId } from '#shared/ids.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { listOf } from './reader.ts';
import { type ListRow, listById, listKey, storeList } from './table.ts';

export const createList: Handler<'createList'> = async ({ body, idempotencyKey }, context) => {
  const { caller, now } = context;
  const by = handleOf(await requireAccount(context));
  const { title, description, mode, licence = 'CC-BY-SA-4.0' } = body;
  const id = idempotencyKey ? createdIdOf(caller.sub, 'createList', idempotencyKey) : newId();
  const list: ListRow = {
    ...listKey(id),
    type: 'list',
    id,
    title,
    description,
    mode,
    licence,
    at: isoSeconds(now),
    by,
    byId: caller.personId,
    revision: 1,
    ...(idempotencyKey ? { digest: digestOf([title, description, mode, licence]) } : {}),
  };
  const failed = await storeList(list, caller.personId);
  if (!failed) return { list: listOf(list) };
  if (failed === 'account') throw new AppError('account_deleted');
  const created = await listById(id, { strong: true });
  // It was made under this key, and deleted since.
  if (!created) throw new AppError('list_not_found');
  if (created.digest !== list.digest) throw new AppError('idempotency_key_reused');
  return { list: listOf(created) };
};
