import type { CommentOrder } from '#shared/discussions/schema.ts';
import { commentPage, nounOf } from '#shared/discussions/threads.ts';
import { type ThreadAt, useComment, useCommentsOf, useThread } from '../features/discussions/queries.ts';
import { Head } from './head.tsx';

type OfThread = { origin: string; at: ThreadAt; order: CommentOrder };

export function TalkHead({ origin, at, order }: OfThread) {
  const found = useThread(at, order).data;
  if (!found) return null;
  const title = found.about?.title ?? 'something that is gone';
  return (
    <Head
      title={`Talk: ${title}`}
      description={`What people say about ${title}, best first.`}
      canonical={`${origin}/talk/${at.what}/${encodeURIComponent(at.target)}`}
      empty={found.comments === 0}
      feed={`Talk: ${title}`}
    />
  );
}

export function CommentHead({ origin, commentId }: { origin: string; commentId: string }) {
  const found = useComment(commentId).data;
  if (!found) return null;
  const { comment, about } = found;
  const noun = nounOf(found.thread?.what, comment);
  return (
    <Head
      title={`${noun === 'answer' ? 'An answer' : `A ${noun}`} on ${about?.title ?? 'something that is gone'}`}
      description={`${comment.by ? `@${comment.by}: ` : ''}${comment.text}`}
      canonical={origin + commentPage(found.thread?.what, comment)}
      empty={comment.withdrawn === true}
      type="article"
    />
  );
}

export function PersonCommentsHead({ origin, handle }: { origin: string; handle: string }) {
  const found = useCommentsOf(handle).data;
  if (!found) return null;
  return (
    <Head
      title={`@${handle}: comments`}
      description={`What @${handle} said, newest first.`}
      canonical={`${origin}/@${handle}/comments`}
      empty={found.pages.flat().length === 0}
      feed={`@${handle}: comments`}
    />
  );
}
