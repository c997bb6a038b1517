import type { Handler } from '#functions/http/handler.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { AppError } from '#shared/app-error.ts';
import { moveAfter } from './positions/order.ts';
import { requireOwn } from './reader.ts';
import { beforeChange, type ListEntryRow } from './table.ts';

export const moveInList: Handler<'moveInList'> = async ({ params: { listId, itemId }, body: { after } }, context) => {
  const { personId } = context.caller;
  return untilDone(async () => {
    const found = await beforeChange(personId, listId, itemId, ...(after === null ? [] : [after]));
    if (found.profile?.deleted) throw new AppError('account_deleted');
    const { mode } = requireOwn(found.list, personId);
    if (mode === 'open') throw new AppError('ordered_by_votes');
    const moved = placeOf(found.entryOf(itemId));
    const behind = after === null ? undefined : placeOf(found.entryOf(after));
    if (after === itemId) return { moved: false };
    const outcome = await moveAfter(listId, found.gate?.turn ?? 0, moved, behind);
    if (outcome !== 'overtaken') return { moved: outcome === 'moved' };
    return undefined;
  });
};

function placeOf(entry: ListEntryRow | undefined) {
  if (entry?.position === undefined) throw new AppError('not_on_list');
  return { itemId: entry.itemId, position: entry.position };
}
