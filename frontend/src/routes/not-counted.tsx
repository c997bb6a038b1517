import { judgedOf } from 'virtual:aspects';
import { useState } from 'react';
import type { Held } from '#shared/holds/schema.ts';
import { allAspectsOf } from '#shared/items/aspects.ts';
import type { Item } from '#shared/items/schema.ts';
import { HoldMark } from '../features/holds/hold-mark.tsx';
import { useHeldReviews } from '../features/reviews/queries.ts';
import { ReviewEntry } from '../features/reviews/review-entry.tsx';
import { More } from '../ui/notice.tsx';
import { counted } from '../ui/numbers.ts';
import { Loading } from '../ui/skeleton.tsx';
import { CoveredReview, FlagReview, removedNote } from './covered.tsx';
import styles from './not-counted.module.css';

type Props = { item: Item; held: Held; mine: string | undefined };

/** The reviews that the public rules hold back: not counted, still readable, each with its rule and its author’s way out. */
export default function NotCounted({ item, held, mine }: Props) {
  const [open, setOpen] = useState(false);
  const list = useHeldReviews(item.id, open);
  const { aspects, aspectsBy, experienced } = judgedOf[item.kind];
  const all = allAspectsOf({ aspects, ...(aspectsBy ? { aspectsBy } : {}) });
  const reviews = (list.data?.pages ?? []).flat();
  const total = held.rules.reduce((sum, { reviews }) => sum + reviews, 0);
  const { average } = held.scores;
  if (total === 0) return null;
  return (
    <details className={styles.apart} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Not counted: {counted(total, 'review')}</summary>
      <p>
        The <a href="/how-ranking-works#waiting">public rules</a> leave them out of every number and order here. They
        stay readable, and nothing is deleted.
        {average.with !== null &&
          ` With them the average would read ${average.with.toFixed(1)}${
            average.without === null
              ? '; without them there are too few for one'
              : ` instead of ${average.without.toFixed(1)}`
          }.`}
      </p>
      {!list.data && list.error === undefined && open && <Loading what="the reviews" />}
      {reviews.map((review) => (
        <CoveredReview key={review.id} review={review}>
          <ReviewEntry
            review={review}
            aspects={all}
            experienced={experienced}
            note={
              removedNote(review) ||
              (review.held && (
                <HoldMark
                  of={review.id === mine ? 'Your review' : 'This review'}
                  hold={review.held}
                  mine={review.id === mine}
                />
              ))
            }
            actions={<FlagReview review={review} />}
          />
        </CoveredReview>
      ))}
      {list.data && reviews.length === 0 && <p>None of them waits any more.</p>}
      <More list={list} />
    </details>
  );
}
