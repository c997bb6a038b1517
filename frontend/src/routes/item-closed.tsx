import { kinds } from 'virtual:contract';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import type { Answer } from '../client/call.ts';
import type { useMyView } from '../features/items/queries.ts';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';
import { counted } from '../ui/numbers.ts';
import { Loading } from '../ui/skeleton.tsx';
import { Day } from '../ui/time-ago.tsx';
import styles from './item.module.css';
import { ItemReviews } from './item-reviews.tsx';

const ItemAsked = lazy(() => import('./item-asked.tsx'));

type Page = Answer<'getItem'>;

/** Whether an item takes nothing new: it was merged or removed. */
export const isClosed = ({ mergedInto, removed }: Page['item']) => mergedInto !== undefined || removed !== undefined;

/** Whether the page of what was merged is asked for itself, not what it leads to. */
export const showsItself = (search: string) => new URLSearchParams(search).has('merged');

/** What is left of an item that was merged or removed: why, and what people wrote of it. */
export function ItemClosed({ page, mine }: { page: Page; mine: ReturnType<typeof useMyView> }) {
  const { item } = page;
  return (
    <article>
      <p className={styles.kind}>{kinds[item.kind].label}</p>
      <Heading title={item.title} />
      <Closing item={item} />
      <ItemMerged merged={page.merged} />
      <ItemReviews page={page} mine={mine.data} mineFailed={mine.error} retryMine={mine.reload} closed />
      <Suspense fallback={<Loading what="tips and questions" />}>
        <ItemAsked itemId={item.id} kind={item.kind} merged={page.merged} closed />
      </Suspense>
    </article>
  );
}

function Closing({ item: { id, mergedInto, removed } }: { item: Page['item'] }) {
  const history = <Link href={`/i/${id}/history`}>Its history</Link>;
  if (mergedInto !== undefined) {
    return (
      <Notice title="Merged into another page">
        <p>
          Votes, reviews and saves are given on <Link href={`/i/${mergedInto}`}>the page that it leads to</Link>. What
          people wrote here before stays here; its questions and tips stand there, too. Who owns it here does not own
          that page, but <Link href={`/i/${mergedInto}/claim`}>may claim it</Link>.
        </p>
        <p>
          {history} ·{' '}
          <Link href={`/proposals/new?what=unmerge&from=${id}&into=${mergedInto}`}>Propose to take them apart</Link>
        </p>
      </Notice>
    );
  }
  return (
    <Notice title="Removed">
      <p>
        {removed && (
          <>
            On <Day day={removed.at} />, for this reason: <q>{removed.reason}</q>{' '}
          </>
        )}
        It stands in no listing and takes no votes, reviews or saves. What people wrote of it stays readable.
      </p>
      <p>
        {removed?.proposal && (
          <>
            <Link href={`/proposals/${removed.proposal}`}>The proposal</Link> ·{' '}
          </>
        )}
        {history} · <Link href={`/proposals/new?what=restoration&item=${id}`}>Propose to bring it back</Link>
      </p>
    </Notice>
  );
}

/** What was merged into an item, whose reviews still stand on pages of their own. */
export function ItemMerged({ merged }: Pick<Page, 'merged'>) {
  if (merged.length === 0) return null;
  return (
    <p className={styles.credit}>
      Merged into this page:{' '}
      {merged.map(({ id, title, reviews }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link href={`/i/${id}?merged=1`}>{title}</Link>
          {reviews > 0 && ` (${counted(reviews, 'review')})`}
        </span>
      ))}
    </p>
  );
}

/** What can be proposed about an item as a whole. */
export function ItemProposing({ itemId }: { itemId: string }) {
  return (
    <p className={styles.credit}>
      Twice here, or not to be here? <Link href={`/proposals/new?what=merge&from=${itemId}`}>Propose to merge it</Link>{' '}
      or <Link href={`/proposals/new?what=removal&item=${itemId}`}>to remove it</Link>.
    </p>
  );
}
