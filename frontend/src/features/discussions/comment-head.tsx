import { useState } from 'react';
import { Link } from 'wouter';
import type { Comment } from '#shared/discussions/schema.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { Failure } from '../../ui/notice.tsx';
import quiet from '../../ui/quiet.module.css';
import { TimeAgo } from '../../ui/time-ago.tsx';
import commentStyles from './comment.module.css';
import styles from './comment-head.module.css';
import { repliesSaid, useWordings } from './queries.ts';

type Props = {
  id: string;
  /** Its own page. */
  page: string;
  /** What it is, where it is more than a comment: “Best answer”. */
  mark?: string | undefined;
  comment: Comment;
  isClosed: boolean;
  hidden: number;
  onFold: () => void;
};

/** Who said it, when, and the mark that folds it away with all below. */
export function CommentHead({ id, page, mark, comment, isClosed, hidden, onFold }: Props) {
  const { by, owner, at, editedAt, withdrawn, folded } = comment;
  const [wordings, setWordings] = useState(false);
  const who = withdrawn ? 'Withdrawn' : by ? `@${by}` : 'former member';
  return (
    <>
      <header className={styles.head} id={id}>
        <button type="button" className={styles.fold} aria-expanded={!isClosed} onClick={onFold}>
          <span aria-hidden="true">{isClosed ? '+' : '−'}</span>
          <span className="visually-hidden">
            {isClosed ? `Open the comment by ${who}` : `Fold the comment by ${who}`}
          </span>
        </button>
        {by && !withdrawn ? <Link href={`/@${by}`}>{who}</Link> : <span>{who}</span>}
        {owner && <span className={styles.mark}>Owner</span>}
        <Link href={page} className={styles.when}>
          <TimeAgo at={at} />
        </Link>
        {editedAt && (
          <button type="button" className={quiet.small} aria-expanded={wordings} onClick={() => setWordings(!wordings)}>
            edited
          </button>
        )}
        {mark && <span className={styles.mark}>{mark}</span>}
        {isClosed && hidden > 0 && <span>{repliesSaid(hidden)}</span>}
        {folded && (
          <Link href={`/moderation/${folded.act}`} className={styles.folded}>
            Folded: {folded.flags} flagged it as {folded.reason}
          </Link>
        )}
      </header>
      {wordings && !isClosed && <Wordings commentId={comment.id} revision={comment.revision} />}
    </>
  );
}

function Wordings({ commentId, revision }: { commentId: string; revision: number }) {
  const { data, error, reload } = useWordings(commentId, revision, true);
  if (error !== undefined) return <Failure error={error} retry={reload} />;
  if (!data) return <p className={commentStyles.gone}>Loading…</p>;
  return (
    <section className={styles.wordings} aria-label="Earlier wordings">
      {data.wordings.length === 0 && <p className={commentStyles.gone}>Earlier wordings show in a moment.</p>}
      {data.wordings.map((past) => (
        <article key={past.revision} aria-label={`Wording ${past.revision}`}>
          <p className={commentStyles.gone}>
            until edited, from <TimeAgo at={past.at} />
          </p>
          <Markdown text={past.text} />
        </article>
      ))}
    </section>
  );
}
