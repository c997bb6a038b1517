import { type MouseEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Comment, CommentNode, CommentOrder } from '#shared/discussions/schema.ts';
import { commentPage, isQuestion, longestIn, nounOf, rulesOf } from '#shared/discussions/threads.ts';
import { currentSession, useSession } from '../../client/session.ts';
import { Button } from '../../ui/button.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { Failure } from '../../ui/notice.tsx';
import quiet from '../../ui/quiet.module.css';
import { refused, signInFirst } from '../../ui/refusal.ts';
import styles from './comment.module.css';
import { CommentForm } from './comment-form.tsx';
import { CommentHead } from './comment-head.tsx';
import { CommentVotes } from './comment-votes.tsx';
import { useMyCommentVotesOn } from './my-comment-votes.ts';
import { asChanged, useOwnComments, withOwn } from './own-comments.ts';
import { type Level, moreReplies, type ThreadAt, useComment, useReplies } from './queries.ts';
import { QuotedLine } from './quoted-line.tsx';
import { postComment, rewordComment, withdrawComment } from './say.ts';
import { wordsOf } from './words.ts';

/** What else may be done with a comment, that is no part of talking: given by the page. */
export type CommentTools = (comment: Comment) => ReactNode;

/** Levels that are shown below each other on one page; deeper ones have a page of their own. */
const deepest = 8;

type Props = {
  at: ThreadAt;
  comment: Comment | CommentNode;
  order: CommentOrder;
  depth?: number;
  /** Its replies, where more than the first came with it. */
  level?: Level;
  /** Whether nothing can be said here any more. */
  over?: boolean;
  tools?: CommentTools | undefined;
  mark?: string | undefined;
  /** Whether it stands at the line that it is about, which it else quotes. */
  atLine?: boolean;
};

