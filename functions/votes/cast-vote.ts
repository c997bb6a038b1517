import type { Handler } from '#functions/http/handler.ts';
import { requireItem } from '#functions/items/reader.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { minuteOf } from '#shared/ranking/time.ts';
import { isOwnContribution } from '#shared/votes/rules.ts';
import { storeVote } from './table.ts';

export const castVote: Handler<'castVote'> = async ({ params, body }, context) => {
  const { personId } = context.caller;
  const [profile, item] = await Promise.all([requireAccount(context), requireItem(params.itemId)]);
  handleOf(profile);
  if (isOwnContribution(item, personId)) throw new AppError('own_contribution');
  await storeVote(personId, params.itemId, body.value, minuteOf(context.now.getTime()));
  return { vote: body.value };
};
