import { kinds } from 'virtual:contract';
import { Link } from 'wouter';
import type { Card } from '#shared/items/schema.ts';
import type { Order } from '#shared/ranking/schema.ts';
import { ratingCount, shownAverage } from '#shared/ranking/stars.ts';
import { kindCards } from '../features/items/kinds/registry.ts';
import { Why } from '../features/ranking/why.tsx';
import { TagLinks } from '../features/tags/tag-links.tsx';
import { VoteButtons } from '../features/votes/vote-buttons.tsx';
import { counted } from '../ui/numbers.ts';
import { Picture } from '../ui/picture.tsx';
import { Bone } from '../ui/skeleton.tsx';
import { TimeAgo } from '../ui/time-ago.tsx';
import styles from './listing.module.css';

/** One entry of a ledger: rank in the margin, what it is, and the votes in their columns. */
export function ListingRow({ card, rank, order }: { card: Card; rank: number; order: Order }) {
  const { id, kind, title, byline, counts } = card;
  const look = kindCards[kind];
  const ratings = counts.ratings ?? [];
  const average = shownAverage(ratings);
  const rated = ratingCount(ratings);
  return (
    <li className={styles.row}>
      <span className={styles.rank}>
        <span className="visually-hidden">Rank </span>
        {rank}
      </span>
      <div className={styles.picture}>
        <Picture src={card.picture} shape={look.picture} fallback={look.glyph} />
      </div>
      <div className={styles.name}>
        <h2 className={styles.title}>
          <Link href={`/i/${id}`}>{title}</Link>
        </h2>
        {byline && <p className={styles.byline}>{byline}</p>}
      </div>
      <div className={styles.votes}>
        <VoteButtons
          itemId={id}
          title={title}
          counts={{ up: counts.up ?? 0, down: counts.down ?? 0 }}
          settled
          by={card.by}
        />
      </div>
      <div className={styles.notes}>
        <ul className={styles.facts}>
          <li>
            <Link href={`/k/${kind}`}>{kinds[kind].label}</Link>
          </li>
          {average !== undefined && (
            <li className={styles.average}>
              <span className="visually-hidden">Average </span>★ {average.toFixed(1)}{' '}
              <span className="visually-hidden">stars from</span>
              <span className={styles.aside}> {counted(rated, 'rating', true)}</span>
            </li>
          )}
          {average === undefined && rated > 0 && <li>{counted(rated, 'rating')}</li>}
          {!!counts.reviews && (
            <li>
              <Link href={`/i/${id}#reviews`}>{counted(counts.reviews, 'review', true)}</Link>
            </li>
          )}
          {!!counts.saves && (
            <li>
              <Link href={`/i/${id}/savers`}>{counted(counts.saves, 'save', true)}</Link>
            </li>
          )}
          <li>
            <TimeAgo at={card.at} />
            {card.by && (
              <>
                {' '}
                by <Link href={`/@${card.by}`}>@{card.by}</Link>
              </>
            )}
          </li>
        </ul>
        <div className={styles.foot}>
          <TagLinks tags={card.tags} label={`Tags of ${title}`} />
          <Why order={order} counts={counts} at={card.at} title={title} />
        </div>
      </div>
    </li>
  );
}

export function SkeletonRow({ rank }: { rank: number }) {
  return (
    <li className={styles.row}>
      <span className={styles.rank}>{rank}</span>
      <div className={styles.picture}>
        <Picture src={undefined} shape="cover" fallback={null} />
      </div>
      <div className={styles.name}>
        <p className={styles.title}>
          <Bone width={28} tall />
        </p>
        <p className={styles.byline}>
          <Bone width={16} />
        </p>
      </div>
      <div className={styles.votes} />
      <div className={styles.notes}>
        <p className={styles.facts}>
          <Bone width={40} />
        </p>
        <p className={styles.facts}>
          <Bone width={16} />
        </p>
      </div>
    </li>
  );
}
