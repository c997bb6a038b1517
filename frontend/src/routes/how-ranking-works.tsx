import { orders } from 'virtual:contract';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { explain } from '#shared/ranking/explain.ts';
import { orderLabels } from '#shared/ranking/labels.ts';
import { parameters } from '#shared/ranking/parameters.ts';
import { call } from '../client/call.ts';
import { useLoad } from '../client/loads.ts';
import { HoldRules } from '../features/holds/hold-rules.tsx';
import { Account } from '../features/ranking/account.tsx';
import { example, ordersExplained } from '../features/ranking/orders-explained.ts';
import { listingAddress } from '../features/ranking/scope.ts';
import { Heading } from '../ui/heading.tsx';
import { Failure } from '../ui/notice.tsx';
import { Bone, standIns } from '../ui/skeleton.tsx';
import styles from './how-ranking-works.module.css';

/** `hotSecondsPerDecade` → `hot seconds per decade`. */
const inWords = (name: string) => name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);

export default function HowRankingWorksRoute() {
  const inForce = useLoad('ranking-parameters', () => call('getRankingParameters', {}));
  // The browser looked for the fragment before this page was drawn.
  useEffect(() => {
    if (window.location.hash) document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <div className={styles.page}>
      <Heading title="How ranking works" />
      <p className={styles.lead}>
        Every listing here is sorted by one number, and every row can show how its number came about. There is nothing
        else: no paid places, no profile of you, no weights that only we know.
      </p>
      <h2>Settled numbers</h2>
      <p>
        Counts below {parameters.settledFrom} are exact. From there on, listings show and rank by the next lower of ten
        steps: 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100 and so on. 1,278 votes count as 1,200, shown as{' '}
        <b>1.2k+</b>. So a thing that many vote on is moved ten times as its votes grow tenfold, not at every vote; and
        the numbers on a row, its average with them, are always the very ones it was ranked by. On an item’s own page
        every count is exact.
      </p>
      <h2>Windows</h2>
      <p>
        Today, this week, this month and this year mean what was <em>added</em> in the last 24 hours, 7, 30 and 365
        days. Some windows are read from a longer one’s list, so that a page of them may hold fewer than fifty. What is
        voted down leaves the windows of “hot” somewhat before its time is over.
      </p>
      <h2>Averages</h2>
      <p>
        A star average is shown from five ratings on, and always beside the whole histogram. Half stars count as halves.
      </p>
      <h2>The orders</h2>
      <p>
        Each is worked through with one example: 40 votes up, 8 down, nine ratings, six reviews, added on 1 January 2026
        at noon UTC.
      </p>
      {orders.map((order) => (
        <section key={order} id={order} className={styles.order} aria-labelledby={`${order}-title`}>
          <h3 id={`${order}-title`}>
            <Link href={listingAddress({ order })}>{orderLabels[order]}</Link>
          </h3>
          <p>{ordersExplained[order]}</p>
          <Account explanation={explain(order, example.counts, example.at)} />
        </section>
      ))}
      <h2 id="waiting">What waits before it counts</h2>
      <p>
        Whoever wants to push a thing up or down needs accounts, and the quickest are new ones. So votes and reviews of
        accounts that are new, and votes of accounts that vote together only, wait: they are kept and shown, marked with
        the rule that holds them and the hour from which they count, and are in no count, average or order until then.
        The item’s page says how its scores would read with them. Nobody decides this by hand, and nothing is hidden.
        Changing a vote or a review makes its wait neither longer nor shorter.
      </p>
      <p>
        An account is as old as its handle. Groups are looked for every hour, among accounts of up to 30 days, where
        several of their votes reached one item within an hour: accounts that vote alike, and together on things that
        hardly anybody else voted on, have their votes on that item held for 30 days and to the end of the day (UTC).
        Liking what everybody likes makes no group. Withdrawing such a vote does not shake the hold off. A site that is
        young holds nothing back, for there everybody is new; the rules grow with it.
      </p>
      <HoldRules />
      <p>
        The same as data: <a href="/api/holds">/api/holds</a>
      </p>
      <h2>Parameters in force</h2>
      {inForce.error !== undefined && <Failure error={inForce.error} retry={inForce.reload} />}
      {inForce.error === undefined && (
        <table className={styles.parameters}>
          <caption>Version {inForce.data?.version ?? '…'}</caption>
          <tbody>
            {inForce.data
              ? Object.entries(inForce.data.parameters).map(([name, value]) => (
                  <tr key={name}>
                    <th scope="row">{inWords(name)}</th>
                    <td>{value}</td>
                  </tr>
                ))
              : standIns(10).map((index) => (
                  <tr key={index}>
                    <td colSpan={2}>
                      <Bone width={28} />
                    </td>
                  </tr>
                ))}
          </tbody>
        </table>
      )}
      <p>
        The same as data: <a href="/api/rankings/parameters">/api/rankings/parameters</a>
      </p>
    </div>
  );
}
