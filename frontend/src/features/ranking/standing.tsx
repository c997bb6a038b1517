import { useState } from 'react';
import { Link } from 'wouter';
import { orderLabels } from '#shared/ranking/labels.ts';
import { call } from '../../client/call.ts';
import { useLoad } from '../../client/loads.ts';
import { Failure } from '../../ui/notice.tsx';
import { Account } from './account.tsx';
import styles from './why.module.css';

/** Where an item stands in every order, and why: asked for when it is opened. */
export function Standing({ itemId }: { itemId: string }) {
  const [open, setOpen] = useState(false);
  const { data, error, reload } = useLoad(
    `standing:${itemId}`,
    () => call('explainRanking', { params: { itemId } }),
    open,
  );
  return (
    <details className={styles.why} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>How it ranks, and why</summary>
      <div className={styles.body}>
        {error !== undefined && <Failure error={error} retry={reload} />}
        {!data && error === undefined && <p>Working it out…</p>}
        {data?.orders.map((explanation) => (
          <section key={explanation.order} aria-label={orderLabels[explanation.order]}>
            <h2 className={styles.order}>
              <Link href={`/how-ranking-works#${explanation.order}`}>{orderLabels[explanation.order]}</Link>
            </h2>
            <Account explanation={explanation} />
          </section>
        ))}
      </div>
    </details>
  );
}
