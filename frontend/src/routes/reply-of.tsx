import { lazy, Suspense, useState } from 'react';
import type { ItemOwner } from '#shared/claims/schema.ts';
import type { Review } from '#shared/reviews/schema.ts';
import { useSession } from '../client/session.ts';
import { Flag } from '../features/moderation/flag.tsx';
import { Folded, RemovedNote } from '../features/moderation/folded.tsx';
import { useReply, withdrawReply } from '../features/replies/queries.ts';
import styles from '../features/replies/replies.module.css';
import { ReplyView } from '../features/replies/reply-view.tsx';
import { Button } from '../ui/button.tsx';
import { refused } from '../ui/refusal.ts';
import { say } from '../ui/toasts.ts';

const ReplyForm = lazy(() => import('../features/replies/reply-form.tsx'));

type Props = { review: Review; owners?: readonly ItemOwner[] | undefined };

/** What the owner says to a review, and where an owner says it. */
export function ReplyOf({ review, owners = [] }: Props) {
  const session = useSession();
  const reply = useReply(review.id, review.reply);
  const [writing, setWriting] = useState(false);
  const [sure, setSure] = useState(false);
  const me = session.signedIn ? session.handle : undefined;
  const owns = me != null && owners.some(({ by }) => by === me);
  if (writing)
    return (
      <Suspense fallback={<p role="status">Loading…</p>}>
        <ReplyForm reviewId={review.id} edits={reply !== undefined} onDone={() => setWriting(false)} />
      </Suspense>
    );
  if (!reply) {
    if (!owns || review.by === me) return null;
    return (
      <p className={styles.ask} data-reply>
        <Button look="plain" onClick={() => setWriting(true)}>
          Reply as the owner
          <span className="visually-hidden"> to {review.by ? `@${review.by}` : 'a former member'}</span>
        </Button>
      </p>
    );
  }
  const withdraw = () =>
    withdrawReply(review.id).then(() => {
      setSure(false);
      say('Your reply was withdrawn.');
    }, refused('Your reply still stands'));
  const isMine = me != null && reply.by === me;
  const view = (
    <ReplyView
      reviewId={review.id}
      reply={reply}
      note={reply.removed && <RemovedNote act={reply.removed} />}
      actions={
        isMine ? (
          <>
            {owns && !reply.removed && (
              <Button look="plain" onClick={() => setWriting(true)}>
                Edit the reply
              </Button>
            )}
            {sure ? (
              <Button look="danger" onClick={() => void withdraw()}>
                Withdraw it, with its history
              </Button>
            ) : (
              <Button look="plain" onClick={() => setSure(true)}>
                Withdraw the reply…
              </Button>
            )}
          </>
        ) : (
          <Flag what="replies" target={review.id} name="the owner’s reply" by={reply.by} />
        )
      }
    />
  );
  if (!reply.folded) return view;
  return (
    <Folded folded={reply.folded} name="The owner’s reply">
      {view}
    </Folded>
  );
}
