import type { Handler } from '#functions/http/handler.ts';
import { requireOpen, shownOf } from '#functions/items/reader.ts';
import { handleOf } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { AppError } from '#shared/app-error.ts';
import { entriesPerList } from '#shared/lists/rules.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { endOf } from './positions/order.ts';
import { entryOf, requireOwn } from './reader.ts';
import { beforeChange, entryKey, type ListEntryRow, replaceNote, storeEntry } from './table.ts';

export const addToList: Handler<'addToList'> = async ({ params: { listId, itemId }, body }, context) => {
  const { personId } = context.caller;
  return untilDone(async () => {
    const { profile, list, gate, itemOf, entryOf: there } = await beforeChange(personId, listId, itemId);
    const by = handleOf(profile);
    if (!list || !gate || gate.closed) throw new AppError('list_not_found');
    const isClosed = list.mode === 'closed';
    if (isClosed) requireOwn(list, personId);
    const before = there(itemId);
    if (before) return { entry: written(await noted(before, body.note, personId)), added: false };
    const item = itemOf(itemId);
    if (!item) throw new AppError('item_not_found');
    requireOpen(item);
    if (gate.entries >= entriesPerList) throw new AppError('list_full', `A list takes ${entriesPerList} items`);
    const position = isClosed ? await endOf(listId) : undefined;
    const entry: ListEntryRow = {
      ...entryKey(listId, itemId),
      type: 'listEntry',
      listId,
      itemId,
      about: shownOf(item),
      ...(body.note ? { note: body.note } : {}),
      // On a closed list it is always who made it, whose name the list has.
      ...(position === undefined ? { by, byId: personId } : { position }),
      at: isoSeconds(context.now),
    };
    const failed = await storeEntry(entry, personId, gate.turn);
    if (!failed) return { entry: written(entry), added: true };
    if (failed === 'account') throw new AppError('account_deleted');
    // Put there by another, full, deleted or changed meanwhile: what it is now decides.
    return undefined;
  });
};

/** The entry with another note, where one was given and it is the caller's to change; else as it is. */
async function noted(entry: ListEntryRow, note: string | null, personId: string): Promise<ListEntryRow> {
  const isMine = entry.position !== undefined || entry.byId === personId;
  if (note === null || note === (entry.note ?? '') || !isMine) return entry;
  if (!(await replaceNote(entry, note, personId))) return entry;
  const { note: _before, ...rest } = entry;
  return { ...rest, ...(note === '' ? {} : { note }) } as ListEntryRow;
}

/** As just written: what others said of it the projector knows. */
function written({ itemId, note, ...entry }: ListEntryRow) {
  const { points: _points, voters: _voters, ...shown } = entryOf(itemId, entry, note ? { note } : {}, noVotes);
  return shown;
}
const noVotes = { points: 0, voters: 0 };
