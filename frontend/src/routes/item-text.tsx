import { writtenKinds } from 'virtual:fields';
import { Link } from 'wouter';
import type { Item } from '#shared/items/schema.ts';
import { ItemText } from '../features/revisions/item-text.tsx';
import { startText, useText } from '../features/revisions/queries.ts';
import { Failure } from '../ui/notice.tsx';
import { Loading } from '../ui/skeleton.tsx';
import styles from './item.module.css';

export { startText };

/** Whether an item is its text, which then stands first on its page. */
export const isWritten = ({ kind }: Item) => writtenKinds.includes(kind);

/** What people wrote together about an item, or an invitation to begin. */
export function TextOfItem({ item }: { item: Item }) {
  const found = useText(item.id, Boolean(item.textBytes));
  const written = isWritten(item);
  return (
    <section
      className={styles.part}
      aria-label={written ? 'Text' : undefined}
      aria-labelledby={written ? undefined : 'notes'}
    >
      {!written && <h2 id="notes">Notes</h2>}
      {item.textBytes ? (
        <>
          {found.data?.removed && <p className={styles.credit}>The text was removed because the law demanded it.</p>}
          {found.data && <ItemText text={found.data.text} links={found.data.links} top={written ? 2 : 3} />}
          {!found.data && found.error === undefined && <Loading what="the text" />}
          {found.error !== undefined && <Failure error={found.error} retry={found.reload} />}
          <p className={styles.credit}>
            Written together, {item.licence} · <Link href={`/i/${item.id}/authors`}>who wrote which line</Link> ·{' '}
            <Link href={`/i/${item.id}/edit`}>improve it</Link>
          </p>
        </>
      ) : (
        <p>
          {written ? 'It has no text yet.' : 'Nobody wrote about it yet: what everybody should know, with links.'}{' '}
          <Link href={`/i/${item.id}/edit`}>Write the first lines</Link>
        </p>
      )}
    </section>
  );
}
