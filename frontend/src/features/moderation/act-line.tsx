import { Link } from 'wouter';
import type { Act } from '#shared/moderation/schema.ts';
import { TimeAgo } from '../../ui/time-ago.tsx';
import styles from './moderation.module.css';
import { deedWords, doerOf, reasonsSaid } from './words.ts';

/** What an act is about, as a link where that can still be opened. */
export function About({ about }: Pick<Act, 'about'>) {
  return about.href ? <Link href={about.href}>{about.title}</Link> : about.title;
}

/** One act in the log. */
export function ActLine({ act }: { act: Act }) {
  return (
    <li className={styles.act} data-undone={act.undone !== undefined}>
      <p className={styles.deed}>
        <b>{deedWords[act.did]}</b>: <About about={act.about} />
      </p>
      <p className={styles.fine}>
        <Link href={`/moderation/${act.id}`}>
          <TimeAgo at={act.at} />
        </Link>
        , {doerOf(act)}
        {act.undone && ' · undone since'}
        {act.agree + act.disagree > 0 && ` · ${act.agree} agree, ${act.disagree} disagree`}
      </p>
      {act.flags && act.did === 'folded' && (
        <p className={styles.fine}>Flagged for {reasonsSaid(act.flags.reasons)}.</p>
      )}
      {act.words && <blockquote className={styles.words}>{act.words}</blockquote>}
    </li>
  );
}
