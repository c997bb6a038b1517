import { Link } from 'wouter';
import { nounOf } from '#shared/discussions/threads.ts';
import { threadPage } from '../features/discussions/addresses.ts';
import { CommentItem } from '../features/discussions/comment-item.tsx';
import comments from '../features/discussions/comment-lines.module.css';
import { useMyCommentVotesOn } from '../features/discussions/my-comment-votes.ts';
import { type ThreadAt, useComment } from '../features/discussions/queries.ts';
import { Heading } from '../ui/heading.tsx';
import { counted } from '../ui/numbers.ts';
import { CommentMissing } from './comment-missing.tsx';
import { commentTools } from './comment-tools.tsx';
import styles from './talk.module.css';

/** What leads to the whole thread of one. */
const words = {
  comment: 'the whole talk',
  question: 'all questions',
  answer: 'all questions',
  tip: 'all tips',
} as const;

/** One comment with what it answers and what answers it. */
export default function CommentRoute({ commentId }: { commentId: string }) {
  const { data, error, reload } = useComment(commentId);
  const entries = data?.page.entries ?? [];
  useMyCommentVotesOn([commentId, ...entries.flatMap(({ id, first }) => [id, ...first.map((one) => one.id)])]);
  if (!data) return <CommentMissing noun="comment" error={error} retry={reload} />;
  const { comment, about, thread, above, depth, licence, waiting, page } = data;
  const title = about?.title ?? 'something that is gone';
  const noun = nounOf(thread?.what, comment);
  const at = (thread ?? { what: 'people', target: '' }) as ThreadAt;
  return (
    <>
      <p className={styles.of}>
        {about ? <Link href={about.href}>{about.title}</Link> : 'About something that is gone'}
        {thread && (
          <>
            {' · '}
            <Link href={threadPage(thread as ThreadAt)}>{words[noun]}</Link>
          </>
        )}
      </p>
      <Heading title={`${noun === 'answer' ? 'An answer' : `A ${noun}`} on ${title}`}>
        {noun === 'answer' ? 'An answer' : `A ${noun}`}
      </Heading>
      {above.length > 0 && (
        <ol className={comments.above} aria-label="What it answers">
          {depth > above.length && <li>{counted(depth - above.length, 'comment')} further up</li>}
          {above.map(({ id, by, text, withdrawn }, index) => (
            <li key={id}>
              <Link
                href={
                  noun === 'answer' && index === 0 && depth === above.length
                    ? `/questions/${id}`
                    : `/talk/comments/${id}`
                }
              >
                {by ? `@${by}` : withdrawn ? 'Withdrawn' : 'former member'}
              </Link>{' '}
              {text}
            </li>
          ))}
        </ol>
      )}
      <div className={comments.aim}>
        <CommentItem
          key={comment.id}
          at={at}
          comment={comment}
          order="best"
          level={page}
          tools={commentTools}
          over={about === null || thread === null}
        />
      </div>
      <p className={styles.count}>
        {licence}
        {waiting > 0 && ` · ${counted(waiting, 'vote')} of new accounts count later`}
      </p>
    </>
  );
}
