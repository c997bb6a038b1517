import type { Handler } from '#functions/http/handler.ts';
import { requireAccount, reviewIdOf } from '#functions/people/reader.ts';
import { myReview } from '#functions/reviews/reader.ts';
import { isSaved, saveFrom, saveOf } from '#functions/saves/reader.ts';
import { voteOn } from '#functions/votes/reader.ts';
import { stillHeld } from '#shared/holds/rules.ts';
import { requireItem } from './reader.ts';

export const getMyView: Handler<'getMyView'> = async ({ params: { itemId } }, context) => {
  const { personId, sub } = context.caller;
  const [, item, vote, review, kept] = await Promise.all([
    requireAccount(context),
    requireItem(itemId),
    voteOn(personId, itemId),
    myReview(reviewIdOf(sub, itemId)),
    saveOf(personId, itemId),
  ]);
  return {
    vote: vote?.value ?? null,
    voteHeld: stillHeld(vote?.hold, new Date()) ?? null,
    review: review ?? null,
    tags: [...(kept?.tags ?? [])].sort(),
    save: isSaved(kept) ? saveFrom(kept) : null,
    added: item.byId === personId,
  };
};
