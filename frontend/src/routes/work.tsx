import { Link } from 'wouter';
import { Cohorts } from '../features/work/cohorts.tsx';
import { Contributors } from '../features/work/contributors.tsx';
import { OverTime } from '../features/work/over-time.tsx';
import { type SiteWork, useWork } from '../features/work/queries.ts';
import { Spread } from '../features/work/spread.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { exactCount } from '../ui/numbers.ts';
import { Loading } from '../ui/skeleton.tsx';
import styles from './work.module.css';

/** Who does the work of the whole site. */
export default function WorkRoute() {
  const { data, error, reload } = useWork();
  return (
    <div className={styles.page}>
      <Heading title="Who does the work" />
      <p className={styles.lead}>
        Everything here is made by somebody. This page counts edits, items added, reviews, comments and proposals, never
        votes, saves or tags, and nothing private.
      </p>
      {error !== undefined && <Failure error={error} retry={reload} />}
      {data ? <Shown data={data} /> : error === undefined && <Loading what="who does the work" />}
    </div>
  );
}

function Shown({ data }: { data: SiteWork }) {
  const { people, all, edits, months, cohorts, contributors } = data;
  if (all.people === 0) {
    return (
      <Notice title="Nobody gave anything yet">
        <p>
          <ButtonLink href="/submit">Be the first</ButtonLink>
        </p>
      </Notice>
    );
  }
  return (
    <>
      <p>
        {exactCount(all.people)} of {exactCount(people)} {people === 1 ? 'person' : 'people'} here gave something.
      </p>
      <h2>How evenly</h2>
      <div className={styles.spreads}>
        {all.sum > edits.sum && <Spread label="All contributions" view={all} />}
        <Spread label="Edits" view={edits} />
      </div>
      <About />
      {contributors.length > 0 && (
        <>
          <h2>Who gave most</h2>
          <Contributors caption="Who gave most" contributors={contributors} />
          <p className={styles.note}>
            The first {contributors.length}. Numbers above 15 are rounded down, by an eighth at most; on each person’s
            own page they are exact.
          </p>
        </>
      )}
      <h2>Over time</h2>
      <OverTime months={months} />
      {cohorts.length > 0 && (
        <>
          <h2>Newcomers, and how their edits fare</h2>
          <Cohorts cohorts={cohorts} />
          <p className={styles.note}>
            By when they took their handle. “Taken back” are edits that somebody else undid.
          </p>
        </>
      )}
      <p>
        <Link href="/odds">Which edits stay, and how likely</Link>
      </p>
    </>
  );
}

/** What the numbers and the curve mean. */
export function About() {
  return (
    <details className={styles.about}>
      <summary>What these numbers mean</summary>
      <p>
        Line people up from who gave least to who gave most. The curve shows which share of everything the first of them
        gave together; if all gave the same it would lie on the dashed line. Gini’s number says how far it lies below: 0
        is all the same, near 1 is one person giving everything. With x in rising order it is 2·Σ i·xᵢ / (n·Σx) − (n +
        1)/n, so that 0, 0, 0 and 10 come to 0.75. Only those count who gave something.
      </p>
    </details>
  );
}
