import type { Handler } from '#functions/http/handler.ts';
import { handleOf } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { AppError } from '#shared/app-error.ts';
import { newId } from '#shared/ids.ts';
import { ballotParts } from '#shared/lists/rules.ts';
import { ballotOf, beforeCasting, replaceBallot } from './ballots/table.ts';
import { requireVotes } from './reader.ts';

export const castBallot: Handler<'castBallot'> = async ({ params: { listId }, body: { items } }, context) => {
  const { personId } = context.caller;
  return untilDone(async () => {
    const [{ profile, gate, entries }, before] = await Promise.all([
      beforeCasting(personId, listId, items),
      ballotOf(personId, listId),
    ]);
    handleOf(profile);
    requireVotes(gate);
    if (entries.length < items.length) {
      const missing = items.filter((id) => !entries.some(({ itemId }) => itemId === id));
      throw new AppError('not_on_list', `Not on this list: ${missing.slice(0, 10).join(', ')}`);
    }
    const isSame = before.flatMap((row) => row.items).join() === items.join();
    if (isSame || (await replaceBallot(personId, listId, before, ballotParts(items), newId()))) return { items };
    return undefined;
  });
};
