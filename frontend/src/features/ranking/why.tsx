import { lazy, Suspense, useState } from 'react';
import type { CardCounts } from '#shared/items/schema.ts';
import type { Order } from '#shared/ranking/schema.ts';
import styles from './why.module.css';

const WhyBody = lazy(() => import('./why-body.tsx'));
type Props = { order: Order; counts: CardCounts; at: string; title: string };

/** Why a row stands where it stands. The arithmetic is fetched when it is first asked for. */
export function Why({ title, ...account }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.why} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        Why<span className={styles.long}> is this</span> here?<span className="visually-hidden"> ({title})</span>
      </summary>
      <div className={styles.body}>
        {open && (
          <Suspense fallback={<p>Working it out…</p>}>
            <WhyBody {...account} />
          </Suspense>
        )}
      </div>
    </details>
  );
}
