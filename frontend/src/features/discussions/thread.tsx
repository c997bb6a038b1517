import { useState } from 'react';
import { Link } from 'wouter';
import type { CommentOrder } from '#shared/discussions/schema.ts';
import { longestIn } from '#shared/discussions/threads.ts';
import { useSession } from '../../client/session.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/notice.tsx';
import { refused } from '../../ui/refusal.ts';
import { Bone, Loading, standIns } from '../../ui/skeleton.tsx';
import { threadPage } from './addresses.ts';
import commentStyles from './comment.module.css';
import { CommentForm } from './comment-form.tsx';
import headStyles from './comment-head.module.css';
import { CommentItem, type CommentTools } from './comment-item.tsx';
import { useMyCommentVotesOn } from './my-comment-votes.ts';
import { useOwnComments, withOwn } from './own-comments.ts';
import { commentOrders, levelOf, moreOfThread, orderLabels, type ThreadAt, useThread } from './queries.ts';
import { postComment } from './say.ts';
import styles from './thread.module.css';
import { wordsOf } from './words.ts';

type Props = {
  at: ThreadAt;
  /** The order that the page's address names, and the address of another; without them the thread keeps its own. */
  order?: CommentOrder;
  hrefOf?: (order: CommentOrder) => string;
  tools?: CommentTools | undefined;
};

/** What people say about something: a box to say more in, and the comments with their replies, in an order. */
export default function Thread({ at, order: named, hrefOf, tools }: Props) {
  const session = useSession();
  const own = useOwnComments();
  const [chosen, setChosen] = useState<CommentOrder>('best');
  const order = named ?? chosen;
  const { data, error, reload } = useThread(at, order);
  const [busy, setBusy] = useState(false);
  const entries = data?.page.entries ?? [];
  useMyCommentVotesOn(entries.flatMap(({ id, first }) => [id, ...first.map((reply) => reply.id)]));
  const shown = withOwn(own, levelOf(at), entries);
  // My own stands first, however far the shared page is.
  const mine = shown.slice(entries.length).reverse();
  const over = data?.about === null;
  const words = wordsOf(at.what);

  const more = async (cursor: string) => {
    setBusy(true);
    await moreOfThread(at, order, cursor).catch(refused('The rest did not come'));
    setBusy(false);
  };
  return (
    <div className={commentStyles.thread}>
      {over && <p className={commentStyles.gone}>What this was about is gone. What was said stays.</p>}
      <div className={over ? undefined : styles.say}>
        {over ? null : session.signedIn ? (
          <CommentForm
            label={words.say}
            submit={words.submit}
            longest={longestIn(at.what, false)}
            draft={`comment:${levelOf(at)}`}
            onSubmit={(text) => postComment(at, text)}
          />
        ) : (
          <p className={styles.guest} data-guests>
            <Link href={`/sign-in?back=${encodeURIComponent(threadPage(at))}`}>Sign in</Link> {words.guest}.
          </p>
        )}
      </div>
      {(entries.length > 1 || order !== 'best') && (
        <nav className={styles.orders} aria-label="Order of comments">
          {commentOrders.map((one) =>
            hrefOf ? (
              <Link key={one} href={hrefOf(one)} aria-current={one === order ? 'true' : undefined}>
                {orderLabels[one]}
              </Link>
            ) : (
              <button
                key={one}
                type="button"
                aria-current={one === order ? 'true' : undefined}
                onClick={() => setChosen(one)}
              >
                {orderLabels[one]}
              </button>
            ),
          )}
        </nav>
      )}
      {[...mine, ...entries].map((comment) => (
        <CommentItem key={comment.id} at={at} comment={comment} order={order} over={over} tools={tools} />
      ))}
      {data && shown.length === 0 && !over && <p className={commentStyles.gone}>{words.none}</p>}
      {!data && error === undefined && <Skeleton />}
      {error !== undefined && <Failure error={error} retry={reload} />}
      {data?.page.next && (
        <p className={commentStyles.more}>
          <Button look="plain" busy={busy} onClick={() => void more(data.page.next ?? '')}>
            {words.more}
          </Button>
        </p>
      )}
    </div>
  );
}

function Skeleton() {
  return (
    <>
      <Loading what="comments" />
      {standIns(3).map((n) => (
        <div key={n} className={commentStyles.comment} aria-hidden="true">
          <p className={headStyles.head}>
            <Bone width={16} />
          </p>
          <Bone width={40} />
        </div>
      ))}
    </>
  );
}
