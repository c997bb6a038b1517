import { createHash } from 'node:crypto';
import type { Handler, PersonContext } from '#functions/http/handler.ts';
import { createdIdOf, handleOf, requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { newId } from '#shared/ids.ts';
import type { Item } from '#shared/items/schema.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { describe } from './describe.ts';
import { itemOf } from './reader.ts';
import { type ItemRow, itemById, itemIdsByIdentifier, itemKey, storeItem } from './table.ts';

export const createItem = (async ({ body, idempotencyKey }, context) => {
  const described = describe(body.kind, body.fields);
  const by = handleOf(await requireAccount(context));
  return addItem(described, { by, licence: body.licence, idempotencyKey }, context);
}) satisfies Handler<'createItem'>;

type Addition = {
  by: string;
  licence?: Item['licence'];
  idempotencyKey?: string;
  /** Nothing had these names a moment ago: it is stored at once, and looked for only where something has them now. */
  unseen?: boolean;
};

/** Adds what no item here has the names of, or leads to the item that has them. @throws account_deleted */
export async function addItem(
  described: ReturnType<typeof describe>,
  { by, licence = 'CC-BY-SA-4.0', idempotencyKey, unseen = false }: Addition,
  { caller, now }: PersonContext,
): Promise<{ item: Item; existing: boolean }> {
  const id = idempotencyKey ? createdIdOf(caller.sub, 'createItem', idempotencyKey) : newId();
  const item: ItemRow = {
    ...itemKey(id),
    type: 'item',
    id,
    ...described,
    licence,
    at: isoSeconds(now),
    by,
    byId: caller.personId,
    revision: 1,
    ...(idempotencyKey ? { digest: digestOf([described.kind, described.fields, licence]) } : {}),
  };

  // Two may submit the same at the same moment: whoever comes second is led to the item of the first.
  for (let tries = 0; tries < 5; tries++) {
    if (!unseen || tries > 0) {
      const [[there], created] = await Promise.all([
        itemIdsByIdentifier(described.names, { strong: true }),
        idempotencyKey ? itemById(id, { strong: true }) : undefined,
      ]);
      if (created) return { item: itemOf(sameRequest(created, item)), existing: false };
      const existing = there ? await itemById(there, { strong: true }) : undefined;
      if (existing) return { item: itemOf(existing), existing: true };
    }
    const failed = await storeItem(item, caller.personId);
    if (!failed) return { item: itemOf(item), existing: false };
    if (failed === 'account') throw new AppError('account_deleted');
  }
  throw new AppError('try_again');
}

const digestOf = (request: unknown) => createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 16);

/** What a key created is the answer to the same request alone, however it was edited since. */
function sameRequest(created: ItemRow, { digest }: ItemRow): ItemRow {
  if (created.digest !== digest) throw new AppError('idempotency_key_reused');
  return created;
}
