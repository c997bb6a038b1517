import type { Comment } from '#shared/discussions/schema.ts';
import type { VoteValue } from '#shared/votes/schema.ts';
import { useOwnWrites, withOwnWrite } from '../../client/own-writes.ts';
import { currentSession } from '../../client/session.ts';
import { settledCount } from '../../ui/numbers.ts';
import { refused, signInFirst } from '../../ui/refusal.ts';
import { say } from '../../ui/toasts.ts';
import styles from './comment-votes.module.css';
import { changeCommentVote, sideKey, useMyCommentVote } from './my-comment-votes.ts';

const sides = [
  { side: 'up', label: 'Vote up', arrow: 'M12 5l7 8h-4.500v6h-5v-6H5z' },
  { side: 'down', label: 'Vote down', arrow: 'M12 19l7-8h-4.500V5h-5v6H5z' },
] as const;

/** Votes on a comment, up and down, each with its count. */
export function CommentVotes({ comment, mine }: { comment: Comment; mine: boolean }) {
  const vote = useMyCommentVote(comment.id);
  const own = useOwnWrites();
  const press = (side: VoteValue) => {
    if (!currentSession().signedIn) return signInFirst('vote on comments');
    if (mine) return say('You wrote this. Nobody votes on their own.', { tone: 'refused' });
    changeCommentVote(comment.id, vote === side ? null : side, comment).catch(refused('Your vote was not taken'));
  };
  return (
    <fieldset className={styles.votes} aria-label={`Votes on the comment by ${comment.by ?? 'a former member'}`}>
      {sides.map(({ side, label, arrow }) => {
        const count = withOwnWrite(own, sideKey(side, comment.id), comment[side], true);
        return (
          <button
            key={side}
            type="button"
            className={styles.vote}
            data-side={side}
            aria-pressed={vote === side}
            aria-disabled={mine}
            onClick={() => press(side)}
          >
            <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
              <path d={arrow} />
            </svg>
            <span className="visually-hidden">{label}: </span>
            <span>{settledCount(count)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
