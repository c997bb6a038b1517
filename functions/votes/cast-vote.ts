import { footingNow } from '#functions/holds/reader.ts';
import type { Handler } from '#functions/http/handler.ts';
import { adderOf } from '#functions/items/reader.ts';
import { requireMember } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { minuteOf } from '#shared/ranking/time.ts';
import { isOwnContribution } from '#shared/votes/rules.ts';
import { storeVote } from './table.ts';

export const castVote: Handler<'castVote'> = async ({ params, body }, context) => {
  const { personId } = context.caller;
  const [footing, item] = await Promise.all([footingNow(requireMember(context)), adderOf(params.itemId)]);
  if (isOwnContribution(item, personId)) throw new AppError('own_contribution');
  const minute = minuteOf(context.now.getTime());
  const vote = await storeVote(personId, params.itemId, body.value, minute, footing);
  if (!vote) throw new AppError('account_deleted');
  return { vote: vote.value, held: vote.hold ?? null };
};
