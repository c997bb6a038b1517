import type { Handler } from '#functions/http/handler.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { AppError } from '#shared/app-error.ts';
import { ballotOf } from './ballots/table.ts';
import { listWithStanding } from './pages/table.ts';
import { requireOwn } from './reader.ts';
import { beforeChange, closeList, entriesOfList, sweepList } from './table.ts';

export const deleteList: Handler<'deleteList'> = async ({ params: { listId } }, context) => {
  const { personId } = context.caller;
  return untilDone(async () => {
    const { profile, list: found, gate } = await beforeChange(personId, listId);
    if (profile?.deleted) throw new AppError('account_deleted');
    if (!gate) throw new AppError('list_not_found');
    if (gate.closed) {
      // It may have been cut off after it closed the list.
      await sweepList(listId);
      return { deleted: true };
    }
    const list = requireOwn(found, personId);
    if (list.mode === 'open' && (await isUsedByOthers(listId, personId))) throw new AppError('list_in_use');
    if (await closeList(list, gate)) {
      await sweepList(listId);
      return { deleted: true };
    }
    return undefined;
  });
};

/** What was put there is read whole, and must not change until the list is closed; votes are as far as they are counted. */
async function isUsedByOthers(listId: string, personId: string): Promise<boolean> {
  const [entries, { standing }, mine] = await Promise.all([
    entriesOfList(listId),
    listWithStanding(listId),
    ballotOf(personId, listId),
  ]);
  const voters = (standing?.voters ?? 0) - Math.min(1, mine.length);
  return voters > 0 || entries.some(({ byId }) => byId !== personId);
}
