import { orders } from 'virtual:contract';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { areaParameters } from '#shared/areas/rules.ts';
import { explain } from '#shared/ranking/explain.ts';
import { orderLabels } from '#shared/ranking/labels.ts';
import { parameters, parametersWith } from '#shared/ranking/parameters.ts';
import { copiedFrom, leastOwnWords, leastWords } from '#shared/reviews/sameness.ts';
import { HoldRules } from '../features/holds/hold-rules.tsx';
import { Account } from '../features/ranking/account.tsx';
import { example, ordersExplained } from '../features/ranking/orders-explained.ts';
import { useParameters } from '../features/ranking/queries.ts';
import { listingAddress } from '../features/ranking/scope.ts';
import { Versions } from '../features/ranking/versions.tsx';
import { Heading } from '../ui/heading.tsx';
import styles from './how-ranking-works.module.css';

export default function HowRankingWorksRoute() {
  const inForce = parametersWith(useParameters().data?.parameters);
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
      <h2 id="averages">Averages</h2>
      <p>
        A star average is shown from five ratings on, and always beside the whole histogram. Half stars count as halves.
        Averages of aspects say how far off they may be, nine times in ten: the ± is {parameters.starsZ} · √((q − m²) /
        (n + 6)), where n is the number of ratings, and m and q are the means of them and of their squares once one
        rating of each whole star is added. It is what “best” takes off an average (Open Library’s bound).
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
          <Account explanation={explain(order, example.counts, example.at, inForce)} />
        </section>
      ))}
      <h2 id="areas">Places within an area</h2>
      <p>
        “#3 of 40” on a place’s page counts the rated places of an area, or those of one category there. They stand by
        the lower bound of their stars as in “Best”, in stars, and {areaParameters.starsAYear} stars for each year since
        2020 of the mean day of their ratings, to hundredths of a star; the same number is the same rank. So how good
        ratings are, how many, how much they agree and how young they are counts; votes and saves do not.
      </p>
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
      <p>
        Three rules are about reviews alone, and are looked at every hour. A review <b>of one’s own</b> (of an article
        one began, of anything one owns by a proven claim) does not count while that is so. Nor does one that says{' '}
        <b>what another review said before</b>: texts of {leastWords} words or more that share{' '}
        {Math.round(copiedFrom * 100)} % of their pieces of four letters. The first to say it counts; whoever came later
        may say it in words of their own, and counts within the hour. The same person may say the same of two editions
        of one thing, or in passing, in fewer than {leastOwnWords} words. And where <b>many newcomers</b> with few
        reviews write about one thing within a day, and are most of all who reviewed it, those reviews wait for 30 days.
        Such reviews are listed apart on the item’s page, under “Not counted”.
      </p>
      <HoldRules />
      <p>
        The same as data: <a href="/api/holds">/api/holds</a>
      </p>
      <h2>Parameters in force</h2>
      <Versions />
      <p>
        See also: <Link href="/work">who does the work</Link> and <Link href="/odds">which edits stay</Link>.
      </p>
    </div>
  );
}
