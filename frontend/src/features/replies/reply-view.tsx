import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Reply } from '#shared/replies/schema.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import styles from './replies.module.css';

type Props = { reviewId: string; reply: Reply; note?: ReactNode; actions?: ReactNode };

/** What the owner says to a review, below it. */
export function ReplyView({ reviewId, reply, note, actions }: Props) {
  const { by, at, editedAt, text, more } = reply;
  return (
    <aside className={styles.reply} data-reply aria-label={`Reply of the owner, ${by ? `@${by}` : 'a former member'}`}>
      <p className={styles.head}>
        <b>The owner replies</b>
        {by ? <Link href={`/@${by}`}>@{by}</Link> : <span>a former member</span>}
        <span>
          <TimeAgo at={at} />
          {editedAt && ', edited'}
        </span>
      </p>
      {text && <Markdown text={text} />}
      {more && (
        <p>
          <Link href={`/r/${reviewId}`}>Read the whole reply</Link>
        </p>
      )}
      {note}
      {actions && <div className={styles.actions}>{actions}</div>}
    </aside>
  );
}
