import { kinds } from 'virtual:contract';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link, useSearch } from 'wouter';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { orderLabels, windowLabels } from '#shared/ranking/labels.ts';
import { useSession } from '../client/session.ts';
import { OrderLinks } from '../features/ranking/order-links.tsx';
import { useRanking } from '../features/ranking/queries.ts';
import { type Listing, listingAddress, readListing } from '../features/ranking/scope.ts';
import { useMyVotesOn } from '../features/votes/my-votes.ts';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure } from '../ui/notice.tsx';
import { Loading, standIns } from '../ui/skeleton.tsx';
import styles from './listing.module.css';
import { ListingRow, SkeletonRow } from './listing-row.tsx';

// Rarely shown, so not part of the first listing.
const EmptyListing = lazy(() => import('./empty-listing.tsx'));
const ListingFeeds = lazy(() => import('./listing-feeds.tsx'));
const FollowButton = lazy(() => import('../features/follows/follow-button.tsx'));
const TagNotes = lazy(() => import('../features/tags/tag-notes.tsx'));
const NoSuchKind = lazy(() => import('./no-such-kind.tsx'));

type Props = { kind?: string; tag?: string };

export function ListingRoute({ kind, tag }: Props) {
  const search = useSearch();
  if (kind !== undefined && !(kind in kinds)) return <NoSuchKind kind={kind} />;
  return <RankedListing listing={readListing(search, { kind: kind as KindName | undefined, tag })} />;
}

function RankedListing({ listing }: { listing: Listing }) {
  const { kind, tag, order, window } = listing;
  const ranking = useRanking(listing);
  const session = useSession();
  const list = useRef<HTMLOListElement>(null);
  const shownBefore = useRef<number>(undefined);
  const pages = ranking.data?.pages ?? [];
  const cards = pages.flat();
  useMyVotesOn(pages.map((page) => page.map(({ id }) => id)));

  // After “More”, the focus goes to the first row that came.
  useEffect(() => {
    if (shownBefore.current === undefined || cards.length <= shownBefore.current) return;
    list.current?.children[shownBefore.current]?.querySelector<HTMLElement>('h2 a')?.focus();
    shownBefore.current = undefined;
  }, [cards.length]);

  const more = () => {
    shownBefore.current = cards.length;
    ranking.more();
  };
  const about = `${kind ? kinds[kind].plural : 'Everything'}${tag ? ` tagged ${tag}` : ''}`;
  const inOrder = `${about}, ${orderLabels[order].toLowerCase()}, added ${windowLabels[window]}`;

  return (
    <>
      <Heading title={kind || tag || order !== 'hot' ? `${about} · ${orderLabels[order]}` : 'Commonplace'}>
        {kind ? kinds[kind].plural : tag ? '' : 'Worth keeping'}
        {tag && <em className={styles.tag}>{kind ? ` #${tag}` : `#${tag}`}</em>}
      </Heading>
      {!session.signedIn && !kind && !tag && (
        <p className={styles.welcome}>
          Books, places and links, kept and ranked by everyone who reads.{' '}
          <Link href="/how-ranking-works">How they rank</Link>
        </p>
      )}
      {tag && (
        <p className={styles.welcome}>
          {kind ? (
            <Link href={listingAddress({ ...listing, kind: undefined })}>Everything tagged #{tag}</Link>
          ) : (
            Object.entries(kinds).map(([name, { plural }], index) => (
              <span key={name}>
                {index > 0 && ' · '}
                <Link href={listingAddress({ ...listing, kind: name as KindName })}>{plural}</Link>
              </span>
            ))
          )}
        </p>
      )}
      {tag && !kind && (
        <Suspense>
          <TagNotes tag={tag} />
        </Suspense>
      )}
      <OrderLinks listing={listing} />
      <p className="visually-hidden" role="status">
        {ranking.data ? `${inOrder}: ${cards.length} shown` : ''}
      </p>
      {!ranking.data && ranking.error === undefined && (
        <>
          <Loading what="the listing" />
          <div className={styles.columns} aria-hidden="true">
            <span>For</span>
            <span>Against</span>
          </div>
          <ol className={styles.ledger} aria-hidden="true">
            {standIns(12).map((rank) => (
              <SkeletonRow key={rank} rank={rank} />
            ))}
          </ol>
        </>
      )}
      {ranking.data && cards.length === 0 && !ranking.data.next && <EmptyListing listing={listing} />}
      {cards.length > 0 && (
        <div className={styles.columns} aria-hidden="true">
          <span>For</span>
          <span>Against</span>
        </div>
      )}
      {cards.length > 0 && (
        <ol ref={list} className={styles.ledger} aria-label={inOrder}>
          {cards.map((card, index) => (
            <ListingRow key={card.id} card={card} rank={index + 1} order={order} />
          ))}
        </ol>
      )}
      {ranking.error !== undefined && <Failure error={ranking.error} retry={ranking.data ? more : ranking.reload} />}
      {ranking.data?.next && ranking.error === undefined && (
        <p className={styles.more}>
          <Button look="plain" busy={ranking.loading} onClick={more}>
            {ranking.loading ? 'Turning the page…' : 'More'}
          </Button>
        </p>
      )}
      <Suspense>
        {tag && <FollowButton what="tags" target={tag} name={`#${tag}`} />}
        <ListingFeeds listing={listing} />
      </Suspense>
    </>
  );
}
