import { judgedOf } from 'virtual:aspects';
import { reviewOrders } from 'virtual:contract';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { allAspectsOf, aspectsOf } from '#shared/items/aspects.ts';
import type { Answer } from '../client/call.ts';
import { useOwnWrites, withOwnWrite } from '../client/own-writes.ts';
import { HoldMark } from '../features/holds/hold-mark.tsx';
import type { MyView } from '../features/items/queries.ts';
import { AspectAverages } from '../features/reviews/aspect-averages.tsx';
import { Histogram } from '../features/reviews/histogram.tsx';
import { type ReviewFilter, reviewOrderLabels, useReviews } from '../features/reviews/queries.ts';
import { ratingsWithMine } from '../features/reviews/ratings.ts';
import { ReviewEntry } from '../features/reviews/review-entry.tsx';
import { MarkButtons } from '../features/votes/mark-buttons.tsx';
import { useMyMarksOn } from '../features/votes/my-marks.ts';
import { Button } from '../ui/button.tsx';
import choices from '../ui/choices.module.css';
import { FeedLinks } from '../ui/feed-links.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { counted } from '../ui/numbers.ts';
import { CoveredReview, FlagReview, removedNote } from './covered.tsx';
import styles from './item.module.css';
import { MyReview } from './item-my-review.tsx';
import { reviewPart } from './item-review-part.ts';

const ReviewFilters = lazy(() => import('../features/reviews/review-filters.tsx'));
const NotCounted = lazy(() => import('./not-counted.tsx'));
const InlineThread = lazy(() => import('./inline-thread-of.tsx'));

type Props = {
  page: Answer<'getItem'>;
  mine: MyView | undefined;
  mineFailed: unknown;
  retryMine: () => void;
  /** Takes no new ones; who has one may still edit or withdraw it. */
  closed?: boolean;
};

