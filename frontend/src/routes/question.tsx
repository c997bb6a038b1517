import { lazy, Suspense } from 'react';
import { Link, Redirect } from 'wouter';
import { isQuestion } from '#shared/discussions/threads.ts';
import { CommentItem } from '../features/discussions/comment-item.tsx';
import comments from '../features/discussions/comment-lines.module.css';
import { useMyCommentVotesOn } from '../features/discussions/my-comment-votes.ts';
import { type ThreadAt, useComment } from '../features/discussions/queries.ts';
import { Heading } from '../ui/heading.tsx';
import { counted } from '../ui/numbers.ts';
import { CommentMissing } from './comment-missing.tsx';
import { commentTools } from './comment-tools.tsx';
import styles from './talk.module.css';

const WatchButton = lazy(() => import('../features/watches/watch-button.tsx'));

/** One question with its answers, the best first. */
export default function QuestionRoute({ commentId }: { commentId: string }) {
  const { data, error, reload } = useComment(commentId);
  const entries = data?.page.entries ?? [];
  useMyCommentVotesOn([commentId, ...entries.flatMap(({ id, first }) => [id, ...first.map((one) => one.id)])]);
  if (!data) return <CommentMissing noun="question" error={error} retry={reload} />;
  const { comment, about, thread, licence, waiting, page } = data;
  if (!isQuestion(thread?.what, comment)) return <Redirect to={`/talk/comments/${commentId}`} replace />;
  const title = about?.title ?? 'something that is gone';
  return (
    <>
      <p className={styles.of}>
        {about && thread ? <Link href={`/i/${thread.target}`}>{about.title}</Link> : 'About something that is gone'}
        {about && (
          <>
            {' · '}
            <Link href={about.href}>all questions</Link>
          </>
        )}
      </p>
      <Heading title={`A question about ${title}`} />
      {!comment.withdrawn && about && (
        <Suspense>
          <WatchButton what="comments" target={comment.id} name="this question" />
        </Suspense>
      )}
      <div className={comments.aim}>
        <CommentItem
          key={comment.id}
          at={thread as ThreadAt}
          comment={comment}
          order="best"
          level={page}
          tools={commentTools}
          over={about === null}
        />
      </div>
      {comment.replies === 0 && !comment.withdrawn && about && (
        <p className={styles.count}>Nobody has answered yet. If you know, answer.</p>
      )}
      <p className={styles.count}>
        {licence}
        {waiting > 0 && ` · ${counted(waiting, 'vote')} of new accounts count later`}
      </p>
    </>
  );
}
