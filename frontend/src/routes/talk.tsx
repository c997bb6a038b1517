import { lazy, Suspense } from 'react';
import { Link, useSearch } from 'wouter';
import { ProblemError } from '../client/problem.ts';
import { isTalk, orderIn, type TalkAt, threadPage } from '../features/discussions/addresses.ts';
import { useThread } from '../features/discussions/queries.ts';
import { FeedLinks } from '../ui/feed-links.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure } from '../ui/notice.tsx';
import { counted } from '../ui/numbers.ts';
import { Bone } from '../ui/skeleton.tsx';
import { ItemPages } from './item-pages.tsx';
import { NotFound } from './no-thread.tsx';
import styles from './talk.module.css';
import Thread from './thread-of.tsx';

const WatchButton = lazy(() => import('../features/watches/watch-button.tsx'));

export default function TalkRoute({ what, target }: { what: string; target: string }) {
  return isTalk(what) ? <Talk at={{ what, target }} /> : <NotFound />;
}

function Talk({ at }: { at: TalkAt }) {
  const order = orderIn(useSearch());
  const { data, error, reload } = useThread(at, order);
  const page = threadPage(at);
  if (!data && error !== undefined) {
    const nothing = error instanceof ProblemError && error.status < 500;
    return nothing ? (
      <NotFound />
    ) : (
      <>
        <Heading title="This page did not load" />
        <Failure error={error} retry={reload} />
      </>
    );
  }
  const title = data?.about?.title;
  return (
    <>
      <p className={styles.of}>Talk about</p>
      <Heading title={title ? `Talk: ${title}` : 'Talk'}>
        {title && data?.about ? <Link href={data.about.href}>{title}</Link> : data ? 'Talk' : <Bone width={28} tall />}
      </Heading>
      {at.what === 'items' && <ItemPages itemId={at.target} comments={data?.comments ?? 0} />}
      <p className={styles.count}>{data && data.comments > 0 ? counted(data.comments, 'comment') : ' '}</p>
      {data?.about && (
        <Suspense>
          <WatchButton {...at} name={data.about.title} />
        </Suspense>
      )}
      <Thread at={at} order={order} hrefOf={(one) => `${page}${one === 'best' ? '' : `?order=${one}`}`} />
      <FeedLinks of={page} about={`Talk: ${title ?? ''}`} />
    </>
  );
}
