import { Link, useSearch } from 'wouter';
import { TextChanges } from '../features/revisions/comparison.tsx';
import { FieldChanges } from '../features/revisions/field-changes.tsx';
import { LookChoice, lookIn } from '../features/revisions/look-choice.tsx';
import { useComparison } from '../features/revisions/queries.ts';
import { RevisionLine } from '../features/revisions/revision-line.tsx';
import styles from '../features/revisions/revisions.module.css';
import { OfItem } from './of-item.tsx';
import { TakeBack } from './take-back.tsx';

/** What changed between two revisions of an item. */
export default function ChangesRoute({ itemId, from, to }: { itemId: string; from: string; to: string }) {
  const found = useComparison(itemId, from, to);
  const search = useSearch();
  const path = `/i/${itemId}/diff/${from}/${to}`;
  const { data } = found;
  const isNext = data && data.to.n === data.from.n + 1;
  return (
    <OfItem
      itemId={itemId}
      over={`From revision ${from} to ${to} of`}
      title={data?.item.title}
      error={found.error}
      retry={found.reload}
    >
      {data && (
        <>
          <div className={styles.between}>
            <p>
              <RevisionLine itemId={itemId} revision={data.from} />
            </p>
            <p>
              <RevisionLine itemId={itemId} revision={data.to} />
            </p>
          </div>
          <p className={styles.actions}>
            {data.from.n > 1 && isNext && (
              <Link href={`/i/${itemId}/diff/${data.from.n - 1}/${data.from.n}`}>Older change</Link>
            )}
            {data.to.n < data.latest && isNext && (
              <Link href={`/i/${itemId}/diff/${data.to.n}/${data.to.n + 1}`}>Newer change</Link>
            )}
          </p>
          {data.fields.length > 0 && <FieldChanges kind={data.item.kind} changes={data.fields} />}
          {(data.text.hunks.length > 0 || data.text.tooDifferent) && (
            <>
              <LookChoice path={path} search={search} />
              <TextChanges changes={data.text} look={lookIn(search)} />
            </>
          )}
          {data.fields.length === 0 && data.text.hunks.length === 0 && !data.text.tooDifferent && (
            <p>Nothing is different between these two.</p>
          )}
          {isNext && <TakeBack itemId={itemId} n={data.to.n} does="undo" />}
        </>
      )}
    </OfItem>
  );
}
