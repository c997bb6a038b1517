import type { Handler } from '#functions/http/handler.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
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
  const by = handleOf(profile);
  const fact = await markedFact(factOf(itemId, n));
  if (!fact) throw new AppError(n === 1 ? 'item_not_found' : 'no_such_revision');
  if (fact.byId === personId) throw new AppError('own_revision');
  const at = isoSeconds(context.now);
  const failed = fact.patrolled
    ? 'marked'
    : await storePatrol(fact, revisionId(itemId, n), personId, { by, byId: personId, at });
  if (failed === 'account') throw new AppError('account_deleted');
  const stands = failed === 'marked' ? (await markedFact(fact))?.patrolled : undefined;
  return { patrolled: stands ? { by: stands.by ?? null, at: stands.at } : { by, at } };
};
