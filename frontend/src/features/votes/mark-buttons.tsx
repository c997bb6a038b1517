import { reviewMarks } from 'virtual:contract';
import type { Review, ReviewMark } from '#shared/reviews/schema.ts';
import { useOwnWrites, withOwnWrite } from '../../client/own-writes.ts';
import { useSession } from '../../client/session.ts';
import { exactCount } from '../../ui/numbers.ts';
import { refused, signInFirst } from '../../ui/refusal.ts';
import { say } from '../../ui/toasts.ts';
import styles from './mark-buttons.module.css';
import { changeMark, markKey, useMyMark } from './my-marks.ts';

const labels: Record<ReviewMark, string> = { useful: 'Useful', funny: 'Funny', cool: 'Cool' };

/** Useful, funny, cool: each stands alone. */
export function MarkButtons({ review }: { review: Pick<Review, 'id' | 'by' | 'marks'> }) {
  return (
    <fieldset aria-label={`What this review is${review.by ? ` (by ${review.by})` : ''}`} className={styles.marks}>
      {reviewMarks.map((mark) => (
        <MarkButton key={mark} mark={mark} review={review} />
      ))}
    </fieldset>
  );
}

function MarkButton({ mark, review }: { mark: ReviewMark; review: Pick<Review, 'id' | 'by' | 'marks'> }) {
  const session = useSession();
  const marked = useMyMark(review.id, mark);
  const own = useOwnWrites();
  const isOwn = session.signedIn && review.by !== null && session.handle === review.by;
  const shown = review.marks[mark];
  const count = withOwnWrite(own, markKey(review.id, mark), shown);
  const press = () => {
    if (!session.signedIn) return signInFirst('vote on reviews');
    if (isOwn) return say('You wrote this. Nobody votes on their own.', { tone: 'refused' });
    changeMark(review.id, mark, !marked, shown).catch(refused('Your vote was not taken'));
  };
  return (
    <button type="button" className={styles.mark} aria-pressed={marked} aria-disabled={isOwn} onClick={press}>
      {labels[mark]}
      {count > 0 && <span className={styles.count}> {exactCount(count)}</span>}
    </button>
  );
}