export function ItemReviews({ page, mine, mineFailed, retryMine, closed = false }: Props) {
  const { item, counts, aspects, held, reviews: first } = page;
  const judged = judgedOf[item.kind];
  const own = useOwnWrites();
  const [, navigate] = useLocation();
  // What its category is rated by first, then what some rated that it is asked for no more.
  const all = [
    ...new Map([...aspectsOf(judged, item.fields), ...allAspectsOf(judged)].map((one) => [one.key, one])).values(),
  ];
  const asked = aspectsOf(judged, item.fields);
  const query = new URLSearchParams(useSearch());
  const filter: ReviewFilter = {
    order: reviewOrders.find((order) => order === query.get('order')) ?? 'helpful',
    stars: (['1', '2', '3', '4', '5'] as const).find((stars) => stars === query.get('stars')),
    party: judged.parties?.find((party) => party === query.get('party')),
    season: (['dec-feb', 'mar-may', 'jun-aug', 'sep-nov'] as const).find((season) => season === query.get('season')),
    year: /^\d{4}$/.exec(query.get('year') ?? '')?.[0],
    aspect: all.find(({ key }) => key === query.get('aspect'))?.key,
  };
  const only = facets.filter((name) => filter[name] !== undefined);
  const hrefOf = (change: Partial<ReviewFilter>) => {
    const next = { ...filter, ...change };
    const search = new URLSearchParams();
    if (next.order !== 'helpful') search.set('order', next.order);
    for (const name of facets) if (next[name]) search.set(name, next[name]);
    if (item.mergedInto !== undefined) search.set('merged', '1');
    return `/i/${item.id}${search.size > 0 ? `?${search}` : ''}`;
  };

  // Who went to sign in from here, to write a review, comes back to it.
  const mineAt = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (window.location.hash !== `#${reviewPart}`) return;
    mineAt.current?.focus({ preventScroll: true });
    mineAt.current?.scrollIntoView();
  }, []);

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
  // Mine may have come to wait since I posted it: then it is in no number.
  const waits = mine?.review?.held !== undefined;
  // None, or mine alone, which stands above: nothing to put in order or to choose from.
  const nothingElse = only.length === 0 && list.data !== undefined && others.length === 0 && !list.data.next;
  const total = waits ? counts.reviews : withOwnWrite(own, `reviews:${item.id}`, counts.reviews);

  return (
    <section ref={part} className={styles.part} aria-labelledby="reviews">
      <h2 id="reviews">{total > 0 ? counted(total, 'review') : 'Reviews'}</h2>
      <div className={styles.columns}>
        <div>
          <Histogram
            ratings={waits ? counts.ratings : ratingsWithMine(own, item.id, counts.ratings)}
            selected={filter.stars}
            hrefOf={(stars) => hrefOf({ stars: stars as ReviewFilter['stars'] })}
          />
          <AspectAverages aspects={all} sums={aspects} />
        </div>
        <div ref={mineAt} id={reviewPart} tabIndex={-1} className={styles.mine}>
          {(!closed || mine?.review) && <MyReview page={page} mine={mine} failed={mineFailed} retry={retryMine} />}
        </div>
      </div>
      {!nothingElse && (
        <nav className={`${choices.choices} ${styles.orders}`} aria-label="Order of reviews">
          {reviewOrders.map((order) => (
            <Link key={order} href={hrefOf({ order })} aria-current={order === filter.order ? 'true' : undefined}>
              {reviewOrderLabels[order]}
            </Link>
          ))}
          {only.length > 0 && (
            <Link href={hrefOf(everything)} className={styles.clear}>
              {only.length === 1 && filter.stars ? `Only ${filter.stars} ★ — show all` : 'Show all reviews'}
            </Link>
          )}
        </nav>
      )}
      {(counts.reviews > 0 || only.length > 0) && !nothingElse && (
        <Suspense fallback={<div className={styles.ghostFilters} />}>
          <ReviewFilters
            filter={filter}
            aspects={asked}
            experienced={judged.experienced}
            parties={judged.parties}
            onChange={(change) => navigate(hrefOf(change), { replace: true })}
          />
        </Suspense>
      )}
      <p className="visually-hidden" role="status">
        {list.data ? `${counted(others.length, 'review')} shown` : ''}
      </p>
      {others.map((review) => (
        <CoveredReview key={review.id} review={review} owners={page.owners}>
          <ReviewEntry
            review={review}
            aspects={all}
            experienced={judged.experienced}
            note={removedNote(review) || (review.held && <HoldMark of="This review" hold={review.held} />)}
            actions={
              <>
                <MarkButtons review={review} />
                <FlagReview review={review} />
                <Suspense>
                  <InlineThread at={{ what: 'reviews', target: review.id }} comments={review.comments} />
                </Suspense>
              </>
            }
          />
        </CoveredReview>
      ))}
      {list.data && others.length === 0 && (
        <Notice
          title={
            only.length > 0
              ? list.data.next
                ? 'None among the first of them'
                : only.length === 1 && filter.stars
                  ? `No reviews with ${filter.stars} ★`
                  : 'No reviews like that'
              : mine?.review
                ? 'No other reviews yet'
                : 'No reviews yet'
          }
        >
          <p>
            {only.length > 0 ? (
              <Link href={hrefOf(everything)}>Show all reviews</Link>
            ) : (
              !closed && !mine?.review && 'A sentence on why it was worth keeping is a good start.'
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
      {held?.rules.some(({ reviews }) => reviews > 0) && (
        <Suspense>
          <NotCounted item={item} held={held} mine={mine?.review?.id} />
        </Suspense>
      )}
      <FeedLinks of={`/i/${item.id}`} about={`Reviews of ${item.title}`} />
    </section>
  );
}

/** By what a list is narrowed, and none of that. */
const facets = ['stars', 'party', 'season', 'year', 'aspect'] as const;
const everything = { stars: undefined, party: undefined, season: undefined, year: undefined, aspect: undefined };
