import { useReview } from '../features/reviews/queries.ts';
import { Head } from './head.tsx';
import { itemData, reviewData } from './item-data.ts';

export function ReviewHead({ origin, reviewId }: { origin: string; reviewId: string }) {
  const found = useReview(reviewId).data;
  if (!found) return null;
  const { review, item } = found;
  const who = review.by ? ` by @${review.by}` : '';
  return (
    <Head
      title={`Review of ${item.title}`}
      description={`${review.rating} of 5 stars${who}${review.text ? `: ${review.text}` : ''}`}
      canonical={`${origin}/r/${review.id}`}
      type="article"
      data={reviewData(origin, review, itemData(origin, item))}
    />
  );
}
