import { kinds } from 'virtual:contract';
import { lazy, Suspense } from 'react';
import { Link, useSearch } from 'wouter';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { orderLabels, windowLabels } from '#shared/ranking/labels.ts';
import { useSession } from '../client/session.ts';
import { OrderLinks } from '../features/ranking/order-links.tsx';
import { type Listing, listingAddress, readListing } from '../features/ranking/scope.ts';
import { Heading } from '../ui/heading.tsx';
import { Ledger } from './ledger.tsx';
import styles from './listing.module.css';

// Rarely shown, so not part of the first listing.
const EmptyListing = lazy(() => import('./empty-listing.tsx'));
const ListingFeeds = lazy(() => import('./listing-feeds.tsx'));
const WatchButton = lazy(() => import('../features/watches/watch-button.tsx'));
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
  const session = useSession();
  const about = `${kind ? kinds[kind].plural : 'Everything'}${tag ? ` tagged ${tag}` : ''}`;
  const inOrder = `${about}, ${orderLabels[order].toLowerCase()}, added ${windowLabels[window]}`;

  return (
    <>
      <Heading title={kind || tag || order !== 'hot' ? `${about} · ${orderLabels[order]}` : 'Commonplace'}>
        {kind ? kinds[kind].plural : tag ? '' : 'Worth keeping'}
        {tag && <em className={styles.tag}>{kind ? ` #${tag}` : `#${tag}`}</em>}
      </Heading>
      {!session.signedIn && !kind && !tag && (
        <p className={styles.welcome} data-guests>
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
      <Ledger listing={listing} label={inOrder} empty={<EmptyListing listing={listing} />} />
      <Suspense>
        {tag && <FollowButton what="tags" target={tag} name={`#${tag}`} />}
        {tag && <WatchButton what="tags" target={tag} name={`#${tag}`} />}
        <ListingFeeds listing={listing} />
      </Suspense>
    </>
  );
}
