import { Link } from 'wouter';
import styles from '../features/claims/claims.module.css';
import { useMyClaims } from '../features/claims/queries.ts';
import { WithHandle } from '../features/people/guard.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure, More, Notice } from '../ui/notice.tsx';
import { counted } from '../ui/numbers.ts';
import { Loading } from '../ui/skeleton.tsx';
import { TimeAgo } from '../ui/time-ago.tsx';

/** What I own here, how that stands, and what of it waits for me. */
export default function OwnedRoute() {
  return (
    <>
      <Heading title="What you own" />
      <WithHandle toDo="see what you own" back="/owned">
        <Owned />
      </WithHandle>
    </>
  );
}

function Owned() {
  const list = useMyClaims();
  const entries = list.data?.pages.flat() ?? [];
  if (!list.data)
    return list.error === undefined ? (
      <Loading what="what you own" />
    ) : (
      <Failure error={list.error} retry={list.reload} />
    );
  return (
    <>
      {entries.length === 0 && !list.data.next && (
        <Notice title="Nothing yet">
          <p>
            Is a place, a shop or a work here yours? On its page, “Is it yours?” leads to the ways to show it. Then you
            may reply once to each review.
          </p>
        </Notice>
      )}
      <ul className={styles.list}>
        {entries.map(({ item, state, at, missing, mergedInto, unanswered: { reviews, questions } }) => (
          <li key={item.id}>
            <Link href={`/i/${item.id}`}>{item.title}</Link>
            {state === 'proven' ? (
              <>
                {', yours since '}
                <TimeAgo at={at} />
              </>
            ) : (
              <>
                {', not shown yet: '}
                <Link href={`/i/${item.id}/claim`}>how to show that it is yours</Link>
              </>
            )}
            {missing && (
              <p className={styles.fine}>
                <Link href={`/i/${item.id}/claim`}>The proof is missing</Link> since <TimeAgo at={missing} />: after
                three days the claim ends.
              </p>
            )}
            {mergedInto && (
              <p className={styles.fine}>
                It was merged into another page, which you <Link href={`/i/${mergedInto}/claim`}>may claim</Link>.
              </p>
            )}
            {state === 'proven' && (
              <p className={styles.fine}>
                {reviews > 0 && (
                  <Link href={`/i/${item.id}?order=newest#reviews`}>
                    {counted(reviews, 'review')} without your reply
                  </Link>
                )}
                {reviews > 0 && questions > 0 && ' · '}
                {questions > 0 && (
                  <Link href={`/i/${item.id}/questions?order=new`}>
                    {counted(questions, 'question')} without an answer
                  </Link>
                )}
                {reviews + questions === 0 && 'Nothing among the latest reviews and questions waits for you.'}
              </p>
            )}
          </li>
        ))}
      </ul>
      <More list={list} />
    </>
  );
}
