import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { Flag } from '../features/moderation/flag.tsx';
import { labelOf } from '../features/revisions/field-changes.tsx';
import { FieldValue } from '../features/revisions/field-value.tsx';
import { ItemText } from '../features/revisions/item-text.tsx';
import { useRevision } from '../features/revisions/queries.ts';
import { RevisionLine } from '../features/revisions/revision-line.tsx';
import styles from '../features/revisions/revisions.module.css';
import { Notice } from '../ui/notice.tsx';
import { Loading } from '../ui/skeleton.tsx';
import { Covered } from './covered.tsx';
import { OfItem } from './of-item.tsx';
import { TakeBack } from './take-back.tsx';

const Thread = lazy(() => import('./thread-of.tsx'));

/** An item as it was at one revision. */
export default function RevisionRoute({ itemId, n }: { itemId: string; n: string }) {
  const found = useRevision(itemId, Number(n));
  const { item, revision, fields, text, links, latest } = found.data ?? {};
  return (
    <OfItem itemId={itemId} over={`Revision ${n} of`} title={item?.title} error={found.error} retry={found.reload}>
      {item && revision && fields && links && latest !== undefined && (
        <>
          <p className={styles.what}>
            <RevisionLine itemId={itemId} revision={revision} />
          </p>
          <p className={styles.actions}>
            {revision.n > 1 && (
              <>
                <Link href={`/i/${itemId}/history/${revision.n - 1}`}>Older</Link>
                <Link href={`/i/${itemId}/diff/${revision.n - 1}/${revision.n}`}>What it changed</Link>
              </>
            )}
            {revision.n < latest && (
              <>
                <Link href={`/i/${itemId}/history/${revision.n + 1}`}>Newer</Link>
                <Link href={`/i/${itemId}/diff/${revision.n}/${latest}`}>What changed since</Link>
              </>
            )}
          </p>
          {revision.n < latest && !revision.removed && <TakeBack itemId={itemId} n={revision.n} does="revert" />}
          {revision.removed ? (
            <Notice title="What this revision said was removed">
              <p>The law demanded it. Who made it and when stays.</p>
            </Notice>
          ) : (
            <Covered folded={revision.folded} name={`Revision ${revision.n}`}>
              <dl className={styles.diff}>
                {Object.entries(fields).map(([name, value]) => (
                  <div key={name}>
                    <dt className={styles.note}>{labelOf(item.kind, name)}</dt>
                    <dd>
                      <FieldValue kind={item.kind} name={name} value={value} />
                    </dd>
                  </div>
                ))}
              </dl>
              {text ? <ItemText text={text} links={links} top={2} /> : <p className={styles.note}>It had no text.</p>}
            </Covered>
          )}
          {latest > 1 && !revision.removed && (
            <Flag
              what="revisions"
              target={`${itemId}.${revision.n}`}
              name={`revision ${revision.n}`}
              by={revision.by ?? null}
            />
          )}
          <section aria-labelledby="talk">
            <h2 id="talk">Comments on this version</h2>
            <Suspense fallback={<Loading what="comments" />}>
              <Thread at={{ what: 'revisions', target: `${itemId}.${revision.n}` }} />
            </Suspense>
          </section>
        </>
      )}
    </OfItem>
  );
}
