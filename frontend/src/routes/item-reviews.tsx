import { aspectsOf } from 'virtual:aspects';
import { reviewOrders } from 'virtual:contract';
import { useEffect, useRef, useState } from 'react';
import { Link, useSearch } from 'wouter';
import type { Review } from '#shared/reviews/schema.ts';
import type { Answer } from '../client/call.ts';
import { call } from '../client/call.ts';
import { noteOwnWrite, useOwnWrites, withOwnWrite } from '../client/own-writes.ts';
import { useSession } from '../client/session.ts';
import { HoldMark } from '../features/holds/hold-mark.tsx';
import { type MyView, setMyReview } from '../features/items/queries.ts';
import { AspectAverages } from '../features/reviews/aspect-averages.tsx';
import { Histogram } from '../features/reviews/histogram.tsx';
import { type ReviewFilter, reviewOrderLabels, useReviews } from '../features/reviews/queries.ts';
import { noteRating, ratingsWithMine } from '../features/reviews/ratings.ts';
import { ReviewEditor } from '../features/reviews/review-editor.tsx';
import { ReviewEntry } from '../features/reviews/review-entry.tsx';
import { MarkButtons } from '../features/votes/mark-buttons.tsx';
import { useMyMarksOn } from '../features/votes/my-marks.ts';
import { Button } from '../ui/button.tsx';
import { FeedLinks } from '../ui/feed-links.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { counted } from '../ui/numbers.ts';
import { refused } from '../ui/refusal.ts';
import { say } from '../ui/toasts.tsx';
import styles from './item.module.css';

type Props = { page: Answer<'getItem'>; mine: MyView | undefined; mineFailed: unknown; retryMine: () => void };

export function ItemReviews({ page, mine, mineFailed, retryMine }: Props) {
  const { item, counts, aspects, reviews: first } = page;
  const query = new URLSearchParams(useSearch());
  const filter: ReviewFilter = {
    order: reviewOrders.find((order) => order === query.get('order')) ?? 'helpful',
    stars: (['1', '2', '3', '4', '5'] as const).find((stars) => stars === query.get('stars')),
  };
  const hrefOf = (change: Partial<ReviewFilter>) => {
    const next = { ...filter, ...change };
    const search = new URLSearchParams();
    if (next.order !== 'helpful') search.set('order', next.order);
    if (next.stars) search.set('stars', next.stars);
    return `/i/${item.id}${search.size > 0 ? `?${search}` : ''}`;
  };

  const own = useOwnWrites();
  const list = useReviews(item.id, filter, first);
  // My own stands first, however far the shared list is.
  const others = (list.data?.pages ?? []).flat().filter(({ id }) => id !== mine?.review?.id);
  useMyMarksOn(others.map(({ id }) => id));
  // After “More reviews”, the focus goes to the first that came.
  const part = useRef<HTMLElement>(null);
  const shownBefore = useRef<number>(undefined);
  useEffect(() => {
    if (shownBefore.current === undefined || others.length <= shownBefore.current) return;
    const dates = part.current?.querySelectorAll<HTMLElement>('article:not([data-mine="true"]) header a[href^="/r/"]');
    dates?.[shownBefore.current]?.focus();
    shownBefore.current = undefined;
  }, [others.length]);
  const more = () => {
    shownBefore.current = others.length;
    list.more();
  };
  const total = withOwnWrite(own, `reviews:${item.id}`, counts.reviews);

  return (
    <section ref={part} className={styles.part} aria-labelledby="reviews">
      <h2 id="reviews">{total > 0 ? counted(total, 'review') : 'Reviews'}</h2>
      <div className={styles.columns}>
        <div>
          <Histogram
            ratings={ratingsWithMine(own, item.id, counts.ratings)}
            selected={filter.stars}
            hrefOf={(stars) => hrefOf({ stars: stars as ReviewFilter['stars'] })}
          />
          <AspectAverages aspects={aspectsOf[item.kind]} sums={aspects} />
        </div>
        <div className={styles.mine}>
          <MyReview page={page} mine={mine} failed={mineFailed} retry={retryMine} />
        </div>
      </div>
      <nav className={styles.orders} aria-label="Order of reviews">
        {reviewOrders.map((order) => (
          <Link key={order} href={hrefOf({ order })} aria-current={order === filter.order ? 'true' : undefined}>
            {reviewOrderLabels[order]}
          </Link>
        ))}
        {filter.stars && (
          <Link href={hrefOf({ stars: undefined })} className={styles.clear}>
            Only {filter.stars} ★ — show all
          </Link>
        )}
      </nav>
      <p className="visually-hidden" role="status">
        {list.data ? `${counted(others.length, 'review')} shown` : ''}
      </p>
      {others.map((review) => (
        <ReviewEntry
          key={review.id}
          review={review}
          aspects={aspectsOf[item.kind]}
          note={review.held && <HoldMark of="This review" hold={review.held} />}
          actions={<MarkButtons review={review} />}
        />
      ))}
      {list.data && others.length === 0 && (
        <Notice
          title={
            filter.stars
              ? `No reviews with ${filter.stars} ★`
              : mine?.review
                ? 'No other reviews yet'
                : 'No reviews yet'
          }
        >
          <p>
            {filter.stars ? (
              <Link href={hrefOf({ stars: undefined })}>Show all reviews</Link>
            ) : (
              'A sentence on why it was worth keeping is a good start.'
            )}
          </p>
        </Notice>
      )}
      {list.error !== undefined && <Failure error={list.error} retry={list.data ? more : list.reload} />}
      {list.data?.next && (
        <p>
          <Button look="plain" busy={list.loading} onClick={more}>
            More reviews
          </Button>
        </p>
      )}
      <FeedLinks of={`/i/${item.id}`} about={`Reviews of ${item.title}`} />
    </section>
  );
}

type MyReviewProps = { page: Answer<'getItem'>; mine: MyView | undefined; failed: unknown; retry: () => void };

function MyReview({ page: { item, counts }, mine, failed, retry }: MyReviewProps) {
  const session = useSession();
  const [editing, setEditing] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const aspects = aspectsOf[item.kind];
  if (!session.signedIn) {
    return (
      <Notice title="You know it?">
        <p>
          <Link href={`/sign-in?back=${encodeURIComponent(`/i/${item.id}`)}`}>Sign in</Link> to rate and review it.
        </p>
      </Notice>
    );
  }
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
        aspects={aspects}
        before={mine.review}
        onPosted={(review) => {
          keep(review);
          say(mine.review ? 'Your changes are in.' : 'Your review is in.');
        }}
        {...(editing ? { onCancel: () => setEditing(false) } : {})}
      />
    );
  }
  return (
    <ReviewEntry
      review={mine.review}
      aspects={aspects}
      mine
      note={mine.review.held && <HoldMark of="Your review" hold={mine.review.held} />}
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
  );
}
