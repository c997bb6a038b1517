import type { Handler } from '#functions/http/handler.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { AppError } from '#shared/app-error.ts';
import { mayRemove } from '#shared/lists/rules.ts';
import { ballotOf } from './ballots/table.ts';
import { entryWithStanding } from './pages/table.ts';
import { beforeChange, removeEntry } from './table.ts';

const refusals = { list: 'not_your_list', entry: 'not_your_entry', votes: 'entry_in_use' } as const;

export const removeFromList: Handler<'removeFromList'> = async ({ params: { listId, itemId } }, context) => {
  const { personId } = context.caller;
  return untilDone(async () => {
    const [{ profile, list, entryOf }, { standing }, mine] = await Promise.all([
      beforeChange(personId, listId, itemId),
      entryWithStanding(listId, itemId),
      ballotOf(personId, listId),
    ]);
    if (profile?.deleted) throw new AppError('account_deleted');
    if (!list) throw new AppError('list_not_found');
    const entry = entryOf(itemId);
    const own = Number(mine.some(({ items }) => items.includes(itemId)));
    const refusal = mayRemove({
      mode: list.mode,
      isOwner: list.byId === personId,
      isMine: !entry || entry.byId === personId,
      othersVoted: entry !== undefined && (standing?.voters ?? 0) > own,
    });
    if (refusal) throw new AppError(refusals[refusal]);
    if (!entry) return { removed: false };
    if (await removeEntry(entry)) return { removed: true };
    return undefined;
  });
};
