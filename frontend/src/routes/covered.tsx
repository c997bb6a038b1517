import type { ComponentProps, ReactNode } from 'react';
import type { ItemOwner } from '#shared/claims/schema.ts';
import type { Review } from '#shared/reviews/schema.ts';
import { Flag } from '../features/moderation/flag.tsx';
import { Folded, RemovedNote } from '../features/moderation/folded.tsx';
import { ReplyOf } from './reply-of.tsx';

type Cover = { folded: ComponentProps<typeof Folded>['folded'] | undefined; name: string; children: ReactNode };

/** What is folded stands behind a line; anything else as it is. */
export function Covered({ folded, name, children }: Cover) {
  if (!folded) return children;
  return (
    <Folded folded={folded} name={name}>
      {children}
    </Folded>
  );
}

/** `owners`: those of its item, who may reply to it. */
type CoveredProps = { review: Review; owners?: readonly ItemOwner[]; children: ReactNode };

/** A review that is folded stands behind a line; others as they are, with what the owner says to them. */
export function CoveredReview({ review, owners, children }: CoveredProps) {
  return (
    <Covered folded={review.folded} name={`A review ${review.by ? `by @${review.by}` : 'by a former member'}`}>
      {children}
      <ReplyOf review={review} owners={owners} />
    </Covered>
  );
}

/** That a review’s text was taken away. */
export const removedNote = (review: Review) =>
  review.removed && review.text === '' && <RemovedNote act={review.removed} />;

/** To flag a review. */
export function FlagReview({ review: { id, by } }: { review: Review }) {
  return <Flag what="reviews" target={id} name={`the review ${by ? `by @${by}` : 'by a former member'}`} by={by} />;
}
