import { ratingCount, shownAverage } from '#shared/ranking/stars.ts';
import type { Answer } from '../client/call.ts';
import { useOwnWrites } from '../client/own-writes.ts';
import type { MyView } from '../features/items/queries.ts';
import { ratingsWithMine } from '../features/reviews/ratings.ts';
import { counted } from '../ui/numbers.ts';
import { Stars } from '../ui/stars.tsx';
import styles from './item.module.css';
import { reviewPart } from './item-review-part.ts';

type Props = Pick<Answer<'getItem'>, 'item' | 'counts'> & { mine: MyView | undefined };

/** How people rated it, in the head of its page: leads to the reviews, and to writing one. */
export function ItemRating({ item, counts, mine }: Props) {
  const own = useOwnWrites();
  // Mine may wait: then it is in no number.
  const ratings = mine?.review?.held ? counts.ratings : ratingsWithMine(own, item.id, counts.ratings);
  const average = shownAverage(ratings);
  return (
    <p className={styles.rating}>
      {ratingCount(ratings) > 0 && (
        <a href="#reviews">
          {average !== undefined && (
            <>
              <Stars value={Math.round(average * 2) / 2} /> {average.toFixed(1)} ·{' '}
            </>
          )}
          {counted(ratingCount(ratings), 'rating')}
        </a>
      )}
      {!mine?.review && (
        <a href={`#${reviewPart}`} className={styles.invite}>
          Write a review
        </a>
      )}
    </p>
  );
}
