import { aspectsOf } from 'virtual:aspects';
import { Link } from 'wouter';
import { HoldMark } from '../features/holds/hold-mark.tsx';
import { useReview } from '../features/reviews/queries.ts';
import { ReviewEntry } from '../features/reviews/review-entry.tsx';
import { MarkButtons } from '../features/votes/mark-buttons.tsx';
import { useMyMarksOn } from '../features/votes/my-marks.ts';
import { Heading } from '../ui/heading.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { Failure } from '../ui/notice.tsx';
import { Bone, Loading } from '../ui/skeleton.tsx';
import { Stars } from '../ui/stars.tsx';
import { TimeAgo } from '../ui/time-ago.tsx';
import styles from './review.module.css';

export default function ReviewRoute({ reviewId }: { reviewId: string }) {
  const { data, error, reload } = useReview(reviewId);
  useMyMarksOn([reviewId]);
  if (!data) {
    return error === undefined ? (
      <div className={styles.ghost}>
        <Loading what="the review" />
        <Bone width={28} tall />
      </div>
    ) : (
      <>
        <Heading title="No such review" />
        <Failure error={error} retry={reload} />
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
      <ReviewEntry
        review={review}
        aspects={aspectsOf[item.kind]}
        whole
        note={review.held && <HoldMark of="This review" hold={review.held} />}
        actions={<MarkButtons review={review} />}
      />
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
