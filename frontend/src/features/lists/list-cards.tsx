import { Link } from 'wouter';
import type { ListCard } from '#shared/lists/schema.ts';
import cards from '../../ui/cards.module.css';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { itemsSaid, votersSaid } from './numbers.ts';

/** Lists one under the other: what each is of, whose, and how much is in it. */
export function ListCards({ lists, level = 2 }: { lists: readonly ListCard[]; level?: 2 | 3 }) {
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <ol className={cards.cards}>
      {lists.map(({ id, title, about, mode, by, at, counts }) => (
        <li key={id}>
          <Title>
            <Link href={`/l/${id}`} className={cards.name}>
              {title}
            </Link>
          </Title>
          {about && <p className={cards.about}>{about}</p>}
          <p className={cards.facts}>
            {itemsSaid(counts.entries)} ·{' '}
            {mode === 'open'
              ? counts.voters > 0
                ? `open, ${votersSaid(counts.voters)}`
                : 'open'
              : 'in its maker’s order'}{' '}
            · <TimeAgo at={at} />
            {by && (
              <>
                {' '}
                by <Link href={`/@${by}`}>@{by}</Link>
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
