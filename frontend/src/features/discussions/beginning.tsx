import { useState } from 'react';
import { Link } from 'wouter';
import type { CommentNode } from '#shared/discussions/schema.ts';
import { longestIn } from '#shared/discussions/threads.ts';
import { currentSession } from '../../client/session.ts';
import { Button } from '../../ui/button.tsx';
import { signInFirst } from '../../ui/refusal.ts';
import { threadPage } from './addresses.ts';
import styles from './comment.module.css';
import formStyles from './comment-form.module.css';
import { CommentForm } from './comment-form.tsx';
import { CommentItem, type CommentTools } from './comment-item.tsx';
import { useMyCommentVotesOn } from './my-comment-votes.ts';
import { useOwnComments, withOwn } from './own-comments.ts';
import { levelOf, type ThreadAt } from './queries.ts';
import { postComment } from './say.ts';
import { wordsOf } from './words.ts';

type Props = {
  at: ThreadAt;
  /** The best of it. */
  entries: readonly CommentNode[];
  /** What leads to all of it. */
  all: string;
  tools: CommentTools;
  /** Nothing new begins here; what was said may still be answered. */
  closed?: boolean;
};

/** How a thread begins, on the page of what it is about: the best of it, a box to add to it, and the way to the rest. */
export function Beginning({ at, entries, all, tools, closed = false }: Props) {
  const own = useOwnComments();
  const [writing, setWriting] = useState(false);
  const words = wordsOf(at.what);
  const shown = withOwn(own, levelOf(at), entries);
  useMyCommentVotesOn(entries.flatMap(({ id, first }) => [id, ...first.map((one) => one.id)]));
  const write = () => (currentSession().signedIn ? setWriting(true) : signInFirst(words.submit.toLowerCase()));
  return (
    <div className={styles.thread}>
      {shown.map((comment) => (
        <CommentItem key={comment.id} at={at} comment={comment} order="best" tools={tools} />
      ))}
      {shown.length === 0 && <p className={styles.gone}>{words.none}</p>}
      {writing ? (
        <CommentForm
          label={words.say}
          submit={words.submit}
          longest={longestIn(at.what, false)}
          draft={`comment:${levelOf(at)}`}
          focus
          onSubmit={async (text) => {
            await postComment(at, text);
            setWriting(false);
          }}
          onCancel={() => setWriting(false)}
        />
      ) : (
        <p className={formStyles.actions}>
          {!closed && (
            <Button look="plain" onClick={write}>
              {words.say}
            </Button>
          )}
          {shown.length > 0 && <Link href={threadPage(at)}>{all}</Link>}
        </p>
      )}
    </div>
  );
}
