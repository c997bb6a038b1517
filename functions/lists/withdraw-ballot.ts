import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { ballotOf, replaceBallot } from './ballots/table.ts';

export const withdrawBallot: Handler<'withdrawBallot'> = async ({ params: { listId } }, context) => {
  const { personId } = context.caller;
  return untilDone(async () => {
    const [before] = await Promise.all([ballotOf(personId, listId), requireAccount(context)]);
    if (before.length === 0) return { withdrawn: false };
    if (await replaceBallot(personId, listId, before, [], '')) return { withdrawn: true };
    return undefined;
  });
};
