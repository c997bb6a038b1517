import type { Handler } from '#functions/http/handler.ts';
import { createdIdOf, handleOf, requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { newId } from '#shared/ids.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { describe } from './describe.ts';
import { itemOf } from './reader.ts';
import { type ItemRow, itemById, itemIdsByIdentifier, itemKey, storeItem } from './table.ts';

export const createItem = (async ({ body, idempotencyKey }, context) => {
  const { caller, now } = context;
  const described = describe(body.kind, body.fields);
  const by = handleOf(await requireAccount(context));
  const id = idempotencyKey ? createdIdOf(caller.sub, 'createItem', idempotencyKey) : newId();
  const item: ItemRow = {
    ...itemKey(id),
    type: 'item',
    id,
    ...described,
    licence: body.licence ?? 'CC-BY-SA-4.0',
    at: isoSeconds(now),
    by,
    byId: caller.personId,
    revision: 1,
  };

  // Two may submit the same at the same moment: whoever comes second is led to the item of the first.
  for (let tries = 0; tries < 5; tries++) {
    const [there] = await itemIdsByIdentifier(described.names, { strong: true });
    if (there) {
      const existing = await itemById(there, { strong: true });
      if (existing) return { item: itemOf(existing), existing: there !== id };
    }
    const failed = await storeItem(item, caller.personId);
    if (!failed) return { item: itemOf(item), existing: false };
    if (failed === 'item') return { item: itemOf(await repeated(id, item)), existing: false };
  }
  throw new AppError('try_again');
}) satisfies Handler<'createItem'>;

/** The item that an earlier request with the same Idempotency-Key created. */
async function repeated(id: string, asked: ItemRow): Promise<ItemRow> {
  const earlier = await itemById(id, { strong: true });
  if (earlier && earlier.kind === asked.kind && earlier.title === asked.title) return earlier;
  throw new AppError('idempotency_key_reused');
}
