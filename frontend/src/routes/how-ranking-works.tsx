import { orders } from 'virtual:contract';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { explain } from '#shared/ranking/explain.ts';
import { call } from '../client/call.ts';
import { useLoad } from '../client/loads.ts';
import { Account } from '../features/ranking/account.tsx';
import { example, ordersExplained } from '../features/ranking/orders-explained.ts';
import { listingAddress, orderLabels } from '../features/ranking/scope.ts';
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
        Counts below 100 are exact. From 100 on, listings show and rank by the first two digits, rounded down: 1,278
        votes count as 1,200, shown as <b>1.2k+</b>. So a thing that many vote on is moved a few times as its votes grow
        tenfold, not at every vote; and the numbers on a row are always the very ones it was ranked by. On an item’s own
        page every count is exact.
      </p>
      <h2>Averages</h2>
      <p>
        A star average is shown from five ratings on, and always beside the whole histogram. Half stars count as halves.
      </p>
      <h2>The orders</h2>
      <p>
        Each is worked through with one example: 42 votes up, 8 down, nine ratings, six reviews, added on 1 January 2026
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
              : standIns(7).map((index) => (
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