/** A comment with what was answered, which can be folded away, and what may be done with it. */
export function CommentItem({
  at,
  comment: given,
  order: around,
  depth = 0,
  level: came,
  over = false,
  tools,
  mark,
  atLine = false,
}: Props) {
  const id = useId();
  const replyButton = useRef<HTMLButtonElement>(null);
  const own = useOwnComments();
  const session = useSession();
  const [isClosed, setClosed] = useState(given.folded !== undefined);
  const [act, setAct] = useState<'reply' | 'edit' | 'withdraw'>();
  const [isWhole, setWhole] = useState(false);
  const [wantsAll, setWantsAll] = useState(false);
  const [isLoading, setLoading] = useState(false);
  const isAsked = isQuestion(at.what, given);
  // What is said below a question is answered like any comment.
  const words = wordsOf(isAsked ? at.what : 'items');
  // Whatever order questions are in, the best answer comes first.
  const order = isAsked ? 'best' : around;
  const all = useReplies(given.id, order, wantsAll);
  const whole = useComment(given.id, isWhole && given.more === true);
  const level = (wantsAll ? all.data : undefined) ??
    came ?? { entries: 'first' in given ? given.first : [], next: null };
  const below = withOwn<Comment>(own, given.id, level.entries);
  useMyCommentVotesOn(wantsAll ? level.entries.flatMap((one) => [one.id, ...firstOf(one)]) : []);

  const long = isWhole && whole.data ? { ...given, ...whole.data.comment, replies: given.replies } : given;
  const comment = asChanged(own, long, given.replies > 0 || below.length > 0);
  if (!comment) return null;
  const isSending = comment.id.startsWith('sending-');
  const isMine = session.signedIn && comment.by !== null && comment.by === session.handle;
  const hidden = comment.replies - level.entries.length;
  const page = commentPage(at.what, comment);
  const noun = nounOf(at.what, comment);
  const longest = longestIn(at.what, comment.parent !== undefined);

  const inPlace = (open: () => void) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open();
  };
  // A press of before the page was alive is done before this part knows who is signed in.
  const reply = () => (currentSession().signedIn ? setAct('reply') : signInFirst('answer'));
  const more = async (cursor: string) => {
    if (!wantsAll) return setWantsAll(true);
    setLoading(true);
    await moreReplies(given.id, order, cursor).catch(refused('The rest did not come'));
    setLoading(false);
  };

  return (
    <article className={styles.comment} data-sending={isSending} aria-labelledby={id}>
      <CommentHead
        id={id}
        page={page}
        mark={mark}
        comment={comment}
        isClosed={isClosed}
        onFold={() => setClosed(!isClosed)}
        hidden={Math.max(comment.replies, below.length)}
      />
      {!isClosed && (
        <div className={styles.body}>
          {comment.line && !atLine && <QuotedLine proposalId={at.target} line={comment.line} />}
          {act === 'edit' ? (
            <CommentForm
              label={`Your ${noun}`}
              submit="Save the changes"
              longest={longest}
              draft={`comment:${comment.id}:${comment.revision}`}
              initial={comment.text}
              focus
              onSubmit={async (text) => {
                await rewordComment(comment, text);
                setAct(undefined);
              }}
              onCancel={() => setAct(undefined)}
            />
          ) : comment.withdrawn ? (
            <p className={styles.gone}>This {noun} was withdrawn.</p>
          ) : comment.removed ? (
            <p className={styles.gone}>
              Its text was removed. <Link href={`/moderation/${comment.removed}`}>Why</Link>
            </p>
          ) : (
            <div className={isAsked ? styles.asked : undefined}>
              <Markdown text={comment.text} mentions={comment.mentions} />
            </div>
          )}
          {comment.more && act !== 'edit' && (
            <p className={styles.readOn}>
              <Link href={page} onClick={inPlace(() => setWhole(true))}>
                Read on
              </Link>
            </p>
          )}
          {whole.error !== undefined && <Failure error={whole.error} retry={whole.reload} />}
          {!comment.withdrawn && !isSending && act !== 'edit' && (
            <div className={styles.actions}>
              <CommentVotes comment={comment} mine={isMine} />
              {!over && rulesOf(at.what).answered && (
                <button
                  ref={replyButton}
                  type="button"
                  className={quiet.small}
                  aria-expanded={act === 'reply'}
                  onClick={reply}
                >
                  {words.answer}
                </button>
              )}
              {isMine && act !== 'withdraw' && (
                <>
                  {!comment.removed && (
                    <button
                      type="button"
                      className={quiet.small}
                      onClick={() => (comment.more ? setWhole(true) : setAct('edit'))}
                    >
                      {comment.more ? 'Read on to edit' : 'Edit'}
                    </button>
                  )}
                  <button type="button" className={quiet.small} onClick={() => setAct('withdraw')}>
                    Withdraw
                  </button>
                </>
              )}
              {!isMine && !comment.removed && tools?.(comment)}
              {act === 'withdraw' && (
                <>
                  <Button look="danger" onClick={() => withdrawComment(comment.id, noun)}>
                    Withdraw it, with its history
                  </Button>
                  <Button look="plain" onClick={() => setAct(undefined)}>
                    Keep it
                  </Button>
                </>
              )}
            </div>
          )}
          {isSending && <p className={styles.gone}>Sending…</p>}
          {act === 'reply' && (
            <CommentForm
              label={`Answer ${comment.by ? `@${comment.by}` : 'this'}`}
              submit={words.answer}
              draft={`comment:${comment.id}`}
              focus
              onSubmit={async (text) => {
                await postComment(at, text, comment.id);
                setAct(undefined);
                replyButton.current?.focus();
              }}
              onCancel={() => setAct(undefined)}
            />
          )}
          {(below.length > 0 || hidden > 0) && (
            <div className={styles.replies} data-depth={depth}>
              <button
                type="button"
                className={styles.line}
                tabIndex={-1}
                aria-hidden="true"
                onClick={() => setClosed(true)}
              />
              {below.map((one, index) => (
                <CommentItem
                  key={one.id}
                  mark={isAsked && index === 0 && one.up > 0 && comment.replies > 1 ? 'Best answer' : undefined}
                  at={at}
                  comment={one}
                  order={order}
                  depth={depth + 1}
                  over={over}
                  tools={tools}
                />
              ))}
              {hidden > 0 && !wantsAll && (
                <p className={styles.more}>
                  {depth >= deepest ? (
                    <Link href={page}>Continue this thread</Link>
                  ) : (
                    <Link href={page} onClick={inPlace(() => setWantsAll(true))}>
                      {level.entries.length === 0 ? words.answers(hidden) : `All ${words.answers(comment.replies)}`}
                    </Link>
                  )}
                </p>
              )}
              {wantsAll && all.loading && !all.data && <p className={styles.gone}>Loading…</p>}
              {wantsAll && all.error !== undefined && <Failure error={all.error} retry={all.reload} />}
              {level.next && (
                <p className={styles.more}>
                  <Button look="plain" busy={isLoading} onClick={() => void more(level.next ?? '')}>
                    More replies
                  </Button>
                </p>
              )}
            </div>
          )}
        </div>
      )}
    </article>
  );
}

const firstOf = (one: Comment | CommentNode) => ('first' in one ? one.first.map(({ id }) => id) : []);
