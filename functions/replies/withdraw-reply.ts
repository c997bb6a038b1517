import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { removeReply, replyTo } from './table.ts';

/** One's own goes even where one owns the item no more. */
export const withdrawReply: Handler<'withdrawReply'> = async ({ params: { reviewId } }, context) => {
  await requireAccount(context);
  return untilDone(async () => {
    const reply = await replyTo(reviewId, { strong: true });
    if (reply?.byId !== context.caller.personId) return { withdrawn: false };
    return (await removeReply(reply)) ? { withdrawn: true } : undefined;
  });
};
