import { kinds } from 'virtual:contract';
import { readingsOf } from 'virtual:readings';
import { Link } from 'wouter';
import { savesPage } from '#shared/saves/addresses.ts';
import { useNow } from '../client/now.ts';
import { ProblemError } from '../client/problem.ts';
import { useSession } from '../client/session.ts';
import { PersonTabs } from '../features/people/person-tabs.tsx';
import { Goal } from '../features/years/goal.tsx';
import { Highlights } from '../features/years/highlights.tsx';
import { MonthBars } from '../features/years/month-bars.tsx';
import { useYear, type Year } from '../features/years/queries.ts';
import { RatingBars } from '../features/years/rating-bars.tsx';
import choices from '../ui/choices.module.css';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { exactCount } from '../ui/numbers.ts';
import { Loading } from '../ui/skeleton.tsx';
import NotFoundRoute from './not-found.tsx';
import { WayOn } from './way-on.tsx';
import styles from './year.module.css';
import { YearList } from './year-list.tsx';

type Props = { handle: string; year: string };

/** A person's year: what they finished, how it compares with what they meant to, and what they saved. */
export default function YearRoute({ handle, year }: Props) {
  return /^[12]\d{3}$/.test(year) ? <YearPage handle={handle} year={year} /> : <NotFoundRoute />;
}

function YearPage({ handle, year }: Props) {
  const session = useSession();
  const mine = session.signedIn && session.handle?.toLowerCase() === handle.toLowerCase();
  const { data, error, reload } = useYear(handle, year, mine);
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
    <>
      <Heading title={`@${handle}’s ${year}`}>
        <Link href={`/@${handle}`} className={styles.of ?? ''}>
          @{handle}
        </Link>
        ’s {year}
      </Heading>
      <PersonTabs handle={handle} current="year" />
      {data ? <Shown data={data} mine={mine} /> : <Loading what="the year" />}
    </>
  );
}

const some = (months: readonly number[] | undefined) => months?.some((count) => count > 0) ?? false;

function Shown({ data, mine }: { data: Year; mine: boolean }) {
  const { handle, year, readings, saves, tags } = data;
  const read = data.kinds.filter((kind) => mine || kind.finished > 0 || kind.goal || some(kind.pages));
  const empty = data.kinds.every((kind) => kind.finished === 0 && !kind.goal && !some(kind.pages)) && !some(saves);
  return (
    <>
      <Years data={data} mine={mine} />
      {mine && !empty && (
        <p className={styles.mine}>
          What you keep private is counted here for you alone; others see this page without it.
        </p>
      )}
      {empty && (
        <Notice title={mine ? `Nothing finished or saved in ${year} yet` : `Nothing to see of ${year}`}>
          {mine && <p>Note on an item’s page when you read or visited it, and it stands here.</p>}
        </Notice>
      )}
      {data.atLeast && <p className={styles.mine}>There is more of this year than is counted here.</p>}
      {read.map((one) => (
        <KindPart key={one.kind} one={one} year={year} mine={mine} />
      ))}
      {readings.length > 0 && (
        <section className={styles.part} aria-labelledby="finished">
          <h2 id="finished">Finished</h2>
          <YearList readings={readings} year={year} />
          {data.more && <p className={styles.mine}>The last {exactCount(readings.length)} are listed.</p>}
        </section>
      )}
      {some(saves) && (
        <section className={styles.part} aria-labelledby="saved">
          <h2 id="saved">Saved</h2>
          <MonthBars label="Saves" months={saves} />
          {tags && tags.length > 0 && (
            <>
              <h3 className={styles.tagsTitle}>Tags of the year</h3>
              <ul className={styles.tags}>
                {tags.map(({ tag, count }) => (
                  <li key={tag}>
                    <Link href={savesPage(handle, { tag })}>{tag}</Link> {exactCount(count)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      )}
    </>
  );
}

function KindPart({ one, year, mine }: { one: Year['kinds'][number]; year: string; mine: boolean }) {
  const { kind, goal, finished, months, pages, ratings } = one;
  const words = readingsOf[kind];
  if (!words) return null;
  return (
    <section className={styles.part} aria-labelledby={`year-${kind}`}>
      <h2 id={`year-${kind}`}>{kinds[kind].plural}</h2>
      <div className={styles.columns}>
        <div>
          <Goal year={year} kind={kind} goalWords={words.goal} goal={goal} finished={finished} mine={mine} />
          <Highlights one={one} />
        </div>
        <div>
          {finished > 0 && <MonthBars label={capital(words.goal)} months={months} />}
          {pages && some(pages) && <MonthBars label="Pages noted" months={pages} />}
          <RatingBars ratings={ratings} />
        </div>
      </div>
    </section>
  );
}

const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** The other years of which there is something, and one's own present one. */
function Years({ data, mine }: { data: Year; mine: boolean }) {
  const present = new Date(useNow()).toISOString().slice(0, 4);
  const years = [...new Set([...data.years, data.year, ...(mine ? [present] : [])])].sort().reverse();
  if (years.length < 2) return null;
  return (
    <nav className={`${choices.choices} ${styles.years}`} aria-label="Years">
      {years.map((year) => (
        <Link key={year} href={`/@${data.handle}/year/${year}`} aria-current={year === data.year ? 'page' : undefined}>
          {year}
        </Link>
      ))}
    </nav>
  );
}
