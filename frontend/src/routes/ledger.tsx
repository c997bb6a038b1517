import { type ReactNode, useEffect, useRef } from 'react';
import { useRanking } from '../features/ranking/queries.ts';
import type { Listing } from '../features/ranking/scope.ts';
import { useMyVotesOn } from '../features/votes/my-votes.ts';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/notice.tsx';
import { Loading, standIns } from '../ui/skeleton.tsx';
import styles from './listing.module.css';
import { ListingRow, SkeletonRow } from './listing-row.tsx';

type Props = {
  listing: Listing;
  label: string;
  /** Shown where nothing stands in it. */
  empty: ReactNode;
};

/** The rows of a ranked listing, page by page. */
export function Ledger({ listing, label, empty }: Props) {
  const ranking = useRanking(listing);
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
  return (
    <>
      <p className="visually-hidden" role="status">
        {ranking.data ? `${label}: ${cards.length} shown` : ''}
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
      {ranking.data && cards.length === 0 && !ranking.data.next && empty}
      {cards.length > 0 && (
        <div className={styles.columns} aria-hidden="true">
          <span>For</span>
          <span>Against</span>
        </div>
      )}
      {cards.length > 0 && (
        <ol ref={list} className={styles.ledger} aria-label={label}>
          {cards.map((card, index) => (
            <ListingRow key={card.id} card={card} rank={index + 1} order={listing.order} />
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
    </>
  );
}
