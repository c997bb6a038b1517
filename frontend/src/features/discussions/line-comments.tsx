import { type ReactNode, useRef, useState } from 'react';
import { lineKey, placedAtLines, quoteOf, type ShownLine } from '#shared/discussions/lines.ts';
import type { Comment } from '#shared/discussions/schema.ts';
import { currentSession } from '../../client/session.ts';
import { Failure } from '../../ui/notice.tsx';
import { counted } from '../../ui/numbers.ts';
import { signInFirst } from '../../ui/refusal.ts';
import { lineId } from './addresses.ts';
import commentStyles from './comment.module.css';
import { CommentForm } from './comment-form.tsx';
import { CommentItem, type CommentTools } from './comment-item.tsx';
import styles from './line-comments.module.css';
import { useMyCommentVotesOn } from './my-comment-votes.ts';
import { useOwnComments, withOwn } from './own-comments.ts';
import { levelOf, type ThreadAt, useLineComments } from './queries.ts';
import { postComment } from './say.ts';

type Side = ShownLine['side'];
type Props = {
  at: ThreadAt;
  version: number;
  /** The lines that are shown. */
  lines: readonly ShownLine[];
  tools: CommentTools;
  /** Draws them, with what stands before each and below it. */
  children: (parts: {
    mark: (side: Side, number: number) => ReactNode;
    below: (side: Side, number: number) => ReactNode;
    /** The number of a line that is commented on elsewhere. */
    number: (side: Side, number: number) => ReactNode;
  }) => ReactNode;
};

const nameOf = (side: Side, number: number) => `${side === 'before' ? 'former line' : 'line'} ${number}`;

/** What people say about single lines, each where the line stands, and a box to say more there; what no line is left of, below all. */
export function LineComments({ at, version, lines, tools, children }: Props) {
  const own = useOwnComments();
  const { data = [], error, reload } = useLineComments(at);
  const [writing, setWriting] = useState<string>();
  const numbers = useRef(new Map<string, HTMLButtonElement>());
  useMyCommentVotesOn(data.flatMap(({ id, first }) => [id, ...first.map((one) => one.id)]));
  const all = withOwn<Comment>(own, levelOf(at), data).filter(({ line }) => line);
  const placed = placedAtLines(all, version, lines);
  const item = (comment: Comment, atLine: boolean) => (
    <CommentItem key={comment.id} at={at} comment={comment} order="best" tools={tools} atLine={atLine} />
  );
  const close = (key: string) => {
    setWriting(undefined);
    numbers.current.get(key)?.focus();
  };

  const mark = (side: Side, number: number) => {
    const key = lineKey({ side, number });
    const said = placed.at.get(key)?.length ?? 0;
    return (
      <button
        type="button"
        id={lineId(side, number)}
        ref={(button) => {
          if (button) numbers.current.set(key, button);
        }}
        className={styles.number}
        aria-expanded={writing === key}
        aria-label={`Comment on ${nameOf(side, number)}${said > 0 ? `, ${counted(said, 'comment')}` : ''}`}
        title="Comment on this line"
        onClick={() => {
          if (!currentSession().signedIn) return signInFirst('comment on a line');
          setWriting(writing === key ? undefined : key);
        }}
      >
        {number}
      </button>
    );
  };
  const below = (side: Side, number: number) => {
    const key = lineKey({ side, number });
    const said = placed.at.get(key) ?? [];
    if (said.length === 0 && writing !== key) return null;
    const text = quoteOf(lines.find((line) => lineKey(line) === key)?.text ?? '');
    return (
      <div className={`${commentStyles.thread} ${styles.atLine}`}>
        {said.map((comment) => item(comment, comment.line?.version === version))}
        {writing === key && (
          <CommentForm
            label={`Say something about ${nameOf(side, number)}`}
            submit="Comment"
            draft={`comment:${levelOf(at)}:${version} ${key}`}
            focus
            onSubmit={async (said) => {
              await postComment(at, said, undefined, { version, side, number, text });
              close(key);
            }}
            onCancel={() => close(key)}
          />
        )}
      </div>
    );
  };
  return (
    <>
      {children({
        mark,
        below,
        number: (_, number) => <span className={`${styles.number} ${styles.bare}`}>{number}</span>,
      })}
      {error !== undefined && <Failure error={error} retry={reload} />}
      {placed.elsewhere.length > 0 && (
        <details className={styles.elsewhere}>
          <summary>{counted(placed.elsewhere.length, 'comment')} on lines that are not shown here</summary>
          <div className={commentStyles.thread}>{placed.elsewhere.map((comment) => item(comment, false))}</div>
        </details>
      )}
    </>
  );
}
