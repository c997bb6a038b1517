import { judgedOf } from 'virtual:aspects';
import { useState } from 'react';
import { Link } from 'wouter';
import { allAspectsOf, aspectsOf } from '#shared/items/aspects.ts';
import type { Review } from '#shared/reviews/schema.ts';
import type { Answer } from '../client/call.ts';
import { call } from '../client/call.ts';
import { noteOwnWrite } from '../client/own-writes.ts';
import { useSession } from '../client/session.ts';
import { HoldMark } from '../features/holds/hold-mark.tsx';
import { type MyView, setMyReview } from '../features/items/queries.ts';
import { FoldNote } from '../features/moderation/folded.tsx';
import { noteRating } from '../features/reviews/ratings.ts';
import { ReviewEditor } from '../features/reviews/review-editor.tsx';
import { ReviewEntry } from '../features/reviews/review-entry.tsx';
import { Button } from '../ui/button.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { refused } from '../ui/refusal.ts';
import { say } from '../ui/toasts.ts';
import { removedNote } from './covered.tsx';
import styles from './item.module.css';
import { reviewPart } from './item-review-part.ts';
import { ReplyOf } from './reply-of.tsx';

type MyReviewProps = { page: Answer<'getItem'>; mine: MyView | undefined; failed: unknown; retry: () => void };

/** My one review of an item: to write, to read, to edit or to withdraw. */
export function MyReview({ page: { item, counts }, mine, failed, retry }: MyReviewProps) {
  const session = useSession();
  const [editing, setEditing] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const judged = judgedOf[item.kind];
  if (!session.signedIn) {
    const query = `?back=${encodeURIComponent(`/i/${item.id}#${reviewPart}`)}`;
    return (
      <Notice title="You know it?">
        <p>
          <Link href={`/sign-in${query}`}>Sign in</Link> to rate and review it, or{' '}
          <Link href={`/sign-up${query}`}>sign up</Link>: an e-mail address is all it takes, and it is never shown.
        </p>
      </Notice>
    );
  }
  if (session.handle === null)
    return (
      <Notice title="Choose a handle first">
        <p>
          Reviews are credited to it.{' '}
          <Link href={`/choose-handle?back=${encodeURIComponent(`/i/${item.id}#${reviewPart}`)}`}>Choose a handle</Link>
        </p>
      </Notice>
    );
  if (!mine)
    return failed === undefined ? <div className={styles.ghostEditor} /> : <Failure error={failed} retry={retry} />;

  // What waits is in no public count.
  const note = (before: Review | null, after: Review | null) => {
    const rating = (review: Review | null) => (review && !review.held ? review.rating : undefined);
    const [was, is] = [rating(before), rating(after)];
    noteRating(item.id, counts.ratings, was, is);
    noteOwnWrite(`reviews:${item.id}`, counts.reviews, Number(is !== undefined) - Number(was !== undefined));
  };
  const keep = (review: Review | null) => {
    note(mine.review, review);
    setMyReview(item.id, review);
    setEditing(false);
    setWithdrawing(false);
  };
  const withdraw = () => {
    const before = mine.review;
    keep(null);
    call('withdrawReview', { params: { itemId: item.id } }).then(
      () => say('Your review was withdrawn.'),
      (error: unknown) => {
        keepAgain(before);
        refused('Your review still stands')(error);
      },
    );
  };
  const keepAgain = (review: Review | null) => {
    note(null, review);
    setMyReview(item.id, review);
  };

  if (!mine.review || editing) {
    return (
      <ReviewEditor
        key={mine.review?.revision ?? 0}
        itemId={item.id}
        aspects={aspectsOf(judged, item.fields)}
        experienced={judged.experienced}
        parties={judged.parties}
        before={mine.review}
        onPosted={(review) => {
          keep(review);
          say(mine.review ? 'Your changes are in.' : 'Your review is in.');
          // The form is taller than what it leaves behind: what was written stays in sight, and under the keyboard.
          requestAnimationFrame(() => {
            const part = document.getElementById(reviewPart);
            part?.focus({ preventScroll: true });
            part?.scrollIntoView({ block: 'nearest' });
          });
        }}
        {...(editing ? { onCancel: () => setEditing(false) } : {})}
      />
    );
  }
  return (
    <>
      <ReviewEntry
        review={mine.review}
        aspects={allAspectsOf(judged)}
        experienced={judged.experienced}
        mine
        note={
          <>
            {removedNote(mine.review)}
            {mine.review.folded && (
              <FoldNote folded={mine.review.folded} effect="It counts in no number meanwhile; you may appeal." />
            )}
            {mine.review.held && <HoldMark of="Your review" hold={mine.review.held} mine />}
          </>
        }
        actions={
          withdrawing ? (
            <>
              <Button look="danger" onClick={withdraw}>
                Withdraw it, with its history
              </Button>
              <Button look="plain" onClick={() => setWithdrawing(false)}>
                Keep it
              </Button>
            </>
          ) : (
            <>
              <Button look="plain" onClick={() => setEditing(true)}>
                Edit
              </Button>
              <Button look="plain" onClick={() => setWithdrawing(true)}>
                Withdraw…
              </Button>
            </>
          )
        }
      />
      <ReplyOf review={mine.review} />
    </>
  );
}
