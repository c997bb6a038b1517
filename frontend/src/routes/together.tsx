import { Link } from 'wouter';
import { ButtonLink } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import styles from './tools.module.css';

/** Where people write and decide together: every page of that, and what it is for. */
export default function TogetherRoute() {
  return (
    <div className={styles.page}>
      <Heading title="Working together" />
      <p className={styles.lead}>
        Every page here can be improved by everybody, and nobody decides alone. What was done, by whom and why can be
        read, and taken back.
      </p>
      <h2>Write</h2>
      <p>
        Open any page and choose “improve it”, or <Link href="/submit?kind=article">begin an article</Link>. Each change
        is kept: a page’s history shows what changed, word by word, and who wrote which line.
      </p>
      <p>
        <Link href="/changes">Recent changes</Link> are looked over by others;{' '}
        <Link href="/watching">what you watch</Link> tells you of yours.
      </p>
      <h2>Decide</h2>
      <p>
        What needs consent is <Link href="/proposals">proposed</Link>: it happens by itself after a while unless
        somebody objects with a reason. So do merges, removals, names of tags, and{' '}
        <Link href="/how-ranking-works">how this site ranks</Link>.
      </p>
      <h2>Trust, and what is not welcome</h2>
      <p>
        <Link href="/how-trust-works">How trust works</Link>: what you may do follows from what became of what you did.
      </p>
      <p>
        <Link href="/moderation">Moderation</Link> happens in the open: every act with its reason, and a vote on it.
      </p>
      <h2>Who does it</h2>
      <p>
        <Link href="/work">Who does the work</Link>, how evenly it is shared, and how newcomers fare;{' '}
        <Link href="/odds">which edits stay</Link>, as far as a model can tell.
      </p>
      <p>
        <ButtonLink look="plain" href="/changes">
          See what changed lately
        </ButtonLink>
      </p>
    </div>
  );
}
