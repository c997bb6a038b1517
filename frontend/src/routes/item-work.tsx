import { Link } from 'wouter';
import { Contributors } from '../features/work/contributors.tsx';
import { OverTime } from '../features/work/over-time.tsx';
import { type ItemWork, useItemWork } from '../features/work/queries.ts';
import { Spread } from '../features/work/spread.tsx';
import { Notice } from '../ui/notice.tsx';
import { counted } from '../ui/numbers.ts';
import { Day } from '../ui/time-ago.tsx';
import { OfItem } from './of-item.tsx';
import styles from './work.module.css';
import { About } from './work.tsx';

/** Who made an item what it is. */
export default function ItemWorkRoute({ itemId }: { itemId: string }) {
  const { data, error, reload } = useItemWork(itemId);
  return (
    <OfItem itemId={itemId} over="Who made" title={data?.item.title} error={error} retry={reload}>
      {data && <Shown data={data} />}
    </OfItem>
  );
}

function Shown({ data }: { data: ItemWork }) {
  const { added, reviews, all, edits, months, contributors, others } = data;
  return (
    <div className={styles.page}>
      <p>
        Added {added.by ? <Link href={`/@${added.by}/work`}>by @{added.by}</Link> : 'by a former member or the site'} on{' '}
        <Day day={added.at.slice(0, 10)} />. {reviews > 0 && `It has ${counted(reviews, 'review')}, one of a person.`}
      </p>
      {all.people === 0 ? (
        <Notice title="Nobody has changed it, or discussed it, yet" />
      ) : (
        <>
          <h2>How evenly</h2>
          <div className={styles.spreads}>
            {all.sum > edits.sum && <Spread label="All contributions" view={all} />}
            <Spread label="Edits" view={edits} />
          </div>
          <About />
        </>
      )}
      {contributors.length > 0 && (
        <>
          <h2>Who gave what</h2>
          <Contributors caption="Who gave what" contributors={contributors} />
          {others > 0 && (
            <p className={styles.note}>
              These are the {contributors.length} who gave most; {counted(others, 'other')} gave something too.
            </p>
          )}
        </>
      )}
      {months.length > 0 && (
        <>
          <h2>Over time</h2>
          <OverTime months={months} />
        </>
      )}
      <p>
        <Link href="/work">Who does the work of the whole site</Link>
      </p>
    </div>
  );
}
