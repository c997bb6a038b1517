import type { Handler, PersonContext } from '#functions/http/handler.ts';
import { createdIdOf, digestOf, handleOf, requireAccount } from '#functions/people/reader.ts';
import { requireReadableHours } from '#functions/places/hours/reader.ts';
import type { Write } from '#functions/table/table.ts';
import { AppError } from '#shared/app-error.ts';
import { newId } from '#shared/ids.ts';
import type { Item } from '#shared/items/schema.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { isNewcomer } from '#shared/revisions/rules.ts';
import { describe } from './describe.ts';
import { itemOf, whereItLeads } from './reader.ts';
import { type ItemRow, itemById, itemIdsByIdentifier, itemKey, storeItem } from './table.ts';

export const createItem = (async ({ body, idempotencyKey }, context) => {
  const described = describe(body.kind, body.fields);
  await requireReadableHours(described);
  const profile = await requireAccount(context);
  const by = handleOf(profile);
  const newcomer = isNewcomer(profile?.at, context.now);
  return addItem(described, { by, newcomer, licence: body.licence, idempotencyKey }, context);
}) satisfies Handler<'createItem'>;

type Addition = {
  by: string;
  /** Whether whoever adds it is new here: shown among recent changes. */
  newcomer?: boolean;
  licence?: Item['licence'];
  idempotencyKey?: string;
  /** Stored with it, in one transaction: its text. */
  also?: (itemId: string) => { writes: readonly Write[]; known: Partial<ItemRow>; asked: string };
  /** Nothing had these names a moment ago: it is stored at once, and looked for only where something has them now. */
  unseen?: boolean;
};

/** Adds what no item here has the names of, or leads to the item that has them. @throws account_deleted */
export async function addItem(
  described: ReturnType<typeof describe>,
  { by, newcomer = false, licence = 'CC-BY-SA-4.0', idempotencyKey, unseen = false, also }: Addition,
  { caller, now }: PersonContext,
): Promise<{ item: Item; existing: boolean }> {
  const id = idempotencyKey ? createdIdOf(caller.sub, also ? 'composeItem' : 'createItem', idempotencyKey) : newId();
  const { writes = [], known = {}, asked } = also?.(id) ?? {};
  const item: ItemRow = {
    ...known,
    ...itemKey(id),
    type: 'item',
    id,
    ...described,
    licence,
    at: isoSeconds(now),
    by,
    byId: caller.personId,
    revision: 1,
    ...(newcomer ? { newcomer } : {}),
    ...(idempotencyKey
      ? { digest: digestOf([described.kind, described.fields, licence, ...(asked === undefined ? [] : [asked])]) }
      : {}),
  };

  // Two may submit the same at the same moment: whoever comes second is led to the item of the first.
  for (let tries = 0; tries < 5; tries++) {
    if (!unseen || tries > 0) {
      const [[there], created] = await Promise.all([
        itemIdsByIdentifier(described.names, { strong: true }),
        idempotencyKey ? itemById(id, { strong: true }) : undefined,
      ]);
      if (created) return { item: itemOf(sameRequest(created, item)), existing: false };
      const existing = await whereItLeads(there ? await itemById(there, { strong: true }) : undefined);
      if (existing) return { item: itemOf(existing), existing: true };
    }
    const failed = await storeItem(item, caller.personId, writes);
    if (!failed) return { item: itemOf(item), existing: false };
    if (failed === 'account') throw new AppError('account_deleted');
  }
  throw new AppError('try_again');
}

/** What a key created is the answer to the same request alone, however it was edited since. */
function sameRequest(created: ItemRow, { digest }: ItemRow): ItemRow {
  if (created.digest !== digest) throw new AppError('idempotency_key_reused');
  return created;
}
