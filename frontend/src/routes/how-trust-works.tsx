import { Link } from 'wouter';
import { TrustTables } from '../features/trust/trust-tables.tsx';
import { Heading } from '../ui/heading.tsx';
import styles from './moderation.module.css';

export default function HowTrustWorksRoute() {
  return (
    <div className={styles.page}>
      <Heading title="How trust works" />
      <p className={styles.lead}>
        What you may do follows from what became of what you did: never from how much you did, and nobody hands it out.
        On a young site everybody may do everything; the more people there are, the more it takes.
      </p>
      <h2>What counts</h2>
      <ul>
        <li>
          <b>Items where your edits stand.</b> Each item counts once, however often you edit it. An edit that somebody
          reverts stands no more, and is counted as undone.
        </li>
        <li>
          <b>Proposals of yours that were applied</b>, twice each: others consented.
        </li>
        <li>
          <b>People who found something of yours useful.</b> Each person counts once, however much they liked. They and
          the items are told apart in 64 places, so that you may count a few less than there are, never more.
        </li>
        <li>
          <b>What was undone.</b> Reverted edits, and contributions that are folded (three times each), as a part of
          everything. Unfolded, they no longer count against you.
        </li>
        <li>
          <b>Days since you chose your handle.</b>
        </li>
      </ul>
      <p>
        Two accounts that praise each other are one person each for the other: beyond the first level it takes several
        people, and days that nobody can hurry. A proposal needs the consent of others once the site has grown.
      </p>
      <h2>The three tables</h2>
      <TrustTables />
      <p>
        Where you stand, and why, is on your own page, for everybody to see. What moderation does, and how to undo it:{' '}
        <Link href="/moderation">Moderation</Link>.
      </p>
    </div>
  );
}
