import type { Handler } from '#functions/http/handler.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { revisionKey } from '#functions/revisions/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { requirePower } from '#functions/trust/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { revisionId } from '#shared/targets.ts';
import { factOf } from './patrols/fact.ts';
import { markedFact, storePatrol } from './patrols/table.ts';

export const patrolRevision: Handler<'patrolRevision'> = async ({ params }, context) => {
  const { personId } = context.caller;
  const { itemId } = params;
  const n = Number(params.n);
  const [profile] = await Promise.all([requireAccount(context), requirePower(context, 'patrol')]);
  const mark = { by: handleOf(profile), at: isoSeconds(context.now) };
  return untilDone(async () => {
    const fact = await markedFact(factOf(itemId, n));
    if (!fact) throw new AppError(n === 1 ? 'item_not_found' : 'no_such_revision');
    if (fact.byId === personId) throw new AppError('own_revision');
    if (fact.patrolled) return { patrolled: { by: fact.patrolled.by ?? null, at: fact.patrolled.at } };
    const stored = { ...mark, byId: personId };
    const failed = await storePatrol(fact, revisionKey(itemId, n), revisionId(itemId, n), personId, stored);
    if (failed === 'account') throw new AppError('account_deleted');
    return failed ? undefined : { patrolled: mark };
  });
};
