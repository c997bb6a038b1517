import type { Reply } from '#shared/replies/schema.ts';
import { emptyReplyWordings, type ReplyRow, removeReply, replyTextRemoval, replyTo } from './table.ts';

export {
  isReplyCredit,
  leaveReplies,
  type ReplyRow,
  type ReplyVersion,
  repliesAfter,
  replyKey,
  replyTo,
  wordingsOfReply,
} from './table.ts';

/** A reply as the contract gives it out, whole. */
export function replyOf({ text, by, at, editedAt, revision, removed }: ReplyRow): Reply {
  return {
    text,
    by: by ?? null,
    at,
    ...(editedAt === undefined ? {} : { editedAt }),
    revision,
    ...(removed === undefined ? {} : { removed }),
  };
}

/** What a reply is called where it is not shown. */
export const replyAbout = ({ about }: Pick<ReplyRow, 'about'>) => ({
  title: `A reply to a review of ${about.title}`,
  href: about.href,
});

/** What taking the text off a reply comes to, for an act of moderation; undefined where there is no reply. */
export async function replyRemoval(reviewId: string, act: string) {
  const reply = await replyTo(reviewId, { strong: true });
  return (
    reply && {
      about: replyAbout(reply),
      authorId: reply.byId,
      itemId: reply.itemId,
      removed: reply.removed,
      writes: [replyTextRemoval(reply, act)],
      finish: () => emptyReplyWordings(reviewId),
    }
  );
}

/** Takes away what was said to a review that is withdrawn: whoever repeats it there quotes what is gone. */
export async function removeReplyTo(reviewId: string): Promise<void> {
  for (;;) {
    const reply = await replyTo(reviewId, { strong: true });
    if (!reply || (await removeReply(reply))) return;
  }
}
