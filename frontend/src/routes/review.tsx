import { judgedOf } from 'virtual:aspects';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { allAspectsOf } from '#shared/items/aspects.ts';
import { ProblemError } from '../client/problem.ts';
import { HoldMark } from '../features/holds/hold-mark.tsx';
import { useReview } from '../features/reviews/queries.ts';
import { ReviewEntry } from '../features/reviews/review-entry.tsx';
import { MarkButtons } from '../features/votes/mark-buttons.tsx';
import { useMyMarksOn } from '../features/votes/my-marks.ts';
import { Heading } from '../ui/heading.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { Failure } from '../ui/notice.tsx';
import { counted } from '../ui/numbers.ts';
import { Bone, Loading } from '../ui/skeleton.tsx';
import { Stars } from '../ui/stars.tsx';
import { TimeAgo } from '../ui/time-ago.tsx';
import { CoveredReview, FlagReview, removedNote } from './covered.tsx';
import styles from './review.module.css';
import { WayOn } from './way-on.tsx';

const Thread = lazy(() => import('./thread-of.tsx'));
const ReplyWordings = lazy(() => import('../features/replies/reply-wordings.tsx'));

export default function ReviewRoute({ reviewId }: { reviewId: string }) {
  const { data, error, reload } = useReview(reviewId);
  useMyMarksOn([reviewId]);
  if (!data) {
    const gone = error instanceof ProblemError && error.status < 500;
    return error === undefined ? (
      <div className={styles.ghost}>
        <Loading what="the review" />
        <Bone width={28} tall />
      </div>
    ) : (
      <>
        <Heading title={gone ? 'No such review' : 'This page did not load'} />
        <Failure error={error} retry={reload} />
        {gone && <WayOn />}
      </>
    );
  }
  const { review, item, history } = data;
  return (
    <>
      <p className={styles.of}>Review of</p>
      <Heading title={`Review of ${item.title}`}>
        <Link href={`/i/${item.id}`}>{item.title}</Link>
      </Heading>
      <p className={styles.byline}>{item.byline}</p>
      <CoveredReview review={review} owners={data.owners}>
        <ReviewEntry
          review={review}
          aspects={allAspectsOf(judgedOf[item.kind])}
          experienced={judgedOf[item.kind].experienced}
          whole
          note={removedNote(review) || (review.held && <HoldMark of="This review" hold={review.held} />)}
          actions={
            <>
              <MarkButtons review={review} />
              <FlagReview review={review} />
            </>
          }
        />
      </CoveredReview>
      <section className={styles.talk} aria-labelledby="talk">
        <h2 id="talk">{review.comments ? counted(review.comments, 'comment') : 'Comments'}</h2>
        <Suspense fallback={<Loading what="comments" />}>
          <Thread at={{ what: 'reviews', target: review.id }} />
        </Suspense>
      </section>
      {review.reply && review.reply.revision > 1 && <ReplyWordings reviewId={review.id} />}
      {history.length > 0 && (
        <details className={styles.history}>
          <summary>Earlier wordings ({history.length})</summary>
          {history.map((past) => (
            <article key={past.revision} aria-label={`Wording ${past.revision}`}>
              <p>
                <Stars value={past.rating} /> <TimeAgo at={past.at} />
              </p>
              {past.text ? <Markdown text={past.text} /> : <p>Rated without words.</p>}
            </article>
          ))}
        </details>
      )}
    </>
  );
}
