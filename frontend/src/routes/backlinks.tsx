import { kinds } from 'virtual:contract';
import { Link } from 'wouter';
import { useItem } from '../features/items/queries.ts';
import { useBacklinks } from '../features/revisions/queries.ts';
import styles from '../features/revisions/revisions.module.css';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/notice.tsx';
import { Loading } from '../ui/skeleton.tsx';
import { TimeAgo } from '../ui/time-ago.tsx';
import { OfItem } from './of-item.tsx';

/** What links to an item. */
export default function BacklinksRoute({ itemId }: { itemId: string }) {
  const found = useItem(itemId);
  const links = useBacklinks('items', itemId);
  const items = links.data?.pages.flat();
  return (
    <OfItem
      itemId={itemId}
      over="What links to"
      title={found.data?.item.title}
      error={found.error}
      retry={found.reload}
    >
      {!items && links.error === undefined && <Loading what="what links here" />}
      {items?.length === 0 && (
        <p>
          Nothing yet. A text links here with <code>{`[[i:${itemId}]]`}</code>.
        </p>
      )}
      <ul className={styles.list}>
        {items?.map(({ id, kind, title, since }) => (
          <li key={id}>
            <div className={styles.what}>
              <Link href={`/i/${id}`}>{title}</Link> <span className={styles.mark}>{kinds[kind].label}</span>
            </div>
            <span className={styles.mark}>
              <TimeAgo at={since} />
            </span>
          </li>
        ))}
      </ul>
      {links.error !== undefined && <Failure error={links.error} retry={links.data ? links.more : links.reload} />}
      {links.data?.next && (
        <p>
          <Button look="plain" busy={links.loading} onClick={links.more}>
            More
          </Button>
        </p>
      )}
    </OfItem>
  );
}
