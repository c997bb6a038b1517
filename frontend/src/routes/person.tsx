import { judgedOf } from 'virtual:aspects';
import { kinds } from 'virtual:contract';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { allAspectsOf } from '#shared/items/aspects.ts';
import { ProblemError } from '../client/problem.ts';
import { useSession } from '../client/session.ts';
import { HoldMark } from '../features/holds/hold-mark.tsx';
import { kindCards } from '../features/items/kinds/registry.ts';
import { PersonTabs } from '../features/people/person-tabs.tsx';
import { useContributions, usePerson } from '../features/people/queries.ts';
import { ReviewEntry } from '../features/reviews/review-entry.tsx';
import { MarkButtons } from '../features/votes/mark-buttons.tsx';
import { useMyMarksOn } from '../features/votes/my-marks.ts';
import { CurrentReadings } from '../features/years/current-readings.tsx';
import { FeedLinks } from '../ui/feed-links.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure, More, Notice } from '../ui/notice.tsx';
import { exactCount } from '../ui/numbers.ts';
import { Picture } from '../ui/picture.tsx';
import { Bone, Loading } from '../ui/skeleton.tsx';
import { Day, TimeAgo } from '../ui/time-ago.tsx';
import { CoveredReview, removedNote } from './covered.tsx';
import styles from './person.module.css';
import { WayOn } from './way-on.tsx';

const ListsOfPerson = lazy(() => import('../features/lists/lists-of-person.tsx'));
const PersonFollow = lazy(() => import('./person-follow.tsx'));
const Network = lazy(() => import('../features/follows/network.tsx'));
const PersonBan = lazy(() => import('../features/moderation/ban.tsx'));
const Taste = lazy(() => import('../features/taste/taste.tsx'));

export default function PersonRoute({ handle }: { handle: string }) {
  const person = usePerson(handle);
  const session = useSession();
  const mine = session.signedIn && session.handle?.toLowerCase() === handle.toLowerCase();
  if (person.error !== undefined) {
    const nobody = person.error instanceof ProblemError && person.error.status < 500;
    return (
      <>
        <Heading title={nobody ? `Nobody is called @${handle}` : 'This page did not load'} />
        <Failure error={person.error} retry={person.reload} />
        {nobody && <WayOn />}
      </>
    );
  }
  const counts = person.data?.person.counts;
  const figures = [
    { label: 'Items added', value: counts?.items },
    { label: 'Reviews', value: counts?.reviews },
    { label: 'Saves', value: counts?.saves },
    { label: 'Tags put on', value: counts?.tags },
    { label: 'Found useful', value: counts?.usefulReceived },
  ];
  return (
    <>
      <Heading title={`@${person.data?.person.handle ?? handle}`} />
      <p className={styles.joined}>
        Joined {person.data ? <Day day={person.data.person.joined} /> : <Bone width={16} />} ·{' '}
        <Link href={`/@${person.data?.person.handle ?? handle}/trust`}>How far trusted, and why</Link>
      </p>
      <dl className={styles.figures}>
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value === undefined ? <Bone width={8} /> : exactCount(value)}</dd>
          </div>
        ))}
      </dl>
      {person.data && (
        <Suspense>
          <PersonFollow handle={person.data.person.handle} />
          <Taste handle={person.data.person.handle} />
          <PersonBan handle={person.data.person.handle} />
        </Suspense>
      )}
      <PersonTabs handle={person.data?.person.handle ?? handle} current="contributions" />
      {person.data && (
        <CurrentReadings
          handle={person.data.person.handle}
          mine={mine}
          picture={({ kind, picture }) => (
            <Picture src={picture} shape={kindCards[kind].picture} fallback={kindCards[kind].glyph} />
          )}
        />
      )}
      <p>
        <Link href={`/talk/people/${handle}`}>Talk page</Link>
      </p>
      <h2 className="visually-hidden">Contributions</h2>
      {person.data && <Contributions handle={handle} />}
      {person.data && (
        <Suspense>
          <ListsOfPerson handle={handle} />
          <Network handle={person.data.person.handle} />
        </Suspense>
      )}
      {person.data && <FeedLinks of={`/@${person.data.person.handle}`} about={`@${person.data.person.handle}`} />}
    </>
  );
}

function Contributions({ handle }: { handle: string }) {
  const list = useContributions(handle);
  const entries = (list.data?.pages ?? []).flat();
  useMyMarksOn(entries.flatMap(({ review }) => (review ? [review.id] : [])));
  if (!list.data && list.error === undefined) return <Loading what="contributions" />;
  return (
    <>
      <ol className={styles.list}>
        {entries.map(({ at, item, review }) => (
          <li key={review?.id ?? `added-${item.id}`}>
            <p className={styles.what}>
              {review ? 'Reviewed' : `Added the ${kinds[item.kind].label.toLowerCase()}`}{' '}
              <Link href={`/i/${item.id}`}>{item.title}</Link>
              {!review && (
                <>
                  {' '}
                  <span>
                    <TimeAgo at={at} />
                  </span>
                </>
              )}
            </p>
            {review && (
              <CoveredReview review={review}>
                <ReviewEntry
                  review={review}
                  aspects={allAspectsOf(judgedOf[item.kind])}
                  experienced={judgedOf[item.kind].experienced}
                  note={removedNote(review) || (review.held && <HoldMark of="This review" hold={review.held} />)}
                  actions={<MarkButtons review={review} />}
                />
              </CoveredReview>
            )}
          </li>
        ))}
      </ol>
      {list.data && entries.length === 0 && <Notice title="Nothing added or reviewed yet" />}
      <More list={list} />
    </>
  );
}
