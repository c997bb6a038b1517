import { Link, useSearch } from 'wouter';
import { longestRun } from '#shared/work/runs.ts';
import { ProblemError } from '../client/problem.ts';
import { PersonTabs } from '../features/people/person-tabs.tsx';
import { Calendar } from '../features/work/calendar.tsx';
import { type PersonWork, usePersonWork } from '../features/work/queries.ts';
import { kinds, kindWords, percent, yearAsked } from '../features/work/words.ts';
import choices from '../ui/choices.module.css';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { counted, exactCount } from '../ui/numbers.ts';
import { Loading } from '../ui/skeleton.tsx';
import { WayOn } from './way-on.tsx';
import styles from './work.module.css';

/** What somebody gave, day by day. */
export default function PersonWorkRoute({ handle }: { handle: string }) {
  const { data, error, reload } = usePersonWork(handle, yearAsked(useSearch()));
  if (error !== undefined) {
    const nobody = error instanceof ProblemError && error.status < 500;
    return (
      <>
        <Heading title={nobody ? `Nobody is called @${handle}` : 'This page did not load'} />
        <Failure error={error} retry={reload} />
        {nobody && <WayOn />}
      </>
    );
  }
  return (
    <div className={styles.page}>
      <Heading title={`Work of @${handle}`}>
        Work of <Link href={`/@${handle}`}>@{handle}</Link>
      </Heading>
      <PersonTabs handle={handle} current="work" />
      {data ? <Shown data={data} /> : <Loading what="what they gave" />}
    </div>
  );
}

function Shown({ data }: { data: PersonWork }) {
  const { handle, year, years, totals, reverted, days } = data;
  const all = kinds.reduce((sum, kind) => sum + totals[kind], 0);
  if (all === 0) return <Notice title="Nothing given yet">Edits, items, reviews, comments and proposals count.</Notice>;
  const kept = Math.max(0, totals.edits - reverted);
  const run = longestRun(days.map(({ day }) => day));
  return (
    <>
      <dl className={styles.figures}>
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{kindWords[kind][0]}</dt>
            <dd>{exactCount(totals[kind])}</dd>
          </div>
        ))}
      </dl>
      {totals.edits > 0 && (
        <p>
          Of {counted(totals.edits, 'edit')} others took {reverted === 0 ? 'none' : exactCount(reverted)} back;{' '}
          {percent(kept / totals.edits)} stayed.
        </p>
      )}
      <h2>{year}</h2>
      <nav className={`${choices.choices} ${styles.years}`} aria-label="Years">
        {[...new Set([year, ...years])]
          .sort()
          .reverse()
          .map((one) => (
            <Link key={one} href={`/@${handle}/work?year=${one}`} aria-current={one === year ? 'page' : undefined}>
              {one}
            </Link>
          ))}
      </nav>
      {days.length === 0 ? (
        <Notice title={`Nothing in ${year}`} />
      ) : (
        <p className={styles.note}>
          {counted(days.length, 'day')} with something{run > 1 && `, at most ${run} in a row`}.
        </p>
      )}
      <Calendar year={year} days={days} />
    </>
  );
}
